"""The answers of a field with what they may mean, each as a line of the draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.guess.asked import is_code
from prssmi_match.intake.guess.labels import labels_of
from prssmi_match.intake.guess.understanding import understand_value
from prssmi_match.intake.guess.words import spelling
from prssmi_match.intake.guess.writing import shown
from prssmi_match.intake.surveys import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prssmi_match.intake.guess.asked import Export
    from prssmi_match.intake.guess.claims import Claim
    from prssmi_match.intake.guess.known_sites import KnownSites
    from prssmi_match.intake.guess.understanding import Understood

__all__ = ["Meaning", "meanings_of"]

_ASKS = 'not understood: say what it means, or leave it out with ""'
_GUESS = "a guess: remove the # before the line if it is right, or say what is"
_NEAR = 82
_MOST = 80
_NOBODY = frozenset({"no", "none", "no one", "nobody", "nothing", "not applicable", "no preference", "none of these"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """An answer and what it means.

    Parameters
    ----------
    value : str or int
        The value of the field, or a level.
    note : str
        What a person should know of it, in words.
    stated : bool
        Whether the draft states it; else it stands as a comment.
    is_open : bool
        Whether a person must fill it in.
    """

    answer: str
    value: str | int
    note: str = ""
    stated: bool = True
    is_open: bool = False


def meanings_of(
    claim: Claim, export: Export, sites: KnownSites, other_topics: Collection[str]
) -> tuple[tuple[Meaning, ...], int]:
    """Return the meanings of the answers of a field, none where they need none, and how many more answers there are.

    Parameters
    ----------
    sites : KnownSites
        Those of the other side.
    other_topics : collection of str
        The topics of the other side.
    """
    column = claim.column
    match column.kind:
        case Kind.CHOICE | Kind.CHOICES:
            known = [*column.known, *(value.replace("_", " ") for value in column.known)]
            labels = labels_of(claim.asked, claim.layout, export, known)
            found = [_meaning(label, understand_value(label, column)) for label in labels[:_MOST]]
        case Kind.IDS | Kind.GROUPS:
            labels = labels_of(claim.asked, claim.layout, export, {*sites.names, *filter(None, sites.names.values())})
            found = [meaning for label in labels[:_MOST] if (meaning := _site(label, claim, sites)) is not None]
        case Kind.TOPICS:
            labels = labels_of(claim.asked, claim.layout, export)
            found = _topics(labels, claim, export, other_topics)
        case _:
            return (), 0
    return tuple(found), max(0, len(labels) - _MOST) if found else 0


def _meaning(answer: str, understood: Understood) -> Meaning:
    match understood.how:
        case "same":
            return Meaning(answer, understood.value)
        case "holds":
            return Meaning(answer, understood.value, "check")
        case "guess":
            return Meaning(answer, understood.value, _GUESS, stated=False, is_open=True)
        case "nothing":
            return Meaning(answer, "", _ASKS, stated=False, is_open=True)


def _site(answer: str, claim: Claim, sites: KnownSites) -> Meaning | None:
    if fold(answer) in _NOBODY:
        return Meaning(answer, "", "no site: left out")
    understood = sites.understand(answer)
    if understood.how != "nothing" or is_code(answer):
        return _meaning(answer, understood)
    if not sites.names:
        return None  # the sites of the other side's table are understood without a word
    if claim.column.name == "prior_mentors":
        return Meaning(answer, answer, "no mentor of this program; kept as it is", stated=False)
    return _meaning(answer, understood)


def _topics(labels: Sequence[str], claim: Claim, export: Export, other_topics: Collection[str]) -> list[Meaning]:
    """Return codes to be filled in, options of lists with commas, and topics that the other side spells otherwise."""
    if labels and (claim.asked.coded or all(is_code(label) for label in labels)):
        return [Meaning(label, "", "write the topic", stated=False, is_open=True) for label in labels[:_MOST]]
    listed = claim.layout is Layout.LISTED and export.survey.separator == ","
    found: list[Meaning] = []
    for label in labels[:_MOST]:
        near = _near_topic(label, labels, other_topics) if export.side == "mentees" else ""
        if listed:
            found.append(Meaning(label, label, f'the mentors write "{shown(near)}": the same?' if near else ""))
        elif near:
            note = "the mentors write it so; the same topic? Then remove the # before the line"
            found.append(Meaning(label, near, note, stated=False))
    return found


def _near_topic(label: str, own: Collection[str], others: Collection[str]) -> str:
    """Return the topic of the other side that is spelled nearly so, and that this side does not have itself."""
    had = {*map(fold, own)}
    near = min(((-spelling(label, topic), topic) for topic in others if fold(topic) not in had), default=(0, ""))
    return near[1] if -near[0] >= _NEAR and fold(label) not in {*map(fold, others)} else ""
