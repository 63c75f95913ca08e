"""What every report tells besides the answer, worked out unless it is given: reasons, or the diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.diagnosis import find_diagnosis
from prssmi_match.explanation.explain import find_explanation
from prssmi_match.explanation.seats import find_seats_given_up
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.explanation import Explanation
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["with_reasons"]


def with_reasons(result: Result, parts: Sequence[Part], budget: Budget) -> tuple[Result, tuple[Part, ...]]:
    """Return a result with whose seat turned on what a tier gave up, and parts with the reasons or the diagnosis."""
    given = {type(part) for part in parts}
    if result.has_matching and result.seats is None:
        result = result.model_copy(update={"seats": find_seats_given_up(result, budget)})
    if result.has_matching and Explanation not in given:
        parts = (*parts, find_explanation(result, budget))
    if result.status is Status.INFEASIBLE and Diagnosis not in given:
        diagnosis = find_diagnosis(result.problem, budget)
        # Out of time it knows less than the result itself, which has a conflict.
        parts = (*parts, diagnosis) if diagnosis.conflicts else parts
    return result, tuple(parts)
