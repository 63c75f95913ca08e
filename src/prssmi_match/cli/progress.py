"""Progress on standard error, where a person is watching."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.solving import OnProgress, OnStep

__all__ = ["progress", "steps"]

PATIENCE = 2.0
"""Seconds before anything is said: most commands end sooner."""


def progress() -> OnProgress | None:
    """Return what follows a search, or None where standard error is no terminal."""
    return _tell if sys.stderr.isatty() else None


def steps() -> OnStep | None:
    """Return what follows a question of many searches, or None where standard error is no terminal."""
    return _tell_step if sys.stderr.isatty() else None


def _tell(tier: str, incumbent: int | None, bound: int, seconds: float) -> None:
    if seconds >= PATIENCE:
        found = "nothing yet" if incumbent is None else str(incumbent)
        print(f"{seconds:6.1f} s  {tier}: best so far {found}, at most {bound}", file=sys.stderr)


def _tell_step(what: str, done: int, total: int, seconds: float) -> None:
    if seconds >= PATIENCE:
        print(f"{seconds:6.1f} s  {what}: {done} of {total}", file=sys.stderr)
