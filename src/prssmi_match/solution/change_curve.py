"""What becomes possible with each earlier pair that may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.changed_answer import ChangedAnswer
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ChangeCurve", "ChangeStep"]


class ChangeStep(ChangedAnswer):
    """The best answer with at most so many changed pairs.

    ``change`` is what the aims have more than with the fewest changed pairs, ``moves`` is who is elsewhere than in the
    earlier answer.

    Attributes
    ----------
    allowed : int
        Pairs that may change.
    changed : int or None
        Those that do: the fewest with which the aims reach this; None without a matching.
    values : dict of str to int
        The value of each tier, by name; empty without a matching.
    """

    allowed: int
    changed: int | None
    values: dict[str, int]


class ChangeCurve(Part):
    """The trade between keeping pairs and the quality of the answer.

    Attributes
    ----------
    fewest, most : int or None
        The fewest pairs that have to change, and how many change in the best answer of all; None where not worked out.
    previous : int
        Pairs of the earlier answer, of sites that the document still has.
    """

    rows: tuple[ChangeStep, ...]
    tiers: tuple[str, ...]
    previous: int
    fewest: int | None
    most: int | None
    complete: bool
    sentence: str

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def to_frame(self) -> pd.DataFrame:
        """Return one row a number of changes: ``allowed``, ``changed``, ``status``, the gains, ``sentence``."""
        from prssmi_match.solution.frame import changes_frame

        return changes_frame(self.rows, ("allowed", "changed", "status"), self.tiers)
