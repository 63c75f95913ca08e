"""Two answers held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.part import Part
from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Comparison", "LoadChange", "MenteeChange", "TierChange"]


class TierChange(Part):
    """The value of a tier in both; None where a policy does not have it. ``change`` is the second minus the first."""

    tier: str
    before: int | None
    after: int | None
    change: int | None


class MenteeChange(Part):
    """A mentee that is not with the same mentor in both.

    Attributes
    ----------
    before, after : str or None
        Its mentors; None is none.
    points_before, points_after : int or None
        Its points in the first tier that gives pairs points; None where unmatched, or no tier does.
    rank_before, rank_after : int or None
        The group of the mentor in its own list, 1 the best; None where unmatched or not listed.
    gains : bool or None
        Whether it has more points afterwards, a place counting more than none; None where nothing tells them apart.
    """

    mentee: str
    before: str | None
    after: str | None
    points_before: int | None
    points_after: int | None
    rank_before: int | None
    rank_after: int | None
    gains: bool | None
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class LoadChange(Part):
    """A mentor that does not have as many mentees in both."""

    mentor: str
    before: int
    after: int


class Comparison(Part):
    """What the second answer does differently from the first.

    Attributes
    ----------
    mentees : tuple of MenteeChange
        Who moves, in the order of ids.
    violations_before, violations_after : tuple of Violation
        The rules that each breaks, as when it was made by hand.
    same_document : bool
        Whether both are answers of the same document.
    """

    tiers: tuple[TierChange, ...]
    mentees: tuple[MenteeChange, ...]
    loads: tuple[LoadChange, ...]
    violations_before: tuple[Violation, ...]
    violations_after: tuple[Violation, ...]
    same_document: bool
    sentence: str

    @property
    def gainers(self) -> tuple[str, ...]:
        """The mentees that are better off in the second."""
        return tuple(row.mentee for row in self.mentees if row.gains)

    @property
    def losers(self) -> tuple[str, ...]:
        """The mentees that are worse off in the second."""
        return tuple(row.mentee for row in self.mentees if row.gains is False)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def to_frame(self) -> pd.DataFrame:
        """Return one row a mentee that moves, with its mentors, points and ranks in both."""
        from prssmi_match.solution.frame import rows_frame

        sides = [f"{what}{side}" for what in ("", "points_", "rank_") for side in ("before", "after")]
        return rows_frame(self.mentees, ("mentee", *sides, "gains", "sentence"))
