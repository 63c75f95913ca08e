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


def changed_answer(result: Result, again: Rerun, words: str) -> dict[str, Any]:
    """Return the fields of a ``ChangedAnswer``.

    Parameters
    ----------
    words : str
        What is different in the document, as the beginning of a sentence.
    """
    change = {tier: -loss for tier, loss in losses(_values(result), again.values).items()}
    changed = () if again.matching is None else moves(result.problem, result.matching, again.matching)
    aims, sentences = aim_changes(result.problem, change), [move.sentence for move in changed]
    impossible = None if again.matching is not None else again.status is Status.INFEASIBLE
    return {
        "status": again.status,
        "change": change,
        "moves": changed,
        "proved": again.proved and result.status is Status.OPTIMAL,
        "sentence": changed_sentence(words, aims, sentences, impossible=impossible),
    }


def _values(result: Result) -> dict[str, int]:
    return {tier.name: tier.value for tier in result.tiers}
