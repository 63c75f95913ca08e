"""The coordinator's decisions, with who, when and why: a file that is only added to, applied on every later run."""

from __future__ import annotations

from prssmi_match.records.ledger.apply import Applied, apply_ledger
from prssmi_match.records.ledger.file import append_override, parse_ledger, read_ledger
from prssmi_match.records.ledger.model import Cost, Ledger, Override, active, undone
from prssmi_match.records.ledger.record import Recorded, record_override, words_of

__all__ = [
    "Applied",
    "Cost",
    "Ledger",
    "Override",
    "Recorded",
    "active",
    "append_override",
    "apply_ledger",
    "parse_ledger",
    "read_ledger",
    "record_override",
    "undone",
    "words_of",
]
