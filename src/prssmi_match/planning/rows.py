"""What an encoder gives: rows, each with what it stands for, and how far that gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from prssmi_match.problem.calendar.grounds import Ground
    from prssmi_match.solving.cpsat.rows import Row

__all__ = ["Stated"]


class Stated(NamedTuple):
    """A row and its ground.

    Attributes
    ----------
    amount : int or None
        How far the ground has to be changed for the row to hold no longer; None for a row with a maximum, which every
        unit raises by one.
    """

    ground: Ground
    row: Row
    amount: int | None = 1
