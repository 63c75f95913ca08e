"""How often something is timed."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["repeated", "timed"]

T = TypeVar("T")
MOST, ENOUGH = 15, 3.0


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """Return what a call gives, and its seconds."""
    begin = time.perf_counter()
    return run(), time.perf_counter() - begin


def repeated(run: Callable[[], T]) -> tuple[T, float]:
    """Return what the last call gives, and the median of seconds: up to 15 calls, none begun after 3 seconds.

    Where there are several, the first one warms up and does not count.
    """
    begin, seconds = time.perf_counter(), []
    while True:
        found, one = timed(run)
        seconds.append(one)
        if len(seconds) > MOST or time.perf_counter() - begin > ENOUGH:
            return found, median(seconds[1:] or seconds)
