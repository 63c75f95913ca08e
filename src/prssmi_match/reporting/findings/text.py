"""Findings as text for people: by file, a line each; the same one in several rows of a column is told once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration
from prssmi_match.reporting.characters import shown
from prssmi_match.reporting.findings.counting import count_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prssmi_match.errors import Finding

__all__ = ["findings_text"]

LONGEST_FOUND = 80
"""Characters of a text found, of a header and of a question that are shown."""
LONGEST_SENTENCE = 600
MOST_ROWS = 8
"""Rows that are named where the same is said of many."""
_ELSEWHERE = "Elsewhere"


def findings_text(findings: Iterable[Finding]) -> str:
    """Return findings as text: their number, then file by file a line each, errors before warnings.

    What is said of several rows of a column alike is one line that names the rows.

    Every line is safe to be shown: long texts are shortened, line breaks and control characters do not act.
    """
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(_file(finding), []).append(finding)
    every = [finding for group in by_file.values() for finding in group]
    groups = ["\n".join(_group(file, group, alone=len(by_file) == 1)) for file, group in by_file.items()]
    total = count_findings(every)
    return "\n\n".join([f"{total[0].upper()}{total[1:]}", *groups])


def _file(finding: Finding) -> str:
    return shown(finding.spot.file, LONGEST_FOUND) if finding.spot else ""


def _group(file: str, findings: list[Finding], *, alone: bool) -> Iterator[str]:
    if file or not alone:
        yield f"{file or _ELSEWHERE}: {count_findings(findings)}"
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for place, finding in enumerate(sorted(findings, key=lambda finding: finding.severity != "error")):
        alike.setdefault(_said(finding, place), []).append(finding)
    for same in alike.values():
        where = _where(same)
        yield f"  {same[0].severity:<7}  {f'{where}: ' if where else ''}{_what(same[0])}"


def _said(finding: Finding, place: int) -> tuple[object, ...]:
    """Return what is the same where a finding is said of several rows; the place of one that is said of no row."""
    spot = finding.spot
    if spot is None or spot.row is None:
        return (place,)
    return (replace(spot, row=None), replace(finding, place="", spot=None))


def _where(same: Sequence[Finding]) -> str:
    spot = same[0].spot
    if spot is None or spot.row is None:
        place = shown(same[0].place, 3 * LONGEST_FOUND)
        return place.removeprefix(_file(same[0])).lstrip(" ,:")
    parts = [f"sheet {shown(spot.sheet, LONGEST_FOUND)}"] if spot.sheet else []
    rows = [*dict.fromkeys(finding.spot.row for finding in same if finding.spot)]
    parts.append(_rows(rows))
    if spot.column:
        parts.append(f"column {shown(spot.column, LONGEST_FOUND)}")
    cell = spot.cell if len(rows) == 1 else spot.cell.rstrip("0123456789")
    where = ", ".join(parts) + (f" ({cell})" if cell else "")
    # Many exports have the question as the header.
    asks = spot.question and spot.question != spot.column
    return f'{where}, "{shown(spot.question, LONGEST_FOUND)}"' if asks else where


def _rows(rows: Sequence[int | None]) -> str:
    if len(rows) == 1:
        return f"row {rows[0]}"
    named = [str(row) for row in rows[:MOST_ROWS]]
    return f"rows {enumeration([*named, f'{len(rows) - MOST_ROWS} more'] if len(rows) > MOST_ROWS else named)}"


def _what(finding: Finding) -> str:
    sentence = shown(finding.sentence, LONGEST_SENTENCE)
    more = [("Found", finding.found), ("Expected", finding.expected)]
    told = [(label, text) for label, text in more if not _tells(finding.sentence, text.removeprefix("one of "))]
    texts = [(label, shown(text, LONGEST_FOUND)) for label, text in told]
    return " ".join([sentence, *(f"{label}: {text}." for label, text in texts if text)])


def _tells(sentence: str, text: str) -> bool:
    """Return whether a sentence holds a text, and not as a part of a longer word or number."""
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", sentence) is not None
