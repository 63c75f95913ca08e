"""Rows of a key that contradict each other, or the secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.pseudonyms.codes import SHORTEST, code_of
from prssmi_match.intake.pseudonyms.entry import SITES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.intake.pseudonyms.entry import Entry, Subject

__all__ = ["entry_defects"]


def entry_defects(entries: Mapping[int, Entry], secret: bytes | None, source: str) -> list[Finding]:
    """Return what is wrong with rows that can be read each for itself.

    Parameters
    ----------
    entries : mapping of int to Entry
        The number of a row in the file, and what it holds.
    secret : bytes or None
        None where it cannot be read, so that no pseudonym can be held against it.
    source : str
        The name of the file in findings.
    """
    findings = [*_repeated(entries, source), *_shared(entries, source)]
    strangers = {} if secret is None else {row: one for row, one in entries.items() if not _fits(one, secret)}
    if len(strangers) > 1 and len(strangers) == len(entries):
        sentence = f"No pseudonym of {source} was made with its secret: the secret was changed, or is another key's."
        return [*findings, Finding("wrong_secret", source, "", "the secret of these pseudonyms", sentence)]
    for row, entry in strangers.items():
        what = f"The pseudonym {entry.pseudonym!r} was not made of {entry.original!r} with the secret of the file"
        fix = "one of the two was changed. Take the row from a copy of the file."
        findings.append(_finding("wrong_pseudonym", row, entry.pseudonym, f"{what}: {fix}", source))
    return findings


def _repeated(entries: Mapping[int, Entry], source: str) -> Iterator[Finding]:
    rows: dict[tuple[str, Subject], int] = {}
    for row, entry in entries.items():
        first = rows.setdefault((entry.kind, entry.subject), row)
        if first != row:
            what = f"The {entry.kind} {entry.original!r} stands in row {first} already; keep one."
            yield _finding("duplicate_original", row, entry.original, what, source)


def _shared(entries: Mapping[int, Entry], source: str) -> Iterator[Finding]:
    owners: dict[str, tuple[Subject, int]] = {}
    pseudonyms: dict[Subject, str] = {}
    for row, entry in entries.items():
        subject, first = owners.setdefault(entry.pseudonym, (entry.subject, row))
        if subject != entry.subject:
            what = f"The pseudonym {entry.pseudonym!r} stands in row {first} for something else."
            yield _finding("duplicate_pseudonym", row, entry.pseudonym, what, source)
        other = pseudonyms.setdefault(entry.subject, entry.pseudonym)
        if other != entry.pseudonym:
            what = (
                f"{entry.original!r} has two pseudonyms, {other!r} and {entry.pseudonym!r}; on both sides it has one."
            )
            yield _finding("two_pseudonyms", row, entry.pseudonym, what, source)


def _fits(entry: Entry, secret: bytes) -> bool:
    words = {*SITES, "site"} if entry.kind in SITES else {entry.kind}
    word, _, code = entry.pseudonym.rpartition("-")
    return word in words and len(code) >= SHORTEST and code_of(secret, *entry.subject).startswith(code)


def _finding(code: str, row: int, found: str, sentence: str, source: str) -> Finding:
    return Finding(code, f"{source} row {row}", repr(found), "", sentence, spot=Spot(source, row=row))
