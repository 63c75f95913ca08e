"""Whether pairs can all be made together, and what stands against that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.explanation.conflict import conflict_of, minimal_conflict
from prssmi_match.problem.changes import with_pins
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.wording import one_mentor_sentence
from prssmi_match.solving.cpsat import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.solving import Budget

__all__ = ["Pinned"]

Pair = tuple[str, str]


class Pinned:
    """A document with a pin for each of some pairs, of which only those that are asked about are in force."""

    def __init__(self, problem: Problem, pairs: Sequence[Pair], budget: Budget) -> None:
        self._budget = budget
        self._problem = with_pins(problem, pairs)
        self._rules = GuardedFormulation(self._problem)
        pins = (Fact("rule", (str(rule.id),)) for rule in self._problem.rules[len(problem.rules) :])
        self._pins = dict(zip(pairs, pins, strict=True))

    def against(self, pairs: Sequence[Pair]) -> tuple[str, ...] | None:
        """Return what does not let all these be together, a sentence each; None where it was not worked out."""
        pins = [self._pins[pair] for pair in pairs]
        others = {*self._pins.values()} - {*pins}
        rules = _Part(self._rules, tuple(fact for fact in self._rules.facts if fact not in others))
        feasible = rules.is_feasible(rules.facts, self._budget)
        if feasible is not False:
            return () if feasible else None
        members = conflict_of(self._problem, *minimal_conflict(rules, self._budget, always=pins)).members
        return tuple(member.sentence for member in members) or (one_mentor_sentence(),)


@dataclass(frozen=True, slots=True)
class _Part:
    """A formulation of which some rules are never in force."""

    rules: GuardedFormulation
    facts: tuple[Fact, ...]

    def is_feasible(self, facts: Sequence[Fact], budget: Budget) -> bool | None:
        return self.rules.is_feasible(facts, budget)

    def core(self, facts: Sequence[Fact], budget: Budget) -> list[Fact]:
        return self.rules.core(facts, budget)
