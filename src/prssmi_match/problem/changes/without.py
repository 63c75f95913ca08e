"""A document without one of its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.changes.musts import wish_of
from prssmi_match.problem.presets import PRESETS
from prssmi_match.problem.program import number
from prssmi_match.problem.rules import Selection

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["without_rule"]


def without_rule(problem: Problem, rule_id: str) -> Problem:
    """Return the document without a rule of its program; all others keep the ids that they have.

    In place of a rule of the preset stands one that binds nothing, and a must of the strengths becomes a strong wish.
    """
    wish = wish_of(problem, rule_id)
    if wish is not None:
        return problem.model_copy(update={"strengths": {**(problem.strengths or {}), wish: "high"}})
    rules = [named.rule.model_copy(update={"id": named.id}) for named in number(problem.rules) if named.id != rule_id]
    if rule_id in {rule.id for rule in PRESETS[problem.preset].rules}:
        rules.append(Selection(id=rule_id))
    return problem.model_copy(update={"rules": tuple(rules)})
