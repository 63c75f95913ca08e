"""Many searches at once, on whatever executor runs them: processes, threads, a cluster."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, wait
from math import isinf
from typing import TYPE_CHECKING

from prssmi_match.errors import PrssmiMatchError
from prssmi_match.solving.budget import Budget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    Task = Callable[[str, Budget], str]

__all__ = ["spread"]


def spread(
    task: Task, texts: Sequence[str], budget: Budget, executor: Executor | None = None, *, what: str
) -> list[str | None]:
    """Return what a task makes of each text, in the order of the texts; None where the budget ended before.

    Text goes in and text comes out, so that nothing but the task itself has to be known on the other side.

    Parameters
    ----------
    task : callable of str and of a budget
        A function of a module, as executors of other processes need it.
    executor : Executor or None
        Any executor of :mod:`concurrent.futures`, or one that behaves like it; None runs one after the other, here.

    Notes
    -----
    Where a worker is lost, what it had is run here, so that nothing is lost with it. Ctrl-C, or the end of the time,
    cancels what has not begun; what is done by then is returned.
    """
    done: dict[int, str] = {}
    if executor is not None:
        done = _on(executor, task, texts, budget, what)
    missing = [index for index in range(len(texts)) if index not in done]
    for index in budget.each(missing, what):
        done[index] = task(texts[index], budget)
    return [done.get(index) for index in range(len(texts))]


def _on(executor: Executor, task: Task, texts: Sequence[str], budget: Budget, what: str) -> dict[int, str]:
    """Return what an executor made of the texts, by their places."""
    done: dict[int, str] = {}
    waiting: dict[Future[str], int] = {}
    try:
        for index, text in enumerate(texts):
            waiting[executor.submit(_there, task, text, _seconds(budget))] = index
    except RuntimeError:  # it was shut down, or its workers are gone: what it did not take is run here
        pass
    try:
        for future in _as_they_end(list(waiting), budget):
            if (answer := _answer(future)) is not None:
                done[waiting[future]] = answer
            budget.tell(what, len(done), len(texts))
    except KeyboardInterrupt:
        budget.stop()
    for future in waiting:
        future.cancel()
    return done


def _there(task: Task, text: str, seconds: float | None) -> str:
    """Run a task on the other side, with a budget of its own."""
    return task(text, Budget(seconds))


def _as_they_end(futures: list[Future[str]], budget: Budget) -> Iterator[Future[str]]:
    """Give futures as they end, until the time is over."""
    left = set(futures)
    while left and not budget.is_over:
        ended, left = wait(left, _seconds(budget), FIRST_COMPLETED)
        yield from ended


def _answer(future: Future[str]) -> str | None:
    """Return what a task gave; None where its worker was lost.

    Raises
    ------
    PrssmiMatchError
        If the task raised one.
    """
    try:
        return future.result()
    except PrssmiMatchError:
        raise
    except Exception:  # noqa: BLE001 - each executor has errors of its own for a worker that is gone
        return None


def _seconds(budget: Budget) -> float | None:
    return None if isinf(budget.remaining) else budget.remaining
