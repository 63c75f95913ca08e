"""How the match of a changed document differs from an answer, as the parts of one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.explanation.rerun import losses, moves
from prssmi_match.problem.wording import aim_changes, changed_sentence
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from prssmi_match.explanation.rerun import Rerun
    from prssmi_match.solution.result import Result

__all__ = ["changed_answer"]


def changed_answer(before: Result | Rerun, again: Rerun, words: str) -> dict[str, Any]:
    """Return the fields of a ``ChangedAnswer``.

    Parameters
    ----------
    words : str
        What is different in the document, as the beginning of a sentence.
    """
    assert before.matching is not None  # noqa: S101 - only an answer is asked about
    change = {tier: -loss for tier, loss in losses(before.values, again.values).items()}
    changed = () if again.matching is None else moves(before.problem, before.matching, again.matching)
    aims, sentences = aim_changes(before.problem, change), [move.sentence for move in changed]
    impossible = None if again.matching is not None else again.status is Status.INFEASIBLE
    return {
        "status": again.status,
        "change": change,
        "moves": changed,
        "proved": again.proved and before.status is Status.OPTIMAL,
        "sentence": changed_sentence(words, aims, sentences, impossible=impossible),
    }
