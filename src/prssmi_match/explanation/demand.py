"""A document in which something is demanded besides: a pair, a place for a mentee, or the use of a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.facts import Fact
from prssmi_match.problem.rules import Opening, Pin, Selection

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.rules import Rule

__all__ = ["with_demand"]


def with_demand(problem: Problem, mentee: str | None, mentor: str | None) -> tuple[Problem, Fact]:
    """Return the document with one more rule, and the fact that stands for it.

    None of these rules has a maximum, and a pair that is demanded stays as possible as it was, so nothing else of the
    document changes its meaning.
    """
    taken = {named.id for named in problem.program.rules}
    name = next(name for count in range(len(taken) + 1) if (name := f"demand-{count}") not in taken)
    rule = _rule(name, mentee, mentor)
    return problem.model_copy(update={"rules": (*problem.rules, rule)}), Fact("rule", (name,))


def _rule(name: str, mentee: str | None, mentor: str | None) -> Rule:
    if mentee is not None and mentor is not None:
        return Pin(id=name, mentee=mentee, mentor=mentor)
    if mentee is not None:
        return Selection(id=name, must_match=(mentee,))
    return Opening(id=name, must_open=() if mentor is None else (mentor,))
