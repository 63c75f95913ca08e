"""Pairs: who may be paired, with the reason for every refusal, and how well."""

from __future__ import annotations

from prssmi_match.compatibility.assessment import Compatibility, assess

__all__ = ["Compatibility", "assess"]
