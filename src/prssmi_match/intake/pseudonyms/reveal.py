"""The way back: whose pairs those of an answer are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.problem.text import nearest
from prssmi_match.solution.matching import Matching, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.pseudonyms.key import Key

__all__ = ["reveal_matching"]

Place = tuple[str, str]


def reveal_matching(matching: Matching, key: Key) -> Matching:
    """Return a matching of pseudonyms with the ids that they stand for; its marks stay.

    Parameters
    ----------
    matching : Matching
        That of a result, or any made by hand.
    key : Key
        The key that the pseudonyms were made with.

    Raises
    ------
    ProblemError
        With a finding for every pseudonym that the key does not have.
    """
    unknown = [_unknown(place, key) for place in _places(matching) if place[1] not in key.sites]
    if unknown:
        raise ProblemError(unknown)
    pairs = [
        Pair(
            mentee=key.sites[pair.mentee],
            mentor=key.sites[pair.mentor],
            assumed=pair.assumed,
            provisional=pair.provisional,
        )
        for pair in matching.pairs
    ]
    return Matching(pairs=pairs, unmatched=sorted(key.sites[site] for site in matching.unmatched))


def _places(matching: Matching) -> Iterator[Place]:
    for row, pair in enumerate(matching.pairs):
        yield f"pairs[{row}].mentee", pair.mentee
        yield f"pairs[{row}].mentor", pair.mentor
    for row, site in enumerate(matching.unmatched):
        yield f"unmatched[{row}]", site


def _unknown(place: Place, key: Key) -> Finding:
    where, pseudonym = place
    close = nearest(pseudonym, key.sites)
    guess = f" Did you mean {close!r}?" if close else " Was the answer made with another key?"
    sentence = f"The key has no site with the pseudonym {pseudonym!r}.{guess}"
    return Finding("unknown_pseudonym", where, repr(pseudonym), "a pseudonym of the key", sentence)
