"""Why something is not in an answer, and what it would take."""

from __future__ import annotations

from pydantic import Field

from prssmi_match.solution.conflict import ConflictMember
from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part
from prssmi_match.solution.repair import Repair

__all__ = ["WhyNot"]


class WhyNot(Part):
    """Why a mentee is not with a mentor; without a mentor: why it is not matched; without a mentee: why it is not used.

    Attributes
    ----------
    possible : bool or None
        Whether some matching that keeps every rule has it; None where time ran out.
    in_answer : bool
        Whether the answer has it already; then there is no price and nobody moves.
    rules : tuple of ConflictMember
        Where it is not possible: a minimal set of rules and facts that forbid it.
    repairs : tuple of Repair
        Where it is not possible: the smallest changes of the document that would make it possible, the least first.
    price : dict of str to int
        Where it is possible: how much each tier loses, by name, once it is demanded; below 0 where it gains.
    is_best : bool
        Whether the answer that has it is as good in every tier before the lottery, up to what tiers give up.
    moves : tuple of Move
        Who is then elsewhere, the mentee in question included.
    proved : bool
        False where time ran out before the price was exact, or where the answer itself is not proved best.
    """

    mentee: str | None
    mentor: str | None
    possible: bool | None
    in_answer: bool = False
    rules: tuple[ConflictMember, ...] = ()
    repairs: tuple[Repair, ...] = ()
    price: dict[str, int] = Field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    is_best: bool = False
    proved: bool = True
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
