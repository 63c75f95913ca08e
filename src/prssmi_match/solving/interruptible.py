"""Work of a solver that Ctrl-C can end."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.solving.budget import Budget

__all__ = ["interruptible"]

T = TypeVar("T")


def interruptible(work: Callable[[], T], stop: Callable[[], object], budget: Budget) -> T:
    """Work in a thread of its own, so that Ctrl-C reaches the caller's; it ends the budget, and the solver stops.

    The handlers that solvers bring themselves can deadlock (they allocate memory), and so are switched off.

    Parameters
    ----------
    stop : callable
        Tells the solver to return with what it has; may be called again.

    Raises
    ------
    KeyboardInterrupt
        If it came before the work began.
    """
    found: Future[T] = Future()

    def run() -> None:
        try:
            found.set_result(work())
        except BaseException as failure:  # noqa: BLE001 - raised again in the caller's thread
            found.set_exception(failure)

    thread = Thread(target=run, daemon=True)
    try:
        thread.start()
    except KeyboardInterrupt:
        budget.stop()
    while True:
        try:
            return found.result(timeout=0.1 if budget.is_stopped else 1)
        except TimeoutError:
            if not thread.is_alive() and not found.done():
                raise KeyboardInterrupt from None
            if budget.is_stopped:
                stop()
        except KeyboardInterrupt:
            budget.stop()
