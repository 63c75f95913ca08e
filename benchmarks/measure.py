"""Measuring: every subject in its own process, with a limit; every row on the disk as soon as it is there."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.answer import Answer, Row, row_from
from benchmarks.case import Outside
from benchmarks.environments import OUTSIDE, python_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.case import Case, Family, Subject

__all__ = ["Store", "measure", "row_of"]

ROOT = Path(__file__).parent.parent


class Store:
    """A folder with a file for each row."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "rows").mkdir(parents=True, exist_ok=True)

    def path(self, family: str, case: str, subject: str) -> Path:
        """Return where the row of a subject is."""
        mark = hashlib.sha256(f"{family}|{case}|{subject}".encode()).hexdigest()[:16]
        return self.folder / "rows" / f"{family}-{mark}.json"

    def write(self, row: Row) -> None:
        """Write a row down, whole."""
        path = self.path(row.family, row.case, row.subject)
        draft = path.with_suffix(".draft")
        draft.write_text(json.dumps(row.to_dict(), indent=1), encoding="utf-8")
        draft.replace(path)

    def rows(self, families: Iterable[Family]) -> list[Row]:
        """Return all rows that are there, in the order of families, cases and subjects."""
        places = [
            self.path(family.name, case.name, subject.name)
            for family in families
            for case in family.cases
            for subject in case.subjects
        ]
        return [row_from(json.loads(path.read_text(encoding="utf-8"))) for path in places if path.exists()]


def measure(store: Store, families: Iterable[Family], *, large: bool, resume: bool) -> Iterator[Row]:
    """Give the rows of families as they are measured.

    The old rows of a case go before its first subject is measured, so that all that stand side by side are of one
    run; with ``resume`` they stay, and what is there is not measured again.
    """
    for family in families:
        for case in family.cases:
            if case.is_large and not large:
                continue
            paths = [store.path(family.name, case.name, subject.name) for subject in case.subjects]
            for path in () if resume else paths:
                path.unlink(missing_ok=True)
            for subject, path in zip(case.subjects, paths, strict=True):
                if not path.exists():
                    row = _measured(store, family, case, subject)
                    store.write(row)
                    yield row


def _measured(store: Store, family: Family, case: Case, subject: Subject) -> Row:
    names = [family.name, case.name, subject.name]
    ours = [sys.executable, "-m", "benchmarks.subject", *names]
    at = time.strftime("%Y-%m-%d %H:%M")
    if isinstance(subject.run, Outside):
        python = python_of(subject.run.package, store.folder / "environments")
        if python is None:
            return Row(*names, Answer("not installed", 0.0), at=at)
        instance = store.folder / "instance.json"
        subprocess.run([*ours, str(instance)], check=True, cwd=ROOT)  # noqa: S603 - our own command
        command = [str(python), "-P", str(OUTSIDE / f"{subject.run.package}.py"), str(instance)]
    else:
        command = ours
    return row_of(names, subject.limit, _watched(command, subject.limit + subject.grace), at)


def _watched(command: list[str], limit: float) -> dict[str, Any]:
    watch = [sys.executable, "-m", "benchmarks.watch", str(limit), *command]
    with subprocess.Popen(watch, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:  # noqa: S603 - our own command
        try:
            output, _ = process.communicate()
        except BaseException:
            process.terminate()  # it then ends what it watches
            raise
    return json.loads(output)


def row_of(names: list[str], limit: float, ended: dict[str, Any], at: str) -> Row:
    """Return the row of a process that ended, as ``watch`` tells of it."""
    if ended["code"] is None:
        answer = Answer("timed out", limit)
    elif ended["code"]:
        last = ended["errors"].strip().splitlines()[-1:]
        answer = Answer("failed", 0.0, note=" ".join(last)[:200])
    else:
        answer = Answer(**json.loads(ended["output"].strip().splitlines()[-1]))
    return Row(*names, answer, memory=round(ended["memory"], 1), limit=limit, at=at)
