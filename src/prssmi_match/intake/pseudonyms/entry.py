"""One row of a key: a pseudonym, and what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prssmi_match.problem.text import fold

__all__ = ["SITES", "Entry", "Kind", "Subject", "subject_of"]

Kind = Literal["mentee", "mentor", "organization", "topic", "field", "value", "rule", "tier"]
"""Sites and organizations always have pseudonyms; the other texts only where they name one of them."""

Subject = tuple[str, str]
"""What a pseudonym is made of: the domain and the text; the same subject has the same pseudonym for good."""

SITES: tuple[Kind, ...] = ("mentee", "mentor")


def subject_of(kind: Kind, text: str) -> Subject:
    """Return what the pseudonym of a text is made of.

    An id on both sides is one subject, as is what the document takes for equal: organizations and topics are folded.
    """
    if kind in SITES:
        return "site", text
    return kind, fold(text) if kind in {"organization", "topic"} else text


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a key.

    Parameters
    ----------
    kind : str
        The side of a site, or what else the text is.
    original : str
        The id of a site, or the text as it was first written.
    name, organization : str
        Those of a site; empty where unknown.
    pseudonym : str
        Empty until the key gives one.
    """

    kind: Kind
    original: str
    name: str = ""
    organization: str = ""
    pseudonym: str = ""

    @property
    def subject(self) -> Subject:
        """What the pseudonym is made of."""
        return subject_of(self.kind, self.original)

    @property
    def code(self) -> str:
        """The pseudonym without its first word."""
        return self.pseudonym.rpartition("-")[2]
