"""Where an answer comes from."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import TYPE_CHECKING

from prssmi_match.records.digest import digest
from prssmi_match.solution.result import Provenance

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["provenance"]


def provenance(problem: Problem, *, time_limit: float | None, workers: int) -> Provenance:
    """Return the digest of a problem, the versions in use and the settings of a call."""
    versions = {package: metadata.version(package) for package in ("prssmi-match", "ortools", "pydantic")}
    return Provenance(
        digest=digest(problem),
        versions={**versions, "python": platform.python_version()},
        settings={"time_limit": time_limit, "workers": workers},
    )
