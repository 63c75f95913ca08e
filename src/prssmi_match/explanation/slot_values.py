"""What one more, and one fewer, place at each mentor would change: the changed document, matched again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.compatibility import assess
from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.changed import changed_answer
from prssmi_match.explanation.rerun import judged, rerun
from prssmi_match.problem.criteria import Balance, FewBlockingPairs
from prssmi_match.problem.policy import criteria_of
from prssmi_match.problem.wording import slot_sentence
from prssmi_match.solution.slot_values import SlotValue, SlotValues
from prssmi_match.solution.status import Status
from prssmi_match.solving import resume

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.explanation.rerun import Rerun
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentor
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_slot_values"]


def find_slot_values(result: Result, budget: Budget) -> SlotValues:
    """Return the exact change of every tier for one more and one fewer place at each available mentor.

    A mentor with fewer places than its own minimum cannot be used, so it counts as one without places.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    mentors = [mentor for mentor in result.problem.mentor_by_id.values() if mentor.available]
    asked = [(mentor, slots) for mentor in mentors for slots in _directions(result.problem, mentor)]
    loads = {mentor.id: len(result.matching.mentees_of(mentor.id)) for mentor in mentors}
    reach = _reach(result.problem)
    rows = []
    for mentor, slots in budget.each(asked, "places"):
        places = result.problem.capacity(mentor) + slots
        # The answer still holds, and nothing that was not possible before is: what is proved of it stays proved.
        stays = places > reach[mentor.id] if slots > 0 else places >= loads[mentor.id]
        changed = _with_places(result.problem, mentor, places)
        first = _first_to_solve(result, changed, fewer=slots < 0)
        again = _resumed(result, changed, first, budget) if stays and first else rerun(changed, budget)
        words = slot_sentence(result.problem, mentor.id, places, slots)
        rows.append(SlotValue(mentor=mentor.id, slots=slots, **changed_answer(result, again, words)))
    tiers = tuple(tier.name for tier in result.problem.program.tiers)
    return SlotValues(rows=tuple(rows), tiers=tiers, complete=len(rows) == len(asked))


def _directions(problem: Problem, mentor: Mentor) -> Iterator[Literal[-1, 1]]:
    if problem.capacity(mentor) > 0:
        yield -1
    yield 1


def _reach(problem: Problem) -> dict[str, int]:
    """Return for each mentor how many mentees it could be paired with."""
    compatibility = assess(problem)
    return {
        mentor.id: len(positions)
        for mentor, positions in zip(compatibility.mentors, compatibility.pairs_of_mentor, strict=True)
    }


def _with_places(problem: Problem, mentor: Mentor, places: int) -> Problem:
    usable = places >= mentor.min_mentees
    update = {"max_mentees": places} if usable else {"max_mentees": 0, "min_mentees": 0}
    changed = mentor.model_copy(update=update)
    return problem.model_copy(update={"mentors": tuple(changed if m.id == mentor.id else m for m in problem.mentors)})


def _resumed(result: Result, changed: Problem, first: int, budget: Budget) -> Rerun:
    """Match a document in which the answer still holds and nothing new is possible, from a tier on."""
    answers = best_answers(result, budget, changed)
    return judged(changed, resume(answers.search(upto=first), changed.program.tiers[first:]))


def _first_to_solve(result: Result, changed: Problem, *, fewer: bool) -> int:
    """Return the position of the first tier of which not all is known from the answer.

    A tier in which the answer is as good as any keeps its best while the answer holds. Where the answer gave up some of
    it, the best answers of that tier may need the place that is gone: then its best falls, and with it what the later
    tiers have to keep.
    """
    if result.status is not Status.OPTIMAL:
        return 0
    given_up = (index for index, tier in enumerate(result.tiers) if fewer and tier.value < tier.best)
    return min(_first_that_reads_places(changed), next(given_up, len(result.tiers)))


def _first_that_reads_places(problem: Problem) -> int:
    """Return the position of the first tier that the number of places is part of; stability is part of the rules."""
    if problem.program.is_stable:
        return 0
    for index, tier in enumerate(problem.program.tiers):
        if any(isinstance(criterion, Balance | FewBlockingPairs) for criterion in criteria_of(tier)):
            return index
    return len(problem.program.tiers)
