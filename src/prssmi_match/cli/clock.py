"""The time of one command."""

from __future__ import annotations

import time

__all__ = ["Clock"]


class Clock:
    """What is left of the time limit of a command that searches more than once."""

    def __init__(self, limit: float | None) -> None:
        self._limit = limit
        self._begin = time.monotonic()

    @property
    def left(self) -> float | None:
        """Seconds left; None without a limit."""
        return None if self._limit is None else max(0.0, self._limit - (time.monotonic() - self._begin))
