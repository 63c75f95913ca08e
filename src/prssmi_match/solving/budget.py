"""How long a search may take, and whom it tells."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Budget", "OnProgress", "OnStep"]

T = TypeVar("T")


class OnProgress(Protocol):
    """What a caller gives to follow a search."""

    def __call__(self, tier: str, incumbent: int | None, bound: int, seconds: float) -> object:
        """Take the tier under way, its best value so far (None before the first), its bound, and seconds so far."""


class OnStep(Protocol):
    """What a caller gives to follow a question that takes many searches."""

    def __call__(self, what: str, done: int, total: int, seconds: float) -> object:
        """Take what is worked on, how many of how many are done, and seconds so far."""


class Budget:
    """The time, the workers and the listener of one call.

    Parameters
    ----------
    time_limit : float or None
        Seconds for the whole call.
    workers : int
        Threads of the solver; the answer does not depend on them once every tier is proved.
    on_progress : callable or None
        Called with ``tier, incumbent, bound, seconds``, from the calling thread or a thread of the solver.
    on_step : callable or None
        Called with ``what, done, total, seconds`` by questions that take many searches.

    Raises
    ------
    ValueError
        If ``time_limit`` is negative or not a number, or ``workers`` is below 1.
    """

    def __init__(
        self,
        time_limit: float | None = None,
        workers: int = 1,
        on_progress: OnProgress | None = None,
        on_step: OnStep | None = None,
    ) -> None:
        if time_limit is not None and not time_limit >= 0:
            message = f"time_limit is {time_limit}; give seconds of at least 0, or None for no limit"
            raise ValueError(message)
        if workers < 1:
            message = f"workers is {workers}; give at least 1"
            raise ValueError(message)
        self.workers = workers
        self.on_progress = on_progress
        self.on_step = on_step
        self.tier = ""
        self._begin = time.monotonic()
        self._limit = math.inf if time_limit is None else time_limit
        self._stopped = False

    @property
    def seconds(self) -> float:
        """Seconds since the call began."""
        return time.monotonic() - self._begin

    @property
    def remaining(self) -> float:
        """Seconds left; infinite without a limit, 0 once stopped."""
        return 0.0 if self._stopped else max(0.0, self._limit - self.seconds)

    @property
    def is_stopped(self) -> bool:
        """Whether the search was ended before its time."""
        return self._stopped

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be solved."""
        return self.remaining <= 0

    def stop(self) -> None:
        """End the search: what was found so far is the answer."""
        self._stopped = True

    def expire(self) -> None:
        """Let the time be over, which is no interrupt: what has more time goes on."""
        self._limit = min(self._limit, self.seconds)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Tell the listener nothing meanwhile: of searches whose values are not those of the tier under way."""
        listener, self.on_progress = self.on_progress, None
        try:
            yield
        finally:
            self.on_progress = listener

    def report(self, incumbent: int | None, bound: int) -> None:
        """Tell the listener where the tier under way stands; once stopped, nothing is told any more."""
        if self.on_progress is not None and not self._stopped:
            self.on_progress(self.tier, incumbent, bound, self.seconds)

    def each(self, items: Sequence[T], what: str) -> Iterator[T]:
        """Give items one by one while the budget lasts, telling the listener how far that is.

        An interrupt (Ctrl-C) inside a search ends the budget, so that what is done by then can be returned.
        """
        for done, item in enumerate(items):
            if self.is_over:
                return
            self.tell(what, done, len(items))
            yield item
        self.tell(what, len(items), len(items))

    def tell(self, what: str, done: int, total: int) -> None:
        """Tell the listener how much of a question is worked out."""
        if self.on_step is not None:
            self.on_step(what, done, total, self.seconds)
