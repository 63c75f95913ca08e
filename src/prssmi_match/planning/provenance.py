"""Where a schedule comes from."""

from __future__ import annotations

import hashlib
from importlib import metadata
from typing import TYPE_CHECKING

from prssmi_match.problem.canonical import canonical_text
from prssmi_match.solution.result import Provenance

if TYPE_CHECKING:
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.solution.result import Result

__all__ = ["provenance_of"]

_ORDERED = frozenset({"hours", "intro_days", "debrief_days"})
"""Lists of a calendar whose order means something."""


def provenance_of(result: Result, calendar: Calendar, *, time_limit: float | None, workers: int) -> Provenance:
    """Return the digest of a calendar together with the problem and its pairs, the versions and the settings."""
    pairs = [list(pair.key) for pair in result.matching.pairs]
    said = canonical_text(calendar.model_dump(mode="json"), _ORDERED)
    text = "\n".join([result.provenance.digest, canonical_text(pairs, ()), said])
    versions = {package: _version(package) for package in ("holidays", "tzdata")}
    return Provenance(
        digest=hashlib.sha256(text.encode()).hexdigest(),
        versions={**result.provenance.versions, **versions},
        settings={"time_limit": time_limit, "workers": workers},
    )


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"
