"""What stands behind a rule: a must of the document's strengths, and how far its setting can give way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from prssmi_match.problem.program import number
from prssmi_match.problem.rules import Eligibility
from prssmi_match.problem.strengths import MUSTS, Wish

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Fact

__all__ = ["setting_steps", "wish_of"]


def wish_of(problem: Problem, rule_id: str) -> Wish | None:
    """Return the wish whose must a rule stands for, or None."""
    named = next((named for named in problem.program.rules if named.id == rule_id), None)
    if named is None or named.from_preset or rule_id in {own.id for own in number(problem.rules)}:
        return None
    return next(wish for wish in get_args(Wish) if MUSTS.get(wish) == named.rule)


def setting_steps(problem: Problem, fact: Fact) -> tuple[Literal["any", "off"], ...]:
    """Return what is asked of settings after one step, and after two where all are asked for now.

    A must that is lowered leaves behind what the other rules say; where none does, ``any`` applies.
    """
    settings = {
        named.id: named.rule.setting
        for named in problem.program.rules
        if isinstance(named.rule, Eligibility) and named.rule.setting is not None
    }
    alone = len(settings) == 1 or wish_of(problem, fact.id) is None
    return ("any", "off") if settings.get(fact.id) == "all" and fact.kind == "rule" and alone else ("off",)
