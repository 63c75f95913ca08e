"""What becomes of an answer when a mentor leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.changed_answer import ChangedAnswer
from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Withdrawal", "Withdrawals"]


class Withdrawal(ChangedAnswer):
    """The answer without one mentor, with as many of the other pairs kept as possible.

    Attributes
    ----------
    conflict : Conflict or None
        What cannot all hold without the mentor, where no matching keeps all rules.
    """

    mentor: str
    conflict: Conflict | None = None


class Withdrawals(Part):
    """Every mentor of an answer, in the order of ids, as if it were to leave."""

    rows: tuple[Withdrawal, ...]
    tiers: tuple[str, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a mentor: ``mentor``, ``status``, the change of each tier, ``sentence``."""
        from prssmi_match.solution.frame import changes_frame

        return changes_frame(self.rows, ("mentor", "status"), self.tiers)
