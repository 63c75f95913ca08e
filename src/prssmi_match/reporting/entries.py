"""Entries of a directory: one a site, which a page can fold and search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block, Content

__all__ = ["Entries", "Entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What there is to tell about one thing.

    Parameters
    ----------
    id : str
        Its stable place in the report, in lower case with hyphens; never made from data.
    title : Content
        Its name.
    note : Content
        What matters most about it, in a few words.
    blocks : tuple of Block
        The rest; entries do not hold entries.
    """

    id: str
    title: Content
    note: Content
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of entries, in the order in which they are looked up; ``caption`` says what they are."""

    caption: Content
    entries: tuple[Entry, ...]
