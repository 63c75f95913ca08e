"""An answer that is held against an earlier one."""

from __future__ import annotations

from pydantic import Field

from prssmi_match.problem.document import Problem
from prssmi_match.solution.move import Move
from prssmi_match.solution.part import Part
from prssmi_match.solution.result import Result

__all__ = ["ChangedPair", "Rematch"]


class ChangedPair(Part):
    """A pair of the earlier answer that is not kept.

    Attributes
    ----------
    now : str or None
        The mentee's mentor now; None is none.
    possible : bool
        False where no matching has the pair any more.
    could_stay : bool or None
        Whether it could have been kept beside all pairs that are kept, so that it was changed for the sake of the aims;
        None where that was not worked out, as without a matching.
    reasons : tuple of str
        What stands against the pair, or where it is possible by itself, against it beside the pairs that are kept.
    """

    mentee: str
    mentor: str
    now: str | None
    possible: bool
    could_stay: bool | None
    reasons: tuple[str, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Rematch(Result):
    """The result of a rematch: that of a document with one more aim, to keep earlier pairs.

    ``problem`` is that document, so every question that can be put to a result can be put to this one.

    Attributes
    ----------
    kept : int
        Pairs of the earlier answer that are kept.
    changed : tuple of ChangedPair
        The others, in the order of ids.
    impossible : tuple of ChangedPair
        Those of them that can no longer be made; also named where no matching was found.
    unknown : tuple of (str, str)
        Earlier pairs with a site that the document does not have any more; they are in none of the above.
    moves : tuple of Move
        Every mentee that is elsewhere than it was, those that come in among them.
    frozen : tuple of (str, str)
        The pairs that were not allowed to change.
    fewest : int or None
        The fewest pairs that have to change, where it was worked out.
    document : Problem
        The document as it was given.
    """

    kept: int
    changed: tuple[ChangedPair, ...] = ()
    impossible: tuple[ChangedPair, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    moves: tuple[Move, ...] = ()
    frozen: tuple[tuple[str, str], ...] = ()
    fewest: int | None = None
    sentence: str
    is_over_budget: bool = Field(default=False, description="more pairs have to change than may")
    document: Problem = Field(exclude=True, repr=False)

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
