"""What the answer would be without each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import rule_sentence
from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.sections.changed_answers import changed_answers, incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.rule_costs import RuleCost, RuleCosts

__all__ = ["build_rule_costs"]


def build_rule_costs(problem: Problem, costs: RuleCosts) -> Iterator[Section]:
    """Return what each rule costs the aims; those that cost nothing are named together."""
    words = {named.id: rule_sentence(problem, named) for named in problem.program.rules}

    def of_no_effect(rows: Sequence[RuleCost]) -> Iterator[Block]:
        yield Text("Without any single one of these, the answer would be the same:")
        yield Items(tuple(Data(words.get(row.rule_id, row.rule_id)) for row in rows))

    blocks = (*incomplete(proved=costs.proved), *changed_answers(costs.rows, of_no_effect))
    nothing = (Text("The program states no rule that could be left out."),)
    yield Section("rule-costs", "What each rule costs", blocks or nothing)
