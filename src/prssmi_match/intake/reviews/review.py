"""One review, once its row is understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from prssmi_match.problem.wording.labels import Side

__all__ = ["Review"]


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed which site, and what was scored.

    Parameters
    ----------
    reviewer : str
        The name as it is shown; the same for all reviews of one person.
    side, site : str
        The site that was reviewed.
    scores : mapping of str to Fraction
        By criterion, as written.
    missing : tuple of str
        Criteria without a score, in the order of the rubric.
    conflict : bool
        Whether the reviewer has a conflict of interest with the site.
    """

    reviewer: str
    side: Side
    site: str
    scores: Mapping[str, Fraction]
    missing: tuple[str, ...]
    conflict: bool

    @property
    def counts(self) -> bool:
        """Whether the review is part of the score."""
        return not self.conflict and not self.missing
