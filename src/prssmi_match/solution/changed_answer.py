"""What becomes of an answer when one thing of the document is different."""

from __future__ import annotations

from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part
from prssmi_match.solution.status import Status

__all__ = ["ChangedAnswer"]


class ChangedAnswer(Part):
    """The match of a changed document, as it differs from the answer.

    Attributes
    ----------
    status : Status
        Of the match of the changed document.
    change : dict of str to int
        By how much the value of each tier is higher, by name; empty without a matching.
    moves : tuple of Move
        Who is then elsewhere.
    proved : bool
        Whether the change is exact: False where time ran out.
    """

    status: Status
    change: dict[str, int]
    moves: tuple[Move, ...]
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
