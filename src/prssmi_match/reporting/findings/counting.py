"""How many findings there are, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.errors import Finding

__all__ = ["count_findings"]


def count_findings(findings: Iterable[Finding]) -> str:
    """Return how many errors and warnings there are, in words; errors first.

    >>> count_findings([])
    'no errors'
    """
    severities = [finding.severity for finding in findings]
    counts = [(severities.count(name), name) for name in ("error", "warning")]
    return ", ".join(counted(count, name) for count, name in counts if count) or "no errors"
