"""A second mentor for every mentee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.part import Part
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Absorption", "Backup", "Backups"]


class Backup(Part):
    """Where a mentee goes if its mentor leaves; ``backup`` is None where no place is left for it."""

    mentee: str
    mentor: str
    backup: str | None
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Absorption(Part):
    """Whether all mentees of a mentor find a place together if it leaves, while everybody else stays.

    Attributes
    ----------
    status : Status
        Of the search; ``infeasible`` where the rules cannot hold with everybody else in place.
    absorbed : bool or None
        None where time ran out first.
    reasons : tuple of str
        Where the rules cannot hold: what cannot all hold, a sentence each; empty where nobody may come in for it.
    """

    mentor: str
    status: Status
    absorbed: bool | None
    without: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Backups(Part):
    """Backups of all matched mentees, in the order of ids, and how far each withdrawal is absorbed."""

    rows: tuple[Backup, ...]
    mentors: tuple[Absorption, ...]
    complete: bool
    sentence: str

    @property
    def absorbed(self) -> bool:
        """Whether any single withdrawal is absorbed."""
        return self.complete and all(row.absorbed for row in self.mentors)

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.mentors)

    def backup_of(self, mentee: str) -> str | None:
        """Return the second mentor of a mentee, or None."""
        return next((row.backup for row in self.rows if row.mentee == mentee), None)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def to_frame(self) -> pd.DataFrame:
        """Return one row a matched mentee: ``mentee``, ``mentor``, ``backup``, ``sentence``."""
        from prssmi_match.solution.frame import rows_frame

        return rows_frame(self.rows, ("mentee", "mentor", "backup", "sentence"))
