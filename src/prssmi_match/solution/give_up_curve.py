"""What the next tier gains for each step that a tier gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["GiveUpCurve", "GiveUpStep"]


class GiveUpStep(Part):
    """One point of the curve.

    Attributes
    ----------
    given_up : int
        How far the tier may fall below its best.
    value : int
        What the tier has in the answer for this amount.
    next_best : int
        The best of the next tier then; ``next_profile`` where it has one.
    gain : int
        How much that is more than with nothing given up.
    moves : tuple of Move
        Who is elsewhere than in the answer of the result.
    """

    given_up: int
    value: int
    next_best: int
    next_profile: tuple[int, ...] | None
    gain: int
    moves: tuple[Move, ...]
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class GiveUpCurve(Part):
    """The trade between a tier and the next.

    Attributes
    ----------
    best : int
        What the tier reaches with nothing given up.
    complete : bool
        False where time ran out before all points were worked out.
    """

    tier: str
    next_tier: str
    best: int
    rows: tuple[GiveUpStep, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a step: ``given_up``, ``value``, ``next_best``, ``gain``, ``sentence``."""
        from prssmi_match.solution.frame import rows_frame

        return rows_frame(self.rows, ("given_up", "value", "next_best", "next_profile", "gain", "proved", "sentence"))
