"""The exit codes, as the contract with scripts names them."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    """Done, and proved where there is something to prove."""
    UNPROVED = 1
    """Done, but not proved in time or interrupted."""
    USAGE = 2
    """The command cannot be carried out as it was called."""
    INFEASIBLE = 3
    """No matching keeps all rules; for ``verify``: the matching breaks a rule."""
    BAD_INPUT = 4
    """The input has defects; all of them are listed."""
    BUG = 5
    """A bug of this library."""
