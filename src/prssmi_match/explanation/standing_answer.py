"""The answer that life goes on from: its document as it was given, with the answer's pairs as those to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.explanation.rerun import Rerun
from prssmi_match.problem.changes import with_previous
from prssmi_match.solution.rematch import Rematch
from prssmi_match.verification import evaluate_matching

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.result import Result

__all__ = ["document_of", "standing_answer"]


def document_of(result: Result) -> Problem:
    """Return the document that was given: that of a rematch is without the aim to keep pairs."""
    return result.document if isinstance(result, Rematch) else result.problem


def standing_answer(result: Result) -> Rerun:
    """Return an answer as the earlier one of its own document.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    matching = result.matching
    problem = with_previous(document_of(result), (pair.key for pair in matching.pairs))
    return Rerun(problem, result.status, matching, evaluate_matching(problem, matching))
