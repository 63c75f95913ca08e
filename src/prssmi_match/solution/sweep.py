"""Many scenarios of a document, each with its own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Sweep", "SweepRow"]


class SweepRow(Part):
    """The answer of one scenario.

    Attributes
    ----------
    values : dict of str to int
        The value of each tier by name; empty without a matching.
    moves : tuple of Move
        Who is elsewhere than in the answer of the document as it is; empty for another document.
    conflict : Conflict or None
        What cannot all hold, where no matching keeps all rules.
    """

    name: str
    status: Status
    values: dict[str, int] = Field(default={})
    matching: Matching | None = None
    moves: tuple[Move, ...] = ()
    conflict: Conflict | None = None
    sentence: str

    @property
    def proved(self) -> bool:
        """Whether it is known what is best, or that there is nothing."""
        return self.status in {Status.OPTIMAL, Status.INFEASIBLE}

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Sweep(Part):
    """The answers of scenarios, in the order in which they were given.

    Attributes
    ----------
    tiers : tuple of str
        The tiers of all answers, each once.
    complete : bool
        False where time ran out before all were worked out, or somebody stopped it.
    """

    rows: tuple[SweepRow, ...]
    tiers: tuple[str, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def of(self, name: str) -> SweepRow:
        """Return the row of a scenario.

        Raises
        ------
        KeyError
            If it has none.
        """
        return {row.name: row for row in self.rows}[name]

    def to_frame(self) -> pd.DataFrame:
        """Return one row a scenario: ``name``, ``status``, ``matched``, ``moved``, a column a tier, ``sentence``."""
        from prssmi_match.solution.frame import table

        columns = ("name", "status", "matched", "moved")
        records = [
            {
                "name": row.name,
                "status": row.status,
                "matched": None if row.matching is None else len(row.matching.pairs),
                "moved": len(row.moves),
                **{tier: row.values.get(tier) for tier in self.tiers},  # noqa: PD011 - a dictionary
                "sentence": row.sentence,
            }
            for row in self.rows
        ]
        frame = table(records, (*columns, *self.tiers, "sentence"))
        return frame.astype(dict.fromkeys(("matched", "moved", *self.tiers), "Int64"))
