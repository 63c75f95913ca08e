"""Whether all rules of a document can be kept; where not, why, and what would settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.caution import Caution
from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.part import Part
from prssmi_match.solution.repair import Repair

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Diagnosis"]


class Diagnosis(Part):
    """What is wrong with a document, or what to look at in it.

    Attributes
    ----------
    feasible : bool or None
        Whether some matching keeps all rules; None where time ran out before that was known.
    conflicts : tuple of Conflict
        Sets of rules and facts that cannot all hold, the smallest first.
    conflicts_complete : bool
        Whether there are no others; never claimed where a rule asks for stability.
    repairs : tuple of Repair
        What would settle all conflicts at once, the cheapest first.
    repairs_complete : bool
        Whether there are no others.
    warnings : tuple of Caution
        What cannot matter or leaves no room, though it can be used as it is.
    sentence : str
        The whole in short.
    """

    feasible: bool | None
    sentence: str
    conflicts: tuple[Conflict, ...] = ()
    conflicts_complete: bool = True
    repairs: tuple[Repair, ...] = ()
    repairs_complete: bool = True
    warnings: tuple[Caution, ...] = ()

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    @property
    def conflict(self) -> Conflict | None:
        """The first conflict; None where there is none, or none was found in time."""
        return self.conflicts[0] if self.conflicts else None

    def to_frame(self) -> pd.DataFrame:
        """Return one row a change of a repair.

        Returns
        -------
        DataFrame
            Columns ``repair`` (from 1), ``cost`` (of the whole repair), ``kind``, ``rule_id``, ``owner``, ``amount``
            and ``sentence``; see ``Change``.
        """
        from prssmi_match.solution.frame import table

        rows = [
            {**change.model_dump(exclude={"fact"}), "repair": number, "cost": repair.cost}
            for number, repair in enumerate(self.repairs, start=1)
            for change in repair.changes
        ]
        return table(rows, ("repair", "cost", "kind", "rule_id", "owner", "amount", "sentence"))
