"""What an answer rests on, and what matched mentees still have to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import MentorReviewScore, ReviewScore
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.solution.result import Assumption, Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.solution.matching import Matching

__all__ = ["assumptions", "conditions"]


def conditions(problem: Problem, matching: Matching) -> tuple[Condition, ...]:
    """Return what is outside the program's expectations, by matched mentee."""
    matched = [problem.mentee_by_id[pair.mentee] for pair in matching.pairs]
    return tuple(condition for mentee in matched for condition in _conditions_of(problem, mentee))


def _conditions_of(problem: Problem, mentee: Mentee) -> Iterator[Condition]:
    expected = problem.program.expectations
    size, team = mentee.team_size, expected.team_size
    if size is not None and team is not None and not team[0] <= size <= team[1]:
        sentence = f"{_people(size)} in the team; the program expects {team[0]} to {team[1]}"
        yield Condition(mentee=mentee.id, field="team_size", sentence=sentence)
    travelers, paid = mentee.travelers, expected.travelers
    if travelers is None or paid is None:
        return
    named = f"{travelers} traveler{'' if travelers == 1 else 's'}"
    if travelers > paid[1]:
        sentence = f"{named}; the program pays for {paid[1]}"
        yield Condition(mentee=mentee.id, field="travelers", sentence=sentence)
    elif travelers < paid[0]:
        sentence = f"{named}; the program expects at least {paid[0]}"
        yield Condition(mentee=mentee.id, field="travelers", sentence=sentence)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def assumptions(problem: Problem) -> tuple[Assumption, ...]:
    """Return the unknowns of available sites that any answer rests on: capacities, and review scores that count."""
    return (*_capacities(problem), *_reviews(problem))


def _capacities(problem: Problem) -> Iterator[Assumption]:
    for mentor in problem.mentor_by_id.values():
        if mentor.available and mentor.max_mentees is None:
            count = problem.default_capacity
            sentence = (
                f"{label_mentor(problem, mentor.id)} states no number of mentees; "
                f"up to {count} {'is' if count == 1 else 'are'} assumed."
            )
            yield Assumption(site=mentor.id, field="max_mentees", sentence=sentence)


def _reviews(problem: Problem) -> Iterator[Assumption]:
    criteria = [c for tier in problem.program.tiers if isinstance(tier, MaximizeTier) for c in tier.maximize]
    if any(isinstance(criterion, ReviewScore) for criterion in criteria):
        for mentee in problem.mentee_by_id.values():
            if mentee.available and mentee.review_score is None:
                sentence = f"{label_mentee(problem, mentee.id)} {_unscored(problem.mentees)}."
                yield Assumption(site=mentee.id, field="review_score", sentence=sentence)
    if any(isinstance(criterion, MentorReviewScore) for criterion in criteria):
        for mentor in problem.mentor_by_id.values():
            if mentor.available and mentor.review_score is None:
                sentence = f"{label_mentor(problem, mentor.id)} {_unscored(problem.mentors)}."
                yield Assumption(site=mentor.id, field="review_score", sentence=sentence)


def _unscored(sites: Iterable[Mentee | Mentor]) -> str:
    known = any(site.available and site.review_score is not None for site in sites)
    return f"has no review score; {'the mean of the known ones is' if known else 'none is known, so 0 is'} assumed"
