"""Points of pairs with the unknown filled in, and their weighted sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.problem.criteria import PairScore
from prssmi_match.verification.points import points_by
from prssmi_match.verification.rounding import mean_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.verification.admissibility import Admissibility

__all__ = ["Filled", "Scorer", "Scoring"]

WITHOUT_EVIDENCE = 500
"""Points of an unknown where no admissible pair has known ones."""


class Filled(NamedTuple):
    """Points before the weight, and whether they rest on an unknown."""

    points: int
    assumed: bool


class Scorer:
    """The points of one criterion; a mean is worked out only where the answer needs it.

    Parameters
    ----------
    criterion : PairCriterion
        The criterion with its parameters; its weight is not read.
    admissibility : Admissibility
        The pairs that a mean is taken over.
    """

    def __init__(self, criterion: PairCriterion, admissibility: Admissibility) -> None:
        self.criterion = criterion
        self.admissibility = admissibility
        self._known = points_by(criterion, admissibility.sites)
        self._filled: dict[tuple[str, str], Filled] = {}
        self._means: dict[str, int] = {}
        self._overall: int | None = None

    def fill(self, mentee: str, mentor: str) -> Filled:
        """Return the points of a pair."""
        pair = (mentee, mentor)
        if pair not in self._filled:
            known = self._known(mentee, mentor)
            self._filled[pair] = Filled(self._neutral(mentee) if known is None else known, assumed=known is None)
        return self._filled[pair]

    def _neutral(self, mentee: str) -> int:
        if not isinstance(self.criterion, PairScore) and self.criterion.neutral is not None:
            return self.criterion.neutral
        if mentee not in self._means:
            known = self._known_of([mentee])
            self._means[mentee] = mean_half_up(known) if known else self._over_all_pairs()
        return self._means[mentee]

    def _over_all_pairs(self) -> int:
        if self._overall is None:
            known = self._known_of(self.admissibility.sites.available_mentees)
            self._overall = mean_half_up(known) if known else WITHOUT_EVIDENCE
        return self._overall

    def _known_of(self, mentees: Iterable[str]) -> list[int]:
        """Return the known points of the admissible pairs of some mentees."""
        return [
            points
            for mentee in mentees
            for mentor in self.admissibility.mentors_of(mentee)
            if (points := self._known(mentee, mentor)) is not None
        ]


class Scoring:
    """The scorers of a policy; criteria that differ only in their weight share one.

    Parameters
    ----------
    admissibility : Admissibility
        The pairs that means are taken over.
    """

    def __init__(self, admissibility: Admissibility) -> None:
        self.admissibility = admissibility
        self._scorers: dict[PairCriterion, Scorer] = {}

    def scorer(self, criterion: PairCriterion) -> Scorer:
        """Return the scorer of a criterion."""
        key = criterion.model_copy(update={"weight": 1})
        if key not in self._scorers:
            self._scorers[key] = Scorer(key, self.admissibility)
        return self._scorers[key]
