"""Measure the families beside their peers, and write tables, numbers and picture: ``make bench``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.agreement import disagreements
from benchmarks.families import FAMILIES
from benchmarks.measure import Store, measure
from benchmarks.output import told_rows, write_docs, write_outputs

if TYPE_CHECKING:
    from benchmarks.answer import Row

FOLDER = Path("build") / "bench"


def main() -> int:
    """Run the command line; 1 where subjects contradict each other, 130 after Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("families", nargs="*", default=list(FAMILIES), help=f"some of: {', '.join(FAMILIES)}")
    parser.add_argument("--large", action="store_true", help="also the cases that need minutes and gigabytes")
    parser.add_argument("--resume", action="store_true", help="only what an earlier run did not come to")
    parser.add_argument(
        "--docs", action="store_true", help="write what was measured into the docs, and measure nothing"
    )
    chosen = parser.parse_args()
    unknown = [name for name in chosen.families if name not in FAMILIES]
    if unknown:
        parser.error(f"no such family: {', '.join(unknown)}; there are {', '.join(FAMILIES)}")
    store = Store(FOLDER.resolve())
    every = list(FAMILIES.values())
    if chosen.docs:
        return _told(write_docs(every, store.rows(every) or told_rows()))
    begin, code = time.perf_counter(), 0
    try:
        families = [FAMILIES[name] for name in chosen.families]
        for row in measure(store, families, large=chosen.large, resume=chosen.resume):
            print(_line(row, time.perf_counter() - begin), flush=True)
    except KeyboardInterrupt:
        print("\nStopped. What is measured is kept; --resume goes on.", file=sys.stderr)
        code = 130
    rows = store.rows(every)
    _told(write_outputs(FOLDER, every, rows))
    for sentence in disagreements(rows):
        print(sentence, file=sys.stderr)
        code = code or 1
    return code


def _line(row: Row, since: float) -> str:
    what = f"{row.family:10} {row.case:38} {row.subject:28}"
    return f"{since:6.0f} s  {what} {row.answer.status:14} {row.answer.seconds:9.3f} s {row.memory:8.0f} MB"


def _told(paths: tuple[Path, ...]) -> int:
    for path in paths:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
