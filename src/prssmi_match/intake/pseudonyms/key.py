"""The key: the secret that pseudonyms are made with, and who stands behind each."""

from __future__ import annotations

import csv
import io
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.intake.pseudonyms.cells import guarded
from prssmi_match.intake.pseudonyms.entry import SITES, Entry, Kind, Subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COLUMNS", "SECRET_BYTES", "SECRET_WORD", "Key"]

SECRET_BYTES = 32
SECRET_WORD = "secret"  # noqa: S105 - the word before it, not the secret
COLUMNS = ("pseudonym", "kind", "original", "name", "organization")
_NOTE = "Keep this file apart from what you share: it tells who is who."


@dataclass(frozen=True)
class Key:
    """The secret and all entries, those of earlier exports among them.

    Who has the key can tell who everybody is. Keep its file apart from what is shared, readable by its owner alone
    (mode 600), and never in the folder that a document is written to: the command line refuses that.

    Parameters
    ----------
    secret : bytes
        ``SECRET_BYTES`` of them, drawn at random.
    entries : tuple of Entry
        Sorted by kind and pseudonym, whatever order they are given in.
    """

    secret: bytes = field(repr=False)
    entries: tuple[Entry, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        ordered = sorted(self.entries, key=lambda entry: (entry.kind, entry.pseudonym))
        object.__setattr__(self, "entries", tuple(ordered))

    @classmethod
    def new(cls) -> Key:
        """Return a key with a fresh secret and no entries."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @cached_property
    def pseudonyms(self) -> Mapping[Subject, str]:
        """What has a pseudonym, and which."""
        return {entry.subject: entry.pseudonym for entry in self.entries}

    @cached_property
    def sites(self) -> Mapping[str, str]:
        """The pseudonyms of sites, and the ids behind them."""
        return {entry.pseudonym: entry.original for entry in self.entries if entry.kind in SITES}

    def pseudonym(self, kind: Kind, text: str) -> str | None:
        """Return the pseudonym of an id or another text, or None where it has none."""
        return self.pseudonyms.get(subject_of(kind, text))

    def to_text(self) -> str:
        r"""Return the key as separated values, to be written as they are, in UTF-8.

        The first line holds the secret, the second the headers. Cells that a spreadsheet could take for a formula or a
        number begin with an apostrophe, which :func:`read_key` takes off again. Lines end with ``\r\n``.
        """
        stream = io.StringIO(newline="")
        writer = csv.writer(stream)
        writer.writerow([SECRET_WORD, guarded(self.secret.hex()), _NOTE])
        writer.writerow(COLUMNS)
        for entry in self.entries:
            writer.writerow([guarded(getattr(entry, column)) for column in COLUMNS])
        return stream.getvalue()
