"""The canonical form of a problem, and its digest.

Two documents that ask the same thing have the same form: rows and lists in one order (preferences keep theirs),
defaults written out, numbers in one spelling, text in one Unicode normalization.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from prssmi_match.problem.canonical import canonical_text

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["canonical", "digest"]

ORDERED = frozenset({"preferences", "location", "tiers", "rank_points", "team_size", "travelers"})
"""Lists whose order means something."""


def canonical(problem: Problem) -> str:
    """Return the canonical form of a problem as JSON."""
    return canonical_text(problem.model_dump(mode="json"), ORDERED)


def digest(problem: Problem) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(problem).encode()).hexdigest()
