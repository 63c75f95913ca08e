"""What depends on few different values of sites: worked out once for each two of them, then looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells

__all__ = ["by_kinds", "numbered"]

A = TypeVar("A", bound="Hashable")
B = TypeVar("B", bound="Hashable")


def by_kinds(
    mentees: Iterable[A], mentors: Iterable[B], value: Callable[[A, B], int]
) -> Callable[[Cells], NDArray[np.int64]]:
    """Return the function from pairs to what a value of the mentee and a value of the mentor make together.

    Parameters
    ----------
    mentees, mentors : iterable of hashable
        The value of each site; there should be few different ones among the mentees.
    value : callable
        What two values make.
    """
    kind, kinds = numbered(mentees)
    other_kind, other_kinds = numbered(mentors)
    values = [[value(one, other) for other in other_kinds] for one in kinds]
    table = np.array(values, dtype=np.int64).reshape(len(kinds), len(other_kinds))[:, other_kind]
    return lambda cells: cells.look_up(table, kind)


def numbered(values: Iterable[A], known: dict[A, int] | None = None) -> tuple[NDArray[np.int64], dict[A, int]]:
    """Return the number of each value, and the numbers by value, in the order in which they came."""
    numbers = {} if known is None else known
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64), numbers
