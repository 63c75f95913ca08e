"""Invented rows."""

from __future__ import annotations

from benchmarks.answer import Answer, Row
from benchmarks.case import Case, Family, Subject

__all__ = ["family", "row"]


def row(subject, seconds=1.0, status="proved", case="one", limit=60.0, **answer):
    """Return a row of the family of tests."""
    if status == "proved":
        answer.setdefault("bounds", answer.get("values", {}))
    return Row(
        "tests", case, subject, Answer(status, seconds, **answer), memory=10.0, limit=limit, at="2027-01-11 09:00"
    )


def family(*subjects, case="one", run=None):
    """Return a family with one case; the first subject is ours."""
    return Family(
        "tests", "Tests", "Tests", (subjects[0],), "A note.", (Case(case, tuple(Subject(s, run) for s in subjects)),)
    )
