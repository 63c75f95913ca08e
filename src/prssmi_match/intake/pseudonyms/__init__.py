"""Stable pseudonyms: a document that can be shared, and the key to it, which is kept apart."""

from __future__ import annotations

from prssmi_match.intake.pseudonyms.key import Key
from prssmi_match.intake.pseudonyms.key_reading import read_key
from prssmi_match.intake.pseudonyms.pseudonymized import Pseudonymized, pseudonymize
from prssmi_match.intake.pseudonyms.reveal import reveal_matching

__all__ = ["Key", "Pseudonymized", "pseudonymize", "read_key", "reveal_matching"]
