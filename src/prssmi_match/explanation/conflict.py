"""Why no matching keeps all rules: a minimal set of rules and facts that cannot all hold.

Found by deletion: a member is dropped where the others still cannot all hold, until none can be dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from prssmi_match.problem.wording import fact_sentence
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solving.cpsat import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Fact
    from prssmi_match.solving import Budget

__all__ = ["NamedRules", "conflict_of", "find_conflict", "minimal_conflict", "shrink"]


F = TypeVar("F")
"""What can be in force or not: a rule or fact of a problem, or of a calendar."""


class NamedRules(Protocol[F]):
    """A formulation whose rules can be in force or not; any formulation of this kind can be asked."""

    @property
    def facts(self) -> tuple[F, ...]:
        """What can be in force."""

    def is_feasible(self, facts: Sequence[F], budget: Budget) -> bool | None:
        """Whether these can all hold; None where time ran out."""

    def core(self, facts: Sequence[F], budget: Budget) -> list[F]:
        """Return a subset that cannot all hold either."""


def find_conflict(problem: Problem, budget: Budget, *, always: Collection[Fact] = ()) -> Conflict:
    """Return a minimal conflict of an infeasible problem, in words; see :func:`minimal_conflict`."""
    return conflict_of(problem, *minimal_conflict(GuardedFormulation(problem), budget, always=always))


def conflict_of(problem: Problem, facts: Sequence[Fact], minimal: bool) -> Conflict:  # noqa: FBT001 - as it was proved
    """Return a conflict in words."""
    members = (ConflictMember(rule_id=fact.id, sentence=fact_sentence(problem, fact)) for fact in facts)
    return Conflict(members=tuple(members), minimal=minimal)


def minimal_conflict(rules: NamedRules[F], budget: Budget, *, always: Collection[F] = ()) -> tuple[list[F], bool]:
    """Return a conflict, and whether it is proved that no member can be dropped.

    Parameters
    ----------
    always : collection of F
        What is in force in every question, and never a member.
    """
    stated = [fact for fact in rules.facts if fact in always]
    members = [fact for fact in rules.core(rules.facts, budget) if fact not in always]
    if rules.is_feasible([*stated, *members], budget) is not False:
        members = [fact for fact in rules.facts if fact not in always]
    return shrink(rules, members, budget, stated)


def shrink(
    rules: NamedRules[F], members: Sequence[F], budget: Budget, stated: Sequence[F] = ()
) -> tuple[list[F], bool]:
    """Drop what is not needed from facts that cannot all hold; return what is left, and whether all of it is needed.

    Under stability a dropped capacity can make more pairs block, so passes are repeated until one drops nothing.
    """
    left, dropped, minimal = list(members), True, True
    while dropped:
        dropped, minimal = False, True
        for fact in list(left):
            others = [member for member in left if member != fact]
            feasible = rules.is_feasible([*stated, *others], budget)
            minimal = minimal and feasible is not None
            if feasible is False:
                left, dropped = others, True
    return left, minimal
