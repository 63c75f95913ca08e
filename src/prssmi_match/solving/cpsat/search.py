"""The search for a matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.assignment import Assignment
from prssmi_match.solving.cpsat.steps import Steps
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.solving.budget import Budget
    from prssmi_match.solving.cpsat.formulation import Formulation

__all__ = ["Search"]


class Search(Steps[Assignment, Objective]):
    """A formulation of a problem with the best matching so far; see :class:`Steps`."""

    formulation: Formulation

    def __init__(self, formulation: Formulation, budget: Budget, incumbent: Assignment | None = None) -> None:
        super().__init__(formulation, budget, incumbent)

    @property
    def compatibility(self) -> Compatibility:
        """The pairs that are searched."""
        return self.formulation.compatibility

    @property
    def is_quick(self) -> bool:
        """No: every question is a search."""
        return False

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria."""
        return self.formulation.objective(criteria)

    def settle(self, positions: Sequence[int], number: int) -> None:
        """Let so many of some pairs be chosen from now on."""
        self.formulation.model.add_linear_constraint(self.formulation.variables.total(positions), number, number)

    def by(self, kind: type[Search]) -> Search:
        """Return a search of a kind that goes on from here, on the same model."""
        return kind(self.formulation, self.budget, self._incumbent)
