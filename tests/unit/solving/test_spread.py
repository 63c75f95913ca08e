"""Tasks on executors: lost workers, interrupts, the end of the time."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from prssmi_match.errors import VerificationError
from prssmi_match.solving import Budget, spread

TEXTS = [str(number) for number in range(6)]


def doubled(text, budget):
    """Give the text twice."""
    assert not budget.is_over
    return text * 2


def deadly(text, _budget):
    """Kill the process at one text, unless it is the one that the tests run in."""
    if text == "3" and os.environ.get("MAIN_PROCESS") != str(os.getpid()):
        os._exit(1)
    return text * 2


def refused(text, _budget):
    """Raise an error of the library at one text."""
    if text == "3":
        raise VerificationError(["it does not hold"], "{}")
    return text


def slow(text, _budget):
    """Take a while."""
    time.sleep(0.2)
    return text


class Interrupted(Executor):
    """An executor at which somebody presses Ctrl-C once the first task is done."""

    def __init__(self):
        self.futures = []

    def submit(self, task, *arguments):
        """Run the first task, and take the others."""
        future = Future()
        self.futures.append(future)
        if len(self.futures) == 1:
            future.set_result(task(*arguments))
        return future


def test_every_executor_gives_the_same():
    """Here, on threads and on processes, in the order of the texts."""
    expected = [text * 2 for text in TEXTS]
    assert spread(doubled, TEXTS, Budget(), what="texts") == expected
    with ThreadPoolExecutor(2) as threads:
        assert spread(doubled, TEXTS, Budget(), threads, what="texts") == expected
    with ProcessPoolExecutor(2, get_context("fork")) as processes:
        assert spread(doubled, TEXTS, Budget(60), processes, what="texts") == expected


def test_a_lost_worker_loses_nothing(monkeypatch):
    """What a dying process took with it is run here."""
    monkeypatch.setenv("MAIN_PROCESS", str(os.getpid()))
    with ProcessPoolExecutor(2, get_context("fork")) as processes:
        assert spread(deadly, TEXTS, Budget(), processes, what="texts") == [text * 2 for text in TEXTS]


def test_an_executor_that_takes_nothing_loses_nothing():
    """One that was shut down already is done without."""
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    assert spread(doubled, TEXTS, Budget(), executor, what="texts") == [text * 2 for text in TEXTS]


def test_errors_of_the_library_are_raised():
    """A bug of ours is told, not hidden behind a lost worker."""
    with ThreadPoolExecutor(2) as threads, pytest.raises(VerificationError):
        spread(refused, TEXTS, Budget(), threads, what="texts")


def test_the_end_of_the_time_keeps_what_is_done():
    """What has not begun by then is cancelled, and nothing is begun any more."""
    with ThreadPoolExecutor(1) as threads:
        found = spread(slow, TEXTS * 5, Budget(0.5), threads, what="texts")
    assert None in found
    assert found[-1] is None
    assert spread(doubled, TEXTS, Budget(0), what="texts") == [None] * len(TEXTS)


def test_ctrl_c_keeps_what_is_done(monkeypatch):
    """An interrupt while tasks are waited for cancels the others and ends the call."""
    executor = Interrupted()
    calls = iter([True])

    def wait_once(futures, *_):
        if next(calls, None) is None:
            raise KeyboardInterrupt
        ended = {future for future in futures if future.done()}
        return ended, set(futures) - ended

    monkeypatch.setattr(sys.modules["prssmi_match.solving.spread"], "wait", wait_once)
    budget = Budget()
    assert spread(doubled, TEXTS, budget, executor, what="texts") == ["00", *[None] * (len(TEXTS) - 1)]
    assert budget.is_stopped
    assert all(future.cancelled() for future in executor.futures[1:])


def test_progress_is_told():
    """The listener hears how many of how many are done, here and on an executor."""
    told = []
    budget = Budget(on_step=lambda what, done, total, _: told.append((what, done, total)))
    with ThreadPoolExecutor(2) as threads:
        spread(doubled, TEXTS, budget, threads, what="texts")
    assert ("texts", 1, 6) in told
    assert ("texts", 6, 6) in told
