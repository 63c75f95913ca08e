"""The command line in a real terminal: a line that moves, and Ctrl-C that keeps the best answer."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

pytestmark = pytest.mark.slow


def _hard():
    """Sites with random lists: the fewest blocking pairs take far longer than this test."""
    draw = random.Random(1)
    mentees, mentors = [f"a{number:02}" for number in range(60)], [f"m{number:02}" for number in range(25)]

    def site(name, others, **fields):
        return {"id": name, "preferences": [[other] for other in draw.sample(others, len(others) // 2)], **fields}

    calm = [{"criterion": "coverage", "weight": 3}, {"criterion": "few_blocking_pairs"}, {"criterion": "balance"}]
    return {
        "preset": "none",
        "mentees": [site(name, mentors, workload=draw.randint(1, 5)) for name in mentees],
        "mentors": [site(name, mentees, min_mentees=2, max_mentees=4, max_workload=9) for name in mentors],
        "rules": [{"kind": "opening", "max": 15}],
        "policy": {"tiers": [{"name": "calm", "maximize": calm}]},
    }


def _read_until(terminal, word, seconds=60.0):
    """Read a terminal until it shows a word, and return all that it showed."""
    shown, end = b"", time.monotonic() + seconds
    while word not in shown:
        assert time.monotonic() < end, shown
        if select.select([terminal], [], [], 0.5)[0]:
            shown += os.read(terminal, 65536)
    return shown


def _read_to_the_end(terminal, seconds=120.0):
    """Read a terminal until the other end is closed: a program that nobody reads would wait for ever."""
    shown, end = b"", time.monotonic() + seconds
    while True:
        assert time.monotonic() < end, shown
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            read = os.read(terminal, 65536)
        except OSError:  # Linux says so where the other end is closed
            return shown
        if not read:
            return shown
        shown += read


def test_a_person_sees_the_search_and_stops_it(tmp_path):
    """The line shows the best, the bound and the gap; after Ctrl-C it is gone, and the best answer is there."""
    path, told = tmp_path / "hard.json", tmp_path / "told.json"
    path.write_text(json.dumps(_hard()), encoding="utf-8")
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "prssmi_match", "match", str(path), "--json"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with told.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=end, env=environment) as process:
        os.close(end)
        try:
            shown = _read_until(terminal, b"gap")
            shown += _read_until(terminal, b" s  calm")
            process.send_signal(signal.SIGINT)
            shown += _read_to_the_end(terminal)
            process.wait(timeout=60)
        finally:
            os.close(terminal)
            process.kill()  # nothing, where it has ended
    result = json.loads(told.read_text(encoding="utf-8"))
    assert process.returncode == 1
    assert result["status"] == "feasible"
    assert result["matching"]["pairs"]
    assert b"calm: best so far" in shown
    assert shown.rindex(b"\x1b[?25h") > shown.rindex(b"\x1b[?25l")
    assert b"Traceback" not in shown
