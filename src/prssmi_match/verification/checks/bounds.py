"""A count held against an inclusive minimum and maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Opening, Quota, Selection

__all__ = ["check_bounds"]


def check_bounds(
    rule_id: str, rule: Opening | Selection | Quota, counted: tuple[str, ...], found: str, at: tuple[str, ...] = ()
) -> Iterator[Violation]:
    """Yield a violation where the number of counted sites is outside the bounds; the amount is how far.

    Parameters
    ----------
    rule_id : str
        The rule's id in the program.
    rule : Opening, Selection or Quota
        The bounds.
    counted : tuple of str
        The sites that count; they are the witnesses.
    found : str
        What was counted, as the start of the sentence.
    at : tuple of str
        The mentor that the count is of, if of one.
    """
    count = len(counted)
    if rule.max is not None and count > rule.max:
        sentence = f"{found}; at most {rule.max} may be."
        yield Violation(rule_id=rule_id, amount=count - rule.max, witnesses=(*at, *counted), sentence=sentence)
    if rule.min is not None and count < rule.min:
        sentence = f"{found}; at least {rule.min} must be."
        yield Violation(rule_id=rule_id, amount=rule.min - count, witnesses=(*at, *counted), sentence=sentence)
