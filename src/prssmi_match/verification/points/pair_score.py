"""The score that the pair's row states."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.verification.sites import Sites

__all__ = ["points"]


def points(sites: Sites, mentee: str, mentor: str) -> int:
    """Return the row's score, 0 without a row."""
    row = sites.rows.get((mentee, mentor))
    return 0 if row is None else row.score
