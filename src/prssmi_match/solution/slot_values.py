"""What one more, and one fewer, place at each mentor would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.solution.changed_answer import ChangedAnswer
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SlotValue", "SlotValues"]


class SlotValue(ChangedAnswer):
    """One mentor with one more place (``slots`` 1) or one fewer (-1)."""

    mentor: str
    slots: Literal[-1, 1]


class SlotValues(Part):
    """The value of places, by mentor, one fewer before one more.

    Attributes
    ----------
    tiers : tuple of str
        The tiers of the program, in order.
    complete : bool
        False where time ran out before all were worked out.
    """

    rows: tuple[SlotValue, ...]
    tiers: tuple[str, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a mentor and direction: ``mentor``, ``slots``, ``status``, a column a tier, ``sentence``."""
        from prssmi_match.solution.frame import changes_frame

        return changes_frame(self.rows, ("mentor", "slots", "status"), self.tiers)
