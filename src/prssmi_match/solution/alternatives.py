"""Other answers beside the one that was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.solution.matching import Matching
from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Alternative", "AlternativeKind", "Alternatives"]

AlternativeKind = Literal["next", "different", "best"]


class Alternative(Part):
    """One other answer; it keeps every rule.

    Attributes
    ----------
    losses : dict of str to int
        By how much each tier is lower than in the answer, by name; below 0 where it is higher.
    is_best : bool
        Whether it is as good in every tier before the lottery.
    moves : tuple of Move
        The mentees that are not where the answer has them.
    """

    matching: Matching
    losses: dict[str, int]
    is_best: bool
    moves: tuple[Move, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Alternatives(Part):
    """Other answers.

    Attributes
    ----------
    kind : str
        ``next``: the next best ones, best first. ``different``: those that move the most mentees, within a stated loss.
        ``best``: the other best answers.
    complete : bool
        Whether there are no others of this kind.
    proved : bool
        False where time ran out before the last one was proved to be the next.
    """

    kind: AlternativeKind
    answers: tuple[Alternative, ...]
    complete: bool
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def to_frame(self) -> pd.DataFrame:
        """Return one row a mentee that moves: ``answer`` (from 1), ``mentee``, ``before``, ``after``, ``sentence``."""
        from prssmi_match.solution.frame import table

        rows = [
            {"answer": number, **move.model_dump()}
            for number, answer in enumerate(self.answers, start=1)
            for move in answer.moves
        ]
        return table(rows, ("answer", "mentee", "before", "after", "sentence"))
