"""Warnings about limits that leave no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.program import number
from prssmi_match.problem.rules import Opening, Quota, Selection
from prssmi_match.problem.wording import fact_sentence
from prssmi_match.solution.caution import Caution
from prssmi_match.solution.status import Status
from prssmi_match.solving import solve
from prssmi_match.verification import check_matching

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.program import NamedRule
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solving import Budget

__all__ = ["slack_cautions"]


def slack_cautions(problem: Problem, matching: Matching, budget: Budget) -> Iterator[Caution]:
    """Tell of each limit of a rule or mentor that no matching keeps once it is one tighter.

    Parameters
    ----------
    matching : Matching
        One that keeps all rules: where it keeps the tighter ones too, nothing has to be solved.
    """
    for sites, fact, change, tighter in (*_rules(problem), *_capacities(problem)):
        if budget.is_over:
            return
        if not check_matching(tighter, matching).valid and _is_impossible(tighter, budget):
            sentence = (
                f"{fact_sentence(problem, fact)} There is no room here: with {change}, not all rules can be kept."
            )
            yield Caution(code="no_slack", sites=sites, sentence=sentence)


def _is_impossible(problem: Problem, budget: Budget) -> bool:
    return solve(assess(problem), (), budget).status is Status.INFEASIBLE


Tightened = tuple[tuple[str, ...], Fact, str, "Problem"]
"""The sites that a limit is about, the limit, what is changed of it, and the document with that change."""


def _rules(problem: Problem) -> Iterator[Tightened]:
    """Tighten each end of each rule that counts; a minimum that meets its maximum cannot be, and so tells nothing."""
    for named in problem.program.rules:
        rule = named.rule
        if not isinstance(rule, Opening | Selection | Quota) or rule.min == rule.max:
            continue
        fact = Fact("rule", (named.id,))
        if rule.max:
            change = f"a maximum of {rule.max - 1} instead of {rule.max}"
            yield (), fact, change, _with_rule(problem, named, {"max": rule.max - 1})
        if rule.min:
            change = f"a minimum of {rule.min + 1} instead of {rule.min}"
            yield (), fact, change, _with_rule(problem, named, {"min": rule.min + 1})


def _with_rule(problem: Problem, named: NamedRule, update: Mapping[str, int]) -> Problem:
    """Return the document with one rule changed; one of the preset becomes one of the document."""
    stated = {each.id: each.rule for each in number(problem.rules)} | {named.id: named.rule}
    rules = [rule.model_copy(update={"id": rule_id}) for rule_id, rule in stated.items() if rule_id != named.id]
    changed = named.rule.model_copy(update={**update, "id": named.id})
    return problem.model_copy(update={"rules": (*rules, changed)})


def _capacities(problem: Problem) -> Iterator[Tightened]:
    for mentor in problem.mentor_by_id.values():
        capacity = problem.capacity(mentor)
        if mentor.available and capacity:
            fewer = mentor.model_copy(update={"max_mentees": capacity - 1})
            mentors = tuple(fewer if each.id == mentor.id else each for each in problem.mentors)
            tighter = problem.model_copy(update={"mentors": mentors})
            yield (mentor.id,), Fact("capacity", (mentor.id,)), f"{capacity - 1} instead of {capacity}", tighter
