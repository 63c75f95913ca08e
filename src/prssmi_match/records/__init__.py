"""What is kept of a run: the canonical digest of its input, and where an answer comes from."""

from __future__ import annotations

from prssmi_match.records.digest import canonical, digest
from prssmi_match.records.provenance import provenance

__all__ = ["canonical", "digest", "provenance"]
