"""How large a tier's value can become: the solver's arithmetic is exact only up to 2^53."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import (
    Balance,
    Continuity,
    Coverage,
    FewBlockingPairs,
    FewMentors,
    LocaleFit,
    MenteePreference,
    MentorPreference,
    MentorRest,
    MentorReviewScore,
    PairScore,
    PastDisappointment,
    Proximity,
    ReviewScore,
    SameValue,
    SettingFit,
    TopicFit,
)
from prssmi_match.problem.defects import Defect
from prssmi_match.problem.history import last_loads
from prssmi_match.problem.policy import criteria_of
from prssmi_match.problem.values import LARGEST, exact, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.problem.policy import Tier

__all__ = ["magnitude_defects"]

MOST_POINTS = 1000
"""The most that a pair gets by a criterion that gives points, and the widest spread of shares in thousandths."""


def magnitude_defects(problem: Problem) -> list[Defect]:
    """Return a defect for every tier whose value could pass 2^53.

    The solver adds up the points of all possible pairs in 64 bits, so with more than 512 mentors it is less.
    """
    limit = min(LARGEST, 2**62 // max(1, len(problem.mentors)))
    return [
        _defect(problem, index, tier, reach, limit)
        for index, tier in enumerate(problem.program.tiers)
        if (reach := _reach(tier, problem)) > limit
    ]


def _defect(problem: Problem, index: int, tier: Tier, reach: int, limit: int) -> Defect:
    source = "preset" if problem.strengths is None else "strengths"
    loc = (source,) if problem.policy is None else ("policy", "tiers", index)
    power = "2^53 = " if limit == LARGEST else ""
    sentence = (
        f"The value of tier {tier.name!r} could reach {reach}, beyond {power}{limit}; lower its weights or scores."
    )
    return Defect("too_large", loc, tier.name, sentence, f"at most {limit}")


def _reach(tier: Tier, problem: Problem) -> int:
    return sum(criterion.weight * _most(criterion, problem) for criterion in criteria_of(tier))


def _most(criterion: Criterion, problem: Problem) -> int:
    match criterion:
        case Coverage() | Continuity() | PastDisappointment():
            return len(problem.mentees)
        case FewMentors():
            return len(problem.mentors)
        case MentorRest():
            return len(problem.mentees) * max(last_loads(problem.history).values(), default=0)
        case FewBlockingPairs():
            return len(problem.mentees) * len(problem.mentors)
        case Balance():
            return MOST_POINTS
        case ReviewScore():
            return _tenths(problem.mentees)
        case MentorReviewScore():
            return _tenths(problem.mentors)
        case PairScore():
            best: dict[str, int] = {}
            for row in problem.pairs:
                best[row.mentee] = max(best.get(row.mentee, 0), row.score)
            return sum(best.values())
        case (
            SettingFit()
            | TopicFit()
            | LocaleFit()
            | Proximity()
            | MenteePreference()
            | MentorPreference()
            | SameValue()
        ):
            return MOST_POINTS * len(problem.mentees)


def _tenths(sites: Iterable[Mentee | Mentor]) -> int:
    scores = [abs(exact(site.review_score)) if site.review_score is not None else None for site in sites]
    highest = max((score for score in scores if score is not None), default=exact(0))
    return sum(round_half_up(10 * (highest if score is None else score)) + 1 for score in scores)
