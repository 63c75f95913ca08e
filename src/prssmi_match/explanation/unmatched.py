"""Why a mentee is without a mentor: nobody can be paired with it, rules, a tier that would lose, or the draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.refused import refusals_of
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.demand import with_demand
from prssmi_match.explanation.rerun import moves
from prssmi_match.explanation.standing import standings
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.wording import (
    draw_sentence,
    held_back_sentence,
    no_mentor_sentence,
    open_sentence,
    outranked_sentence,
)
from prssmi_match.solution.explanation import Refused, UnmatchedReason, WhyUnmatched
from prssmi_match.solving.objective import Objective
from prssmi_match.solving.tiers import search_tier
from prssmi_match.verification import evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.explanation.standing import Standing
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import BestAnswers, Budget
    from prssmi_match.solving.cpsat import Search

__all__ = ["find_unmatched_reasons"]


def find_unmatched_reasons(result: Result, answers: BestAnswers, budget: Budget) -> Iterator[UnmatchedReason]:
    """Give the reason of each available mentee without a mentor, in the order of ids, while the budget lasts."""
    index = answers.compatibility.mentee_index
    found = standings(answers, (index[mentee] for mentee in result.matching.unmatched))
    for mentee in budget.each(result.matching.unmatched, "mentees without a mentor"):
        yield _reason(result, answers, mentee, found[index[mentee]])


def _reason(result: Result, answers: BestAnswers, mentee: str, standing: Standing) -> UnmatchedReason:
    position = answers.compatibility.mentee_index[mentee]
    if not answers.compatibility.pairs_of_mentee[position]:
        return _no_mentor(result.problem, mentee)
    if standing.tiers is None:
        return _open(result.problem, mentee)
    if standing.witness is None:
        return _held_back(result.problem, mentee, answers)
    search = answers.search(upto=standing.tiers, start=standing.witness)
    search.hold(Objective([int(other == position) for other, _ in answers.compatibility.pairs]), 1)
    if standing.tiers == len(answers.tiers):
        return _drawn(result, answers, mentee, search)
    return _outranked(result, answers, mentee, answers.tiers[standing.tiers], search)


def _open(problem: Problem, mentee: str) -> UnmatchedReason:
    return UnmatchedReason(mentee=mentee, kind=WhyUnmatched.OPEN, sentence=open_sentence(problem, mentee))


def _no_mentor(problem: Problem, mentee: str) -> UnmatchedReason:
    grounds = refusals_of(problem, mentee)
    refused = tuple(Refused(mentor=mentor, grounds=rows) for mentor, rows in grounds.items())
    words = {mentor: [row.sentence for row in rows] for mentor, rows in grounds.items()}
    sentence = no_mentor_sentence(problem, mentee, words)
    return UnmatchedReason(mentee=mentee, kind=WhyUnmatched.NO_MENTOR, refused=refused, sentence=sentence)


def _held_back(problem: Problem, mentee: str, answers: BestAnswers) -> UnmatchedReason:
    demanding, demand = with_demand(problem, mentee, None)
    rules = find_conflict(demanding, answers.budget, always=[demand]).members
    sentence = held_back_sentence(problem, mentee, [member.sentence for member in rules])
    return UnmatchedReason(mentee=mentee, kind=WhyUnmatched.HELD_BACK, rules=rules, sentence=sentence)


def _outranked(result: Result, answers: BestAnswers, mentee: str, tier: Tier, search: Search) -> UnmatchedReason:
    """Tell how much a tier loses at least, and who is elsewhere in the nearest answer that loses just that.

    What the tier gives up does not matter here: the least loss is held.
    """
    keeping = tier.model_copy(update={"give_up": None}) if isinstance(tier, MaximizeTier) else tier
    nearest = answers.nearest(search) if search_tier(keeping, search).proved else None
    if nearest is None:
        return _open(result.problem, mentee)
    matching = nearest.to_matching(() for _ in nearest.chosen)
    changed = moves(result.problem, result.matching, matching)
    reached = {found.name: found.value for found in evaluate_matching(result.problem, matching).tiers}
    own = next(found.value for found in result.tiers if found.name == tier.name)
    by = tuple(move.mentee for move in changed if move.after is None)
    lost = tier, own - reached[tier.name]
    sentence = outranked_sentence(result.problem, mentee, lost, by, [str(move) for move in changed])
    return UnmatchedReason(
        mentee=mentee,
        kind=WhyUnmatched.OUTRANKED,
        tier=tier.name,
        loss=lost[1],
        by=by,
        moves=changed,
        sentence=sentence,
    )


def _drawn(result: Result, answers: BestAnswers, mentee: str, search: Search) -> UnmatchedReason:
    nearest = answers.nearest(search)
    if nearest is None:
        return _open(result.problem, mentee)
    changed = moves(result.problem, result.matching, nearest.to_matching(() for _ in nearest.chosen))
    by = tuple(move.mentee for move in changed if move.after is None)
    sentence = draw_sentence(result.problem, mentee, [str(move) for move in changed])
    return UnmatchedReason(mentee=mentee, kind=WhyUnmatched.DRAWN, by=by, moves=changed, sentence=sentence)
