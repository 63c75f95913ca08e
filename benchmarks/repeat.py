"""How often something is timed."""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.answer import Answer

__all__ = ["repeated", "repeated_answer"]

T = TypeVar("T")
MOST, ENOUGH = 15, 3.0


def repeated(run: Callable[[], T]) -> tuple[T, float]:
    """Return what the last call gives, and the median of seconds: up to 15 calls, none begun after 3 seconds.

    Where there are several, the first one warms up and does not count.
    """
    calls = list(_calls(run))
    return calls[-1][0], _typical([seconds for _, seconds in calls])


def repeated_answer(run: Callable[[], Answer]) -> Answer:
    """Return the last answer, with the median of the seconds that the answers tell; as often as :func:`repeated`."""
    answers = [answer for answer, _ in _calls(run)]
    return replace(answers[-1], seconds=_typical([answer.seconds for answer in answers]))


def _calls(run: Callable[[], T]) -> Iterator[tuple[T, float]]:
    begin = time.perf_counter()
    for _ in range(1 + MOST):
        start = time.perf_counter()
        yield run(), time.perf_counter() - start
        if time.perf_counter() - begin > ENOUGH:
            return


def _typical(seconds: list[float]) -> float:
    return median(seconds[1:] or seconds)
