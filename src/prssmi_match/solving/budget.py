"""How long a search may take, and whom it tells."""

from __future__ import annotations

import math
import time
from typing import Protocol

__all__ = ["Budget", "OnProgress"]


class OnProgress(Protocol):
    """What a caller gives to follow a search."""

    def __call__(self, tier: str, incumbent: int | None, bound: int, seconds: float) -> object:
        """Take the tier under way, its best value so far (None before the first), its bound, and seconds so far."""


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

    Raises
    ------
    ValueError
        If ``time_limit`` is negative or not a number, or ``workers`` is below 1.
    """

    def __init__(
        self, time_limit: float | None = None, workers: int = 1, on_progress: OnProgress | None = None
    ) -> None:
        if time_limit is not None and not time_limit >= 0:
            message = f"time_limit is {time_limit}; give seconds of at least 0, or None for no limit"
            raise ValueError(message)
        if workers < 1:
            message = f"workers is {workers}; give at least 1"
            raise ValueError(message)
        self.workers = workers
        self.on_progress = on_progress
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

    def report(self, incumbent: int | None, bound: int) -> None:
        """Tell the listener where the tier under way stands; once stopped, nothing is told any more."""
        if self.on_progress is not None and not self._stopped:
            self.on_progress(self.tier, incumbent, bound, self.seconds)
