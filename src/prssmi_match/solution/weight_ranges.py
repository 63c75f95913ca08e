"""How far each weight can move before the best answers change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["WeightRange", "WeightRanges"]


class WeightRange(Part):
    """The whole weights around the stated one under which the best answers stay the same, the others fixed.

    Attributes
    ----------
    criterion : str
        The criterion's name; ``place`` is its place in the tier, from 0, as one can stand there twice.
    low, high : int
        The ends; solving shows that the best answers are the same at both, and others one beyond.
    high_open : bool
        Whether ``high`` is only where the search ended: the best answers are still the same there.
    between : bool
        Whether they are proved the same at every weight between as well: where no tier from this one on gives up
        anything.
    proved : bool
        False where time ran out, or there are too many best answers to compare.
    """

    tier: str
    criterion: str
    place: int
    weight: int
    low: int
    high: int
    high_open: bool
    between: bool
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class WeightRanges(Part):
    """The ranges of all weights that stand beside another, in the order of tiers.

    Attributes
    ----------
    complete : bool
        False where time ran out before all were worked out.
    """

    rows: tuple[WeightRange, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a weight, with its ends and what is known of them."""
        from prssmi_match.solution.frame import rows_frame

        return rows_frame(
            self.rows, ("tier", "criterion", "weight", "low", "high", "high_open", "between", "proved", "sentence")
        )
