"""A guarded formulation that tells what else can hold beside some rules and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.solving.cpsat.driver import solve
from prssmi_match.solving.cpsat.formulation import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.problem.facts import Fact
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.driver import Answer

__all__ = ["GrowingFormulation"]


class GrowingFormulation(GuardedFormulation):
    """Every rule and fact behind a guard; a set that can hold can be enlarged."""

    def grow(self, facts: Sequence[Fact], budget: Budget) -> list[Fact] | None:
        """Return facts that can all hold, these among them, to which no other can be added.

        First all that one matching keeps, then as many of the others as possible: to ask for the most at once takes
        ten times as long where the rules leave much open.

        Returns
        -------
        list of Fact or None
            None where these cannot all hold, or time ran out; fewer than possible where time ran out on the way.
        """
        found = self._search(facts, budget)
        if not found.feasible:
            return None
        kept = self._search((), budget, found.chosen(self._variables.pair), maximize=self.facts)
        held = self._held(kept) if kept.feasible else list(facts)
        most = self._search(held, budget, maximize=[fact for fact in self.facts if fact not in set(held)])
        return self._held(most) if most.feasible else held

    def _search(
        self, facts: Iterable[Fact], budget: Budget, chosen: Sequence[int] | None = None, maximize: Sequence[Fact] = ()
    ) -> Answer:
        """Solve with these facts in force, any others if need be, and the chosen pairs where they are given."""
        trial = self.model.clone()
        trial.clear_assumptions()
        trial.add_bool_and([self._guards[fact] for fact in facts])
        if chosen is not None:
            pairs = dict.fromkeys(chosen, True)
            literals = [var if place in pairs else var.negated() for place, var in enumerate(self._variables.pair)]
            trial.add_bool_and(literals)
        if maximize:
            trial.maximize(cp_model.LinearExpr.sum([self._guards[fact] for fact in maximize]))
        else:
            for fact in self.facts:
                trial.add_hint(self._guards[fact], True)  # noqa: FBT003 - the solver's own
        return solve(trial, budget)

    def _held(self, answer: Answer) -> list[Fact]:
        return [self.facts[place] for place in answer.chosen([self._guards[fact] for fact in self.facts])]
