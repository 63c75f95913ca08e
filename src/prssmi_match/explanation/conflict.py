"""Why no matching keeps all rules: a minimal set of rules and facts that cannot all hold.

Found by deletion: a member is dropped where the others still cannot all hold, until none can be dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prssmi_match.problem.wording import fact_sentence
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solving.cpsat import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Fact
    from prssmi_match.solving import Budget

__all__ = ["NamedRules", "find_conflict", "minimal_conflict"]


class NamedRules(Protocol):
    """A formulation whose rules can be in force or not; any formulation of this kind can be asked."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What can be in force."""

    def is_feasible(self, facts: Sequence[Fact], budget: Budget) -> bool | None:
        """Whether these can all hold; None where time ran out."""

    def core(self, facts: Sequence[Fact], budget: Budget) -> list[Fact]:
        """Return a subset that cannot all hold either."""


def find_conflict(problem: Problem, budget: Budget) -> Conflict:
    """Return a minimal conflict of an infeasible problem, in words."""
    facts, minimal = minimal_conflict(GuardedFormulation(problem), budget)
    members = [ConflictMember(rule_id=fact.id, sentence=fact_sentence(problem, fact)) for fact in facts]
    return Conflict(members=tuple(members), minimal=minimal)


def minimal_conflict(rules: NamedRules, budget: Budget) -> tuple[list[Fact], bool]:
    """Return a conflict, and whether it is proved that no member can be dropped.

    Under stability a dropped capacity can make more pairs block, so passes are repeated until one drops nothing.
    """
    members = rules.core(rules.facts, budget)
    if rules.is_feasible(members, budget) is not False:
        members = list(rules.facts)
    dropped, minimal = True, True
    while dropped:
        dropped, minimal = False, True
        for fact in list(members):
            others = [member for member in members if member != fact]
            feasible = rules.is_feasible(others, budget)
            minimal = minimal and feasible is not None
            if feasible is False:
                members, dropped = others, True
    return members, minimal
