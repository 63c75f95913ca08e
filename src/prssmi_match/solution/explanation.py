"""The reasons for an answer, site by site."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from prssmi_match.solution.conflict import ConflictMember
from prssmi_match.solution.evaluation import CriterionPoints
from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Explanation", "PairReasons", "Refused", "UnmatchedReason", "WhyUnmatched"]


class PairReasons(Part):
    """Why a pair is in the answer.

    Attributes
    ----------
    points : tuple of CriterionPoints
        Its points by tier and criterion; those of a tier add up to ``total(tier)``.
    shared_settings, shared_topics : tuple of str
        What both sites state, in alphabetical order; topics as the mentee writes them.
    mentee_rank, mentor_rank : int or None
        The group of the other site in its preferences, 1 the best; None where it does not list it.
    assumed : tuple of str
        Criteria whose points rest on an unknown.
    forced_by : tuple of ConflictMember
        A minimal set of rules and facts that leave no matching without this pair; empty where they do not force it.
    """

    mentee: str
    mentor: str
    points: tuple[CriterionPoints, ...]
    shared_settings: tuple[str, ...] = ()
    shared_topics: tuple[str, ...] = ()
    mentee_rank: int | None = None
    mentor_rank: int | None = None
    assumed: tuple[str, ...] = ()
    forced_by: tuple[ConflictMember, ...] = ()
    sentences: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All reasons, one sentence after the other."""
        return " ".join(self.sentences)

    def __str__(self) -> str:
        """Return the sentences."""
        return self.sentence

    def total(self, tier: str) -> int:
        """Return the weighted points of the pair in a tier."""
        return sum(row.total for row in self.points if row.tier == tier)


class Refused(Part):
    """A mentor that a mentee cannot be paired with, and every ground for that."""

    mentor: str
    grounds: tuple[ConflictMember, ...]


class WhyUnmatched(StrEnum):
    """What kind of reason leaves a mentee without a mentor.

    ``no_mentor``: no mentor can be paired with it. ``held_back``: rules and facts leave no matching with it.
    ``outranked``: a tier would lose. ``drawn``: equally good answers have it; the lottery decided. ``open``: time ran
    out.
    """

    NO_MENTOR = "no_mentor"
    HELD_BACK = "held_back"
    OUTRANKED = "outranked"
    DRAWN = "drawn"
    OPEN = "open"


class UnmatchedReason(Part):
    """Why an available mentee is without a mentor.

    Attributes
    ----------
    refused : tuple of Refused
        Where no mentor can be paired with it: each mentor, with its grounds.
    rules : tuple of ConflictMember
        Where rules hold it back: a minimal set of rules and facts that leave no matching with it.
    tier : str or None
        Where it is outranked: the first tier that would lose, and ``loss``, how much at least.
    moves : tuple of Move
        Where it is outranked or drawn: what would change in the nearest answer with it: the fewest moves, with the
        least loss in that tier. ``by`` are the mentees that would lose their place there.
    """

    mentee: str
    kind: WhyUnmatched
    refused: tuple[Refused, ...] = ()
    rules: tuple[ConflictMember, ...] = ()
    tier: str | None = None
    loss: int | None = None
    by: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Explanation(Part):
    """Reasons for every pair and for every available mentee without a mentor, in the order of ids.

    Attributes
    ----------
    complete : bool
        False where time ran out before everything was worked out, or where the answer is not proved best.
    """

    pairs: tuple[PairReasons, ...]
    unmatched: tuple[UnmatchedReason, ...]
    complete: bool = True

    def of(self, mentee: str) -> PairReasons | UnmatchedReason:
        """Return the reasons for one mentee.

        Raises
        ------
        KeyError
            If it is not an available mentee.
        """
        reasons: dict[str, PairReasons | UnmatchedReason] = {row.mentee: row for row in self.pairs}
        return {**reasons, **{row.mentee: row for row in self.unmatched}}[mentee]

    def to_frame(self) -> pd.DataFrame:
        """Return one row an available mentee: ``mentee``, ``mentor`` (None where unmatched), ``sentence``."""
        from prssmi_match.solution.frame import table

        told: list[tuple[str, str | None, str]] = [(row.mentee, row.mentor, row.sentence) for row in self.pairs]
        told += [(row.mentee, None, row.sentence) for row in self.unmatched]
        columns = ("mentee", "mentor", "sentence")
        return table([dict(zip(columns, row, strict=True)) for row in sorted(told, key=lambda row: row[0])], columns)
