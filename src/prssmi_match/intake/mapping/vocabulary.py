"""What answers mean: by the mapping, else by the known values, or by the ids and names of the other side's sites."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.intake.cells import known_choice
from prssmi_match.intake.columns import Kind
from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.surveys.survey import Layout
from prssmi_match.problem.text import fold, nearest

if TYPE_CHECKING:
    from prssmi_match.intake.mapping.items import Item
    from prssmi_match.intake.mapping.questions import Source

__all__ = ["Vocabulary", "meaning", "options_of"]

LEFT_OUT = ""
"""What an answer means that the mapping leaves out."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The sites of the other side: id to name.

    Names that two sites share are not understood, rather than taken for one of them.
    """

    sites: dict[str, str] = field(default_factory=dict)
    side: str = "site"

    def find(self, text: str) -> str | None:
        """Return the id of a site that is named by its id, or by its name."""
        if text in self.sites:
            return text
        folded = fold(text)
        named = [site for site, name in self.sites.items() if folded in {fold(site), fold(name)}]
        return named[0] if len(named) == 1 else None

    def nearest(self, text: str) -> str | None:
        """Return the id of the site with the most similar id or name, if one is similar."""
        words = {name: site for site, name in self.sites.items() if name} | {site: site for site in self.sites}
        close = nearest(text, words)
        return words[close] if close else None


def meaning(source: Source, item: Item, vocabulary: Vocabulary) -> str | Complaint:
    """Return the value that an answer stands for, empty where it is left out, or why it is not understood."""
    for name in item.names:
        if fold(name) in source.answers:
            return source.answers[fold(name)]
    match source.column.kind:
        case Kind.CHOICE | Kind.CHOICES:
            known = source.column.known
            value = next((word for name in item.names if (word := known_choice(name, known)) in known), None)
            return value or _not_understood(source, item, nearest(item.text, known), f"one of {', '.join(known)}")
        case Kind.IDS | Kind.GROUPS:
            site = next((site for name in item.names if (site := vocabulary.find(name)) is not None), None)
            return site or _no_site(source, item, vocabulary)
        case _:
            return item.text


def options_of(source: Source, vocabulary: Vocabulary) -> set[str]:
    """Return all texts that are known as one option of a question."""
    known = source.column.known
    options = {*source.mapped.answers, *known, *(re.sub("_", " ", word) for word in known)}
    if source.column.kind in {Kind.IDS, Kind.GROUPS}:
        options |= {*vocabulary.sites, *(name for name in vocabulary.sites.values() if name)}
    return options


def _no_site(source: Source, item: Item, vocabulary: Vocabulary) -> str | Complaint:
    close = vocabulary.nearest(item.text)
    if source.column.name == "prior_mentors" and close is None:
        return item.text  # a mentor of other years, whom this program does not know
    return _not_understood(source, item, close, f"the id or name of a {vocabulary.side}")


def _not_understood(source: Source, item: Item, close: str | None, expected: str) -> Complaint:
    guess = f" Did you mean {close!r}?" if close else ""
    sentence = (
        f"{item.text!r} is not {expected}.{guess} Say what it means under answers of {source.column.name} in the "
        f'mapping: "{item.text}" = "{close or "..."}", or "" to leave it out.'
    )
    mark = next((mark for mark in ",;|" if mark in item.text), "")
    if mark and source.layout in {Layout.LISTED, Layout.ORDERED}:
        sentence += f' If it lists several answers, set separator = "{mark}" for {source.column.name}.'
    return Complaint("unknown_answer", expected, sentence)
