"""Who comes in when a seat becomes free: the document without its mentee, matched again with all others in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.rerun import rerun
from prssmi_match.explanation.standing_answer import standing_answer
from prssmi_match.problem.changes import keeping_first, without_mentees
from prssmi_match.problem.wording import vacancy_sentence, waiting_sentence
from prssmi_match.solution.status import Status
from prssmi_match.solution.waitlist import Vacancy, Waiting, Waitlist

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching, Pair
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_waitlist"]


def find_waitlist(result: Result, budget: Budget, *, depth: int = 3) -> Waitlist:
    """Return who comes in for each mentee that could leave, and the order of all who wait.

    Each is the rematch with the fewest changed pairs once the mentee has withdrawn; whoever comes in is then withdrawn
    as well, to find who is next.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ValueError
        If ``depth`` is below 1.
    """
    if depth < 1:
        raise ValueError(f"depth is {depth}; give at least 1")
    problem, matching = standing_answer(result).problem, result.matching
    vacancies = [_vacancy(problem, matching, pair, depth, budget) for pair in budget.each(matching.pairs, "seats")]
    waiting = [_waiting(problem, mentee, vacancies, depth) for mentee in matching.unmatched]
    return Waitlist(
        rows=tuple(sorted(waiting, key=lambda row: ([-place for place in row.places], row.mentee))),
        vacancies=tuple(vacancies),
        complete=len(vacancies) == len(matching.pairs),
    )


def _vacancy(problem: Problem, matching: Matching, pair: Pair, depth: int, budget: Budget) -> Vacancy:
    queue: list[tuple[str, ...]] = []
    gone, proved, matched = {pair.mentee}, True, {other.mentee for other in matching.pairs}
    conflict = None
    while len(queue) < depth and proved:
        changed = without_mentees(problem, gone)
        again = rerun(keeping_first(changed), budget)
        proved = again.proved
        if not queue and again.status is Status.INFEASIBLE:
            conflict = find_conflict(changed, budget)
        new = () if again.matching is None else tuple(p.mentee for p in again.matching.pairs if p.mentee not in matched)
        if not new:
            break
        queue.append(new)
        gone.update(new)
    clash = None if conflict is None else [member.sentence for member in conflict.members]
    sentence = vacancy_sentence(problem, pair.mentee, pair.mentor, queue, clash=clash)
    return Vacancy(
        mentee=pair.mentee,
        mentor=pair.mentor,
        queue=tuple(queue),
        conflict=conflict,
        proved=proved,
        sentence=sentence,
    )


def _waiting(problem: Problem, mentee: str, vacancies: list[Vacancy], depth: int) -> Waiting:
    places = tuple(
        sum(place < len(row.queue) and mentee in row.queue[place] for row in vacancies) for place in range(depth)
    )
    sentence = waiting_sentence(problem, mentee, places, len(vacancies))
    return Waiting(mentee=mentee, places=places, sentence=sentence)
