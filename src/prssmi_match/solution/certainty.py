"""How certain each part of an answer is, among all best answers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Certainty", "Likelihood", "MenteeCertainty"]


class Likelihood(StrEnum):
    """How many of the best answers have it.

    ``forced``: all. ``likely``: more than half, but not all. ``toss_up``: half or fewer: the draw decided. ``open``:
    not all, but how many is not known, as there are more best answers than were counted.
    """

    FORCED = "forced"
    LIKELY = "likely"
    TOSS_UP = "toss_up"
    OPEN = "open"


class MenteeCertainty(Part):
    """What the best answers do with one mentee.

    Attributes
    ----------
    mentor : str or None
        Its mentor in the answer; None where it is unmatched.
    kind : Likelihood
        How many of the best answers do the same.
    share : float or None
        Their share; None where they were not all counted and it is not forced.
    others : tuple of str or None
        Where else it is in some best answer, unmatched as None, sorted by id.
    swap : tuple of Move
        The fewest moves that lead to a best answer in which this mentee is elsewhere; empty where there is none.
    """

    mentee: str
    mentor: str | None
    kind: Likelihood
    share: float | None
    others: tuple[str | None, ...] = ()
    swap: tuple[Move, ...] = ()
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Certainty(Part):
    """How certain an answer is.

    Attributes
    ----------
    mentees : tuple of MenteeCertainty
        Every available mentee, in the order of ids.
    answers : int
        Best answers that were counted.
    complete : bool
        Whether these are all.
    proved : bool
        False where the answer is not proved best, or time ran out: then ``forced`` only means that nothing else was
        found.
    """

    mentees: tuple[MenteeCertainty, ...]
    answers: int
    complete: bool
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def of(self, mentee: str) -> MenteeCertainty:
        """Return what is known of one mentee.

        Raises
        ------
        KeyError
            If it is not an available mentee.
        """
        return {row.mentee: row for row in self.mentees}[mentee]

    def to_frame(self) -> pd.DataFrame:
        """Return one row an available mentee: ``mentee``, ``mentor``, ``kind``, ``share``, ``others``, ``sentence``."""
        from prssmi_match.solution.frame import rows_frame

        return rows_frame(self.mentees, ("mentee", "mentor", "kind", "share", "others", "sentence"))
