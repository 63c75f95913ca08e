"""What every report tells besides the answer, worked out unless it is given.

Reasons, or the diagnosis; for a cohort of usual size also how certain each place is, what becomes of the answer when a
mentor leaves, and the next best answers. For a large one these take minutes, so they have to be asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.alternatives import find_alternatives
from prssmi_match.explanation.certainty import find_certainty
from prssmi_match.explanation.diagnosis import find_diagnosis
from prssmi_match.explanation.explain import find_explanation
from prssmi_match.explanation.seats import find_seats_given_up
from prssmi_match.explanation.withdrawals import find_withdrawals
from prssmi_match.solution.alternatives import Alternatives
from prssmi_match.solution.certainty import Certainty
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.explanation import Explanation
from prssmi_match.solution.status import Status
from prssmi_match.solution.withdrawals import Withdrawals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["with_reasons"]

USUAL_SIZE = 1000
"""Pairs of available sites up to which a report also answers the questions that take solving again many times."""
_OTHER_ANSWERS = 3


def with_reasons(result: Result, parts: Sequence[Part], budget: Budget) -> tuple[Result, tuple[Part, ...]]:
    """Return a result with whose seat turned on what a tier gave up, and parts with what every report tells."""
    given = {type(part) for part in parts}
    if result.has_matching and result.seats is None:
        result = result.model_copy(update={"seats": find_seats_given_up(result, budget)})
    if result.has_matching and Explanation not in given:
        parts = (*parts, find_explanation(result, budget))
    if result.has_matching and _is_of_usual_size(result.problem):
        parts = (*parts, *(find(result, budget) for kind, find in _QUESTIONS.items() if kind not in given))
    if result.status is Status.INFEASIBLE and Diagnosis not in given:
        diagnosis = find_diagnosis(result.problem, budget)
        # Out of time it knows less than the result itself, which has a conflict.
        parts = (*parts, diagnosis) if diagnosis.conflicts else parts
    return result, tuple(parts)


_QUESTIONS: dict[type[Part], Callable[[Result, Budget], Part]] = {
    Certainty: find_certainty,
    Withdrawals: find_withdrawals,
    Alternatives: lambda result, budget: find_alternatives(result, budget, k=_OTHER_ANSWERS),
}


def _is_of_usual_size(problem: Problem) -> bool:
    mentees = sum(site.available for site in problem.mentees)
    return mentees * sum(site.available for site in problem.mentors) <= USUAL_SIZE
