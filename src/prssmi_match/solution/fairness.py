"""How evenly an answer treats the sites: reported, never optimized by itself."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["Fairness", "FitSpread", "GroupShare", "LoadSpread", "RankCounts"]


class RankCounts(Part):
    """How many pairs stand at each group of one side's own preferences.

    Attributes
    ----------
    by_group : tuple of int
        Pairs at the first group, the second, and so on.
    unlisted : int
        Pairs that the stating side did not list, though it lists some.
    not_stated : int
        Pairs whose stating side lists nobody.
    """

    by_group: tuple[int, ...]
    unlisted: int
    not_stated: int


class FitSpread(Part):
    """How the weighted points of matched mentees spread in one tier.

    Attributes
    ----------
    tier : str
        The first tier that sums points of pairs.
    count : int
        Matched mentees.
    worst, median, best : int
        Points; a median between two is rounded half up.
    gini : int
        Gini coefficient in thousandths, rounded half up: 0 where all are alike, near 1000 where one has all.
    """

    tier: str
    count: int
    worst: int
    median: int
    best: int
    gini: int


class LoadSpread(Part):
    """How mentors are used: how many, the fewest and most mentees, and the shares of capacity in thousandths."""

    used: int
    available: int
    fewest: int
    most: int
    lowest_share: int
    highest_share: int


class GroupShare(Part):
    """How many of the available mentees with one value of a field are matched; value None is unknown."""

    field: str
    value: str | None
    matched: int
    available: int


class Fairness(Part):
    """The measures of one answer; ``fit`` is None where no tier sums points of pairs or nobody is matched."""

    mentee_ranks: RankCounts
    mentor_ranks: RankCounts
    fit: FitSpread | None
    loads: LoadSpread
    groups: tuple[GroupShare, ...]
