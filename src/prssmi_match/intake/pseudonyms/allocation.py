"""New pseudonyms for a key; those that it has stay what they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.intake.pseudonyms.codes import LONGEST, SHORTEST, code_of
from prssmi_match.intake.pseudonyms.entry import SITES, Entry
from prssmi_match.intake.pseudonyms.key import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.intake.pseudonyms.entry import Kind, Subject

__all__ = ["extended"]


def extended(key: Key, wanted: Iterable[Entry]) -> Key:
    """Return the key with a pseudonym for everything that is wanted; the order of it plays no role.

    A code is as short as it can be while no other is the same: should two collide, the one that was there first, or
    comes first in the order of texts, keeps the short one.
    """
    ordered = sorted(wanted, key=lambda entry: (entry.subject, entry.kind, entry.original))
    kinds: dict[Subject, set[Kind]] = {}
    for entry in ordered:
        kinds.setdefault(entry.subject, set()).add(entry.kind)
    pseudonyms = dict(key.pseudonyms)
    taken = {entry.code for entry in key.entries}
    for subject, of_kinds in kinds.items():
        if subject not in pseudonyms:
            code = _free_code(code_of(key.secret, *subject), taken)
            taken.add(code)
            pseudonyms[subject] = f"{_word(of_kinds)}-{code}"
    rows = {(entry.kind, entry.subject): entry for entry in key.entries}
    for entry in ordered:
        place = (entry.kind, entry.subject)
        rows[place] = _merged(rows.get(place, entry), entry, pseudonyms[entry.subject])
    return Key(key.secret, tuple(rows.values()))


def _free_code(whole: str, taken: set[str]) -> str:
    # Two digests of 256 bits are never equal, so a free length is always found.
    return next(whole[:length] for length in range(SHORTEST, LONGEST + 1) if whole[:length] not in taken)


def _word(kinds: set[Kind]) -> str:
    return "site" if kinds == set(SITES) else min(kinds)


def _merged(old: Entry, new: Entry, pseudonym: str) -> Entry:
    """Return a row with what is known by now; what an earlier export knew is not forgotten."""
    name, organization = new.name or old.name, new.organization or old.organization
    return replace(old, name=name, organization=organization, pseudonym=pseudonym)
