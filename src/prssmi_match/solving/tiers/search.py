"""What a tier asks of a search, whichever engine answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prssmi_match.problem.values import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat.steps import Step
    from prssmi_match.solving.objective import Objective

__all__ = ["TierSearch"]


class TierSearch(Protocol):
    """A search in steps: each maximizes one objective, and what is held stays held."""

    @property
    def compatibility(self) -> Compatibility:
        """The pairs that are searched."""

    @property
    def incumbent(self) -> Assignment:
        """The best matching so far; the first is searched for when it is first asked for."""

    @property
    def is_quick(self) -> bool:
        """Whether what is asked next costs a flow or a relaxation, so that asking more often beats a long way round."""

    def objective(self, criteria: Iterable[Criterion]) -> Objective:
        """Return the weighted sum of criteria."""

    def maximize(self, objective: Objective) -> Step:
        """Maximize an objective as far as the budget goes."""

    def hold(self, objective: Objective, least: int, most: int = LARGEST) -> None:
        """Keep an objective from falling below a value, or passing one, from now on."""

    def reach(self, objective: Objective, least: int, guide: Objective | None = None) -> bool | None:
        """Whether a matching that keeps all that is held reaches a value; it becomes the incumbent."""
