"""How certain each part of an answer is: what all best answers have in common, and where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.rerun import moves
from prssmi_match.problem.wording import certainty_sentence, mentee_certainty_sentence
from prssmi_match.solution.certainty import Certainty, Likelihood, MenteeCertainty
from prssmi_match.solution.status import Status
from prssmi_match.solving.assignment import UNMATCHED
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.solution.move import Move
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import BestAnswers, Budget
    from prssmi_match.solving.assignment import Assignment

__all__ = ["find_certainty"]


def find_certainty(result: Result, budget: Budget, *, limit: int = 100) -> Certainty:
    """Return what the best answers do with each available mentee.

    Parameters
    ----------
    limit : int
        Best answers that are counted at most; what is forced, and where else a mentee can be, is exact beyond that.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    answers = best_answers(result, budget)
    found, complete = answers.all(answers.search(), limit)
    places = [set(mentors) for mentors in zip(*(assignment.mentor_of for assignment in found), strict=True)]
    known = complete or _extend(answers, places)
    counted = found if complete else None
    rows = [
        _row(result, answers, mentee, places[mentee], counted) for mentee in range(len(answers.compatibility.mentees))
    ]
    return Certainty(
        mentees=tuple(rows),
        answers=len(found),
        complete=complete,
        proved=known and not budget.is_over and result.status is Status.OPTIMAL,
        sentence=certainty_sentence(len(found), sum(not row.others for row in rows), len(rows), complete=complete),
    )


def _extend(answers: BestAnswers, places: list[set[int]]) -> bool:
    """Add every place that some best answer gives a mentee; return whether these are proved to be all."""
    search, pairs = answers.search(), answers.compatibility.pairs
    while True:
        always = [UNMATCHED not in seen for seen in places]
        # What is new: a pair that was not seen, or a mentee without a mentor that always had one.
        new = Objective([int(mentor not in places[mentee]) - int(always[mentee]) for mentee, mentor in pairs])
        reached = search.reach(new, 1 - sum(always), guide=new)
        if not reached:
            return reached is False
        for seen, mentor in zip(places, search.incumbent.mentor_of, strict=True):
            seen.add(mentor)


def _row(
    result: Result, answers: BestAnswers, mentee: int, places: set[int], counted: list[Assignment] | None
) -> MenteeCertainty:
    site, own = answers.compatibility.mentees[mentee].id, answers.answer.mentor_of[mentee]
    ids = {UNMATCHED: None, **{mentor.index: mentor.id for mentor in answers.compatibility.mentors}}
    same = None if counted is None else sum(assignment.mentor_of[mentee] == own for assignment in counted)
    others = tuple(ids[mentor] for mentor in sorted(places - {own}))
    kind = _kind(same, 0 if counted is None else len(counted)) if others else Likelihood.FORCED
    number = None if same is None or counted is None else (same, len(counted))
    return MenteeCertainty(
        mentee=site,
        mentor=ids[own],
        kind=kind,
        share=1.0 if not others else None if number is None else number[0] / number[1],
        others=others,
        swap=_swap(result, answers, mentee) if others else (),
        sentence=mentee_certainty_sentence(result.problem, site, ids[own], others, number),
    )


def _kind(same: int | None, counted: int) -> Likelihood:
    if same is None:
        return Likelihood.OPEN
    return Likelihood.LIKELY if 2 * same > counted else Likelihood.TOSS_UP


def _swap(result: Result, answers: BestAnswers, mentee: int) -> tuple[Move, ...]:
    """Return the moves to the nearest best answer that has the mentee elsewhere."""
    own = answers.answer.mentor_of[mentee]
    positions = answers.compatibility.at(mentee, own) or answers.compatibility.pairs_of_mentee[mentee]
    sign = 1 if own == UNMATCHED else -1
    elsewhere = Objective([sign * (position in positions) for position in range(len(answers.compatibility.pairs))])
    search, least = answers.search(), 1 if own == UNMATCHED else 0
    if not search.reach(elsewhere, least):
        return ()
    search.hold(elsewhere, least)
    nearest = answers.nearest(search)
    if nearest is None:
        return ()
    return moves(result.problem, result.matching, nearest.to_matching(() for _ in nearest.chosen))
