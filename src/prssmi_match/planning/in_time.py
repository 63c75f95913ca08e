"""Work that is done while there is time for it, and not returned by halves."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from prssmi_match.solving.cpsat.steps import NothingFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.solving import Budget

__all__ = ["in_time", "while_time_lasts"]

T = TypeVar("T")


@contextmanager
def while_time_lasts(budget: Budget) -> Iterator[None]:
    """Work until time is over, or Ctrl-C ends it; what follows makes a status of what is not known then."""
    try:
        yield
    except NothingFoundError:
        pass
    except KeyboardInterrupt:
        budget.stop()


def in_time(items: Iterable[T], budget: Budget) -> Iterator[T]:
    """Give items one by one: all of them, as a list of dates or rows of which some are left out would be a wrong one.

    Raises
    ------
    NothingFoundError
        If the budget is over before the last one is asked for; whoever searches makes a status of it.
    """
    for item in items:
        if budget.is_over:
            raise NothingFoundError
        yield item
