"""Where an answer comes from."""

from __future__ import annotations

import platform
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from prssmi_match.records.digest import digest
from prssmi_match.solution.result import Provenance

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["provenance"]

_PACKAGES = ("prssmi-match", "ortools", "pydantic")


def provenance(problem: Problem, *, time_limit: float | None, workers: int) -> Provenance:
    """Return the digest of a problem, the versions in use and the settings of a call."""
    return Provenance(
        digest=digest(problem),
        versions=_versions(),
        settings={"time_limit": time_limit, "workers": workers},
    )


@cache
def _versions() -> dict[str, str]:
    """Return the versions in use; reading them takes longer than a small match."""
    return {**{package: _version(package) for package in _PACKAGES}, "python": platform.python_version()}


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "none"
