"""Findings in a few safe words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import in_one_line
from prssmi_match.reporting.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.errors import Finding

__all__ = ["count_findings", "encodable", "shown"]

_ENOUGH = 20
_SURROGATES = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return the text with the replacement character for halves of characters, which no file can hold."""
    return _SURROGATES.sub("\ufffd", text)


def shown(text: str, most: int) -> str:
    """Return the text in one line of at most so many characters, which acts on nothing where it is shown."""
    head = text[: _ENOUGH * most]  # a cell may hold megabytes
    line = in_one_line(encodable(head))
    whole = len(line) <= most and len(head) == len(text)
    return line if whole else f"{line[: most - 1].rstrip()}…"


def count_findings(findings: Iterable[Finding]) -> str:
    """Return how many errors and warnings there are, in words; errors first.

    >>> count_findings([])
    'no errors'
    """
    severities = [finding.severity for finding in findings]
    counts = [(severities.count(name), name) for name in ("error", "warning")]
    return ", ".join(counted(count, name) for count, name in counts if count) or "no errors"
