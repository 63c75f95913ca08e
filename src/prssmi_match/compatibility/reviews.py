"""Review scores in whole tenths."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.values import exact, round_half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["tenths"]


def tenths(sites: Sequence[Mentee | Mentor]) -> list[int]:
    """Return each site's review score in tenths; an unknown one is the mean of the known, 0 where none is known.

    Parameters
    ----------
    sites : sequence of Mentee or Mentor
        The available sites of one side.
    """
    known = [exact(site.review_score) for site in sites if site.review_score is not None]
    mean = sum(known, Fraction(0)) / len(known) if known else Fraction(0)
    raw = (mean if site.review_score is None else exact(site.review_score) for site in sites)
    return [round_half_up(10 * score) for score in raw]
