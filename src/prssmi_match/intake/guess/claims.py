"""Which question fills which field: the likest first, each question once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import TABLES, Kind
from prssmi_match.intake.guess.evidence import BONUS, ENOUGH_ALONE, NEAR, weigh
from prssmi_match.intake.guess.layouts import layout_of
from prssmi_match.intake.guess.phrases import phrases_of
from prssmi_match.intake.guess.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.intake.columns import Column
    from prssmi_match.intake.guess.asked import Asked, Export
    from prssmi_match.intake.guess.known_sites import KnownSites
    from prssmi_match.intake.surveys import Layout

__all__ = ["Claim", "claim_fields"]

_SURE = 86
_SEVERAL = {Kind.GROUPS, Kind.IDS, Kind.TOPICS}


@dataclass(frozen=True, slots=True)
class Claim:
    """A question for a field.

    Parameters
    ----------
    score : int
        How likely it is: 100 where the words are the field's own, and up to 20 more where the answers fit as well.
    doubt : str
        What is doubtful about its layout, in words; empty where nothing is.
    by_answers : bool
        Whether only its answers speak for it, and not its words.
    """

    column: Column
    asked: Asked
    layout: Layout
    score: int
    doubt: str = ""
    by_answers: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the words of the question leave little doubt."""
        return self.score >= _SURE and not self.by_answers


def claim_fields(
    export: Export, asked: Sequence[Asked], sites: KnownSites, fixed: Iterable[Claim] = ()
) -> dict[str, Claim]:
    """Return the claims of one side by field, in the order of the native table.

    Parameters
    ----------
    asked : sequence of Asked
        What fields can be filled from, contact data aside.
    sites : KnownSites
        Those of the other side.
    fixed : iterable of Claim
        Claims that stand already.
    """
    claims = {claim.column.name: claim for claim in fixed}
    taken = {key for claim in claims.values() for key in claim.asked.keys}
    free = [column for column in TABLES[export.side].columns if column.name not in claims]
    grouped = {key for one in asked for key in one.keys if one.form != "one"}
    found = [
        claim
        for column in free
        for one in asked
        # A question of a group holds one rank or item, and never all of them.
        if not (column.kind in _SEVERAL and one.form == "one" and one.keys[0] in grouped)
        and (claim := _claim(column, one, export, sites)) is not None
    ]
    order = {column.name: place for place, column in enumerate(TABLES[export.side].columns)}
    # Of several that are equally likely, a group of questions comes before its members.
    found.sort(key=lambda c: (-c.score, order[c.column.name], -len(c.asked.keys), c.asked.position, c.asked.keys))
    for claim in found:
        if claim.column.name not in claims and taken.isdisjoint(claim.asked.keys):
            claims[claim.column.name] = claim
            taken |= {*claim.asked.keys}
    return _without_halves({name: claims[name] for name in order if name in claims})


def _claim(column: Column, asked: Asked, export: Export, sites: KnownSites) -> Claim | None:
    said = {asked.text, asked.keys[0]} if asked.form == "one" else {asked.text}
    alike = max(likeness(text, phrase) for text in said for phrase in phrases_of(column.name))
    if alike + BONUS < NEAR and column.kind not in ENOUGH_ALONE:
        return None
    read = layout_of(column, asked, export)
    if read is None:
        return None
    layout, doubt = read
    evidence = weigh(column, asked, layout, export, sites)
    score = max(alike + evidence.bonus, evidence.alone)
    if score < NEAR or not evidence.fits:
        return None
    return Claim(column, asked, layout, score, doubt, by_answers=alike + evidence.bonus < NEAR)


def _without_halves(claims: dict[str, Claim]) -> dict[str, Claim]:
    """Leave out a latitude without a longitude, and both beside a location."""
    halves = {"latitude", "longitude"}
    whole = any(claim.column.kind is Kind.LOCATION for claim in claims.values())
    if halves <= claims.keys() and not whole:
        return claims
    return {name: claim for name, claim in claims.items() if name not in halves}
