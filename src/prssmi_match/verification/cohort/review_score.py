"""Sum of the matched mentees' review scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.cohort.reviews import sum_in_tenths

if TYPE_CHECKING:
    from prssmi_match.verification.view import View

__all__ = ["value"]


def value(view: View) -> int:
    """Return the sum in tenths; an unknown score is the mean of the available mentees' known ones."""
    sites = view.sites
    available = [sites.mentees[mentee] for mentee in sites.available_mentees]
    return sum_in_tenths([sites.mentees[mentee] for mentee in view.mentors_of], available)
