"""Sum of the used mentors' review scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.cohort.reviews import sum_in_tenths

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return the sum in tenths; an unknown score is the mean of the available mentors' known ones."""
    sites = view.sites
    available = [sites.mentors[mentor] for mentor in sites.available_mentors]
    return sum_in_tenths([sites.mentors[mentor] for mentor in view.mentees_of], available)
