"""The score of a matching, tier by tier and pair by pair."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CriterionPoints", "CriterionValue", "Evaluation", "PairEvaluation", "TierEvaluation"]


class CriterionPoints(Part):
    """The points of one pair by one criterion of one tier.

    Attributes
    ----------
    points : int
        Before the weight.
    total : int
        Weight times points.
    assumed : bool
        Whether the points rest on an unknown.
    """

    tier: str
    criterion: str
    weight: int
    points: int
    total: int
    assumed: bool


class PairEvaluation(Part):
    """One pair of the matching with its points, in the order of tiers and criteria."""

    mentee: str
    mentor: str
    points: tuple[CriterionPoints, ...]

    @property
    def assumed(self) -> tuple[str, ...]:
        """The criteria that rest on an unknown, in alphabetical order."""
        return tuple(sorted({row.criterion for row in self.points if row.assumed}))

    def total(self, tier: str) -> int:
        """Return the weighted points of the pair in a tier."""
        return sum(row.total for row in self.points if row.tier == tier)


class CriterionValue(Part):
    """The value of one criterion of one tier over the whole matching, before its weight."""

    criterion: str
    weight: int
    value: int


class TierEvaluation(Part):
    """The value of one tier; ``criteria`` add up to it with their weights in a ``maximize`` tier, else empty."""

    name: str
    value: int
    profile: tuple[int, ...] | None = None
    criteria: tuple[CriterionValue, ...] = ()


class Evaluation(Part):
    """The score of a matching under a problem's policy, whether or not it keeps the rules."""

    tiers: tuple[TierEvaluation, ...]
    pairs: tuple[PairEvaluation, ...]

    def tier(self, name: str) -> TierEvaluation:
        """Return a tier by its name.

        Raises
        ------
        KeyError
            If the policy has no such tier.
        """
        return self._tier_by_name[name]

    @cached_property
    def _tier_by_name(self) -> Mapping[str, TierEvaluation]:
        return {tier.name: tier for tier in self.tiers}
