"""The score of a matching, tier by tier and pair by pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.evaluation import CriterionPoints, Evaluation, PairEvaluation
from prssmi_match.verification.scoring import Scoring
from prssmi_match.verification.tiers import evaluate_tier, pair_criteria
from prssmi_match.verification.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.verification.scoring import Scorer

    Column = tuple[str, PairCriterion, Scorer]

__all__ = ["evaluate_matching"]


def evaluate_matching(problem: Problem, matching: Matching) -> Evaluation:
    """Return the score of any matching, also of an invalid one.

    A pair that names an unknown site is left out, and one that is written twice counts once. The points of every
    other pair count, possible or not. A mentee with several mentors is one matched mentee; its points are the sum over
    its pairs, its group the best of them. Sites that are not available count where pairs and matched mentees are
    counted, but not in the profiles, which are over available mentees.

    Parameters
    ----------
    problem : Problem
        The document.
    matching : Matching
        Pairs of ids.

    Returns
    -------
    Evaluation
        All tiers of the program in order, the lottery included, and all known pairs in order.
    """
    view = View(problem, matching)
    scoring = Scoring(view.admissibility)
    tiers = problem.program.tiers
    columns = [(tier.name, each, scoring.scorer(each)) for tier in tiers for each in pair_criteria(tier)]
    return Evaluation(
        tiers=tuple(evaluate_tier(tier, view, scoring) for tier in tiers),
        pairs=tuple(_evaluate_pair(columns, mentee, mentor) for mentee, mentor in view.pairs),
    )


def _evaluate_pair(columns: Sequence[Column], mentee: str, mentor: str) -> PairEvaluation:
    points = tuple(_points(column, mentee, mentor) for column in columns)
    return PairEvaluation(mentee=mentee, mentor=mentor, points=points)


def _points(column: Column, mentee: str, mentor: str) -> CriterionPoints:
    tier, criterion, scorer = column
    points, assumed = scorer.fill(mentee, mentor)
    return CriterionPoints(
        tier=tier,
        criterion=criterion.criterion,
        weight=criterion.weight,
        points=points,
        total=criterion.weight * points,
        assumed=assumed,
    )
