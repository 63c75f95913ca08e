import json
import sys

import pytest

from bench.rows import family, row
from benchmarks import measure as measuring
from benchmarks.answer import Answer
from benchmarks.families import FAMILIES
from benchmarks.measure import Store, measure, row_of
from benchmarks.watch import watched

NAMES = ["tests", "one", "ours"]


def test_watch_tells_output_and_memory():
    """A command that ends by itself: its output, and a peak that shows what it held."""
    ended = watched(60, [sys.executable, "-c", "kept = bytearray(10**8); print('done')"])
    assert (ended["code"], ended["output"]) == (0, "done\n")
    assert ended["memory"] > 100


def test_watch_ends_what_takes_too_long():
    """A command that does not end in time is stopped, with what it started."""
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    assert watched(0.5, [sys.executable, "-c", child])["code"] is None


def test_row_of_an_answer():
    """The last line of the output is the answer."""
    answer = Answer("proved", 1.5, {"fit": 7}, {"fit": 7})
    output = "a word of a solver\n" + json.dumps(vars(answer)) + "\n"
    found = row_of(NAMES, 60, {"code": 0, "output": output, "errors": "", "memory": 12.34}, "now")
    assert (found.answer, found.memory, found.gap) == (answer, 12.3, 0)


@pytest.mark.parametrize(("code", "status", "note"), [(None, "timed out", ""), (1, "failed", "ValueError: no")])
def test_row_of_what_did_not_answer(code, status, note):
    """A stopped or failed process becomes a row that says so, with the last words of the failure."""
    ended = {"code": code, "output": "", "errors": "Traceback\nValueError: no\n", "memory": 5.0}
    assert (row_of(NAMES, 60, ended, "now").answer.status, row_of(NAMES, 60, ended, "now").answer.note) == (
        status,
        note,
    )


@pytest.fixture
def measured(monkeypatch):
    """Take the place of measuring: give a row for each subject, and list them."""
    names = []

    def give(store, family, case, subject):
        if subject.name == "stop":
            raise KeyboardInterrupt
        names.append(subject.name)
        return row(subject.name, seconds=len(names))

    monkeypatch.setattr(measuring, "_measured", give)
    return names


def test_rows_are_kept_when_stopped(measured, tmp_path):
    """What was measured before Ctrl-C is there, and a resumed run measures the rest alone."""
    store, tests = Store(tmp_path), family("ours", "stop", "peer")
    with pytest.raises(KeyboardInterrupt):
        list(measure(store, [tests], large=False, resume=False))
    assert [one.subject for one in store.rows([tests])] == ["ours"]
    list(measure(store, [family("ours", "peer")], large=False, resume=True))
    assert measured == ["ours", "peer"]


def test_a_new_run_measures_anew(measured, tmp_path):
    """Without resuming, the old rows of a case go first: all that stand together are of one run."""
    store, tests = Store(tmp_path), family("ours", "peer")
    for _ in range(2):
        list(measure(store, [tests], large=False, resume=False))
    assert [one.answer.seconds for one in store.rows([tests])] == [3, 4]


def test_names_are_told_apart():
    """Cases of a family, and subjects of a case, have different names: a row is found by them."""
    for one in FAMILIES.values():
        cases = [case.name for case in one.cases]
        assert len(set(cases)) == len(cases)
        for case in one.cases:
            subjects = [subject.name for subject in case.subjects]
            assert len(set(subjects)) == len(subjects)
            assert {one.base} & set(subjects) if one.base else set(one.ours) & set(subjects)
