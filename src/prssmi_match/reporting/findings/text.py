"""Findings as text for people: a line each, by file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import shown
from prssmi_match.reporting.findings.counting import count_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.errors import Finding

__all__ = ["findings_text"]

LONGEST_FOUND = 80
"""Characters of a text found, of a header and of a question that are shown."""
LONGEST_SENTENCE = 600
_ELSEWHERE = "Elsewhere"


def findings_text(findings: Iterable[Finding]) -> str:
    """Return findings as text: their number, then file by file a line each, errors before warnings.

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
    for finding in sorted(findings, key=lambda finding: finding.severity != "error"):
        where = _where(finding)
        yield f"  {finding.severity:<7}  {f'{where}: ' if where else ''}{_what(finding)}"


def _where(finding: Finding) -> str:
    spot = finding.spot
    if spot is None or spot.row is None:
        place = shown(finding.place, 3 * LONGEST_FOUND)
        return place.removeprefix(_file(finding)).lstrip(" ,:")
    parts = [f"sheet {shown(spot.sheet, LONGEST_FOUND)}"] if spot.sheet else []
    parts.append(f"row {spot.row}")
    if spot.column:
        parts.append(f"column {shown(spot.column, LONGEST_FOUND)}")
    where = ", ".join(parts) + (f" ({spot.cell})" if spot.cell else "")
    # Many exports have the question as the header.
    asks = spot.question and spot.question != spot.column
    return f'{where}, "{shown(spot.question, LONGEST_FOUND)}"' if asks else where


def _what(finding: Finding) -> str:
    sentence = shown(finding.sentence, LONGEST_SENTENCE)
    more = [("Found", shown(finding.found, LONGEST_FOUND)), ("Expected", shown(finding.expected, LONGEST_FOUND))]
    return " ".join([sentence, *(f"{label}: {text}." for label, text in more if text and not _tells(sentence, text))])


def _tells(sentence: str, text: str) -> bool:
    """Return whether a sentence holds a text, and not as a part of a longer word or number."""
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", sentence) is not None
