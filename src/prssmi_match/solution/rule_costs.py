"""What each rule of the program costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.changed_answer import ChangedAnswer
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["RuleCost", "RuleCosts"]


class RuleCost(ChangedAnswer):
    """The answer without one rule; ``change`` is what the aims gain without it."""

    rule_id: str


class RuleCosts(Part):
    """The cost of every rule, in the order of ids.

    Attributes
    ----------
    tiers : tuple of str
        The tiers of the program, in order.
    complete : bool
        False where time ran out before all were worked out.
    """

    rows: tuple[RuleCost, ...]
    tiers: tuple[str, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a rule: ``rule_id``, ``status``, a column of the change a tier, ``sentence``."""
        from prssmi_match.solution.frame import changes_frame

        return changes_frame(self.rows, ("rule_id", "status"), self.tiers)
