"""The use cases, a few lines each: compositions of the rooms below."""

from __future__ import annotations

from prssmi_match.api.matching import check, evaluate, match, rematch, verify
from prssmi_match.api.questions import alternatives, compare, diagnose, explain, why_not
from prssmi_match.api.telling import letters, record, replay, report

__all__ = [
    "alternatives",
    "check",
    "compare",
    "diagnose",
    "evaluate",
    "explain",
    "letters",
    "match",
    "record",
    "rematch",
    "replay",
    "report",
    "verify",
    "why_not",
]
