"""Progress on standard error, where a person is watching: a line that is gone before anything else is said."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.reporting.live_line import LiveLine
    from prssmi_match.solving import OnProgress, OnStep

__all__ = ["progress", "settle", "steps"]

PATIENCE = 2.0
"""Seconds before anything is said: most commands end sooner."""

_line = ExitStack()
"""The line under way, if there is one."""


def progress() -> OnProgress | None:
    """Return what follows a search, or None where standard error is no terminal."""
    return _begin()


def steps() -> OnStep | None:
    """Return what follows a question of many searches, or None where standard error is no terminal."""
    line = _begin()
    return None if line is None else line.step


def settle() -> None:
    """Take the line away."""
    _line.close()


def _begin() -> LiveLine | None:
    settle()
    if not sys.stderr.isatty():
        return None
    from prssmi_match.reporting.live_line import LiveLine

    return _line.enter_context(LiveLine(patience=PATIENCE))
