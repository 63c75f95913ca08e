"""The points of the pairs in the first tier that gives pairs points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.problem.policy import pair_criteria_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.solution.evaluation import CriterionPoints
    from prssmi_match.solution.result import Result

__all__ = ["Fit", "fit_of"]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well each pair fits.

    Parameters
    ----------
    tier : str
        The tier's name.
    criteria : tuple of PairCriterion
        Its pair criteria, as in the policy.
    points : mapping
        Mentee and mentor to the points of the pair, one a criterion in the same order.
    """

    tier: str
    criteria: tuple[PairCriterion, ...]
    points: Mapping[tuple[str, str], tuple[CriterionPoints, ...]]

    @property
    def totals(self) -> list[int]:
        """The weighted points of the pairs, in ascending order."""
        return sorted(sum(row.total for row in rows) for rows in self.points.values())


def fit_of(result: Result) -> Fit | None:
    """Return the fit of the pairs of a result; None where no tier gives pairs points."""
    if result.evaluation is None or not result.has_matching:
        return None
    matched = {pair.key for pair in result.matching.pairs}
    for tier in result.problem.program.tiers:
        criteria = pair_criteria_of(tier)
        points = {
            (pair.mentee, pair.mentor): tuple(row for row in pair.points if row.tier == tier.name)
            for pair in result.evaluation.pairs
        }
        if criteria and matched <= points.keys() and all(len(rows) == len(criteria) for rows in points.values()):
            return Fit(tier.name, criteria, points)
    return None
