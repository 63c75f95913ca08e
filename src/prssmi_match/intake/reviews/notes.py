"""What the reviews came to, in sentences: who has a score, what does not count, and where reviewers differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.numbers import plain
from prssmi_match.problem.wording.labels import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.intake.reviews.summary import ReviewSummary, SiteReviews
    from prssmi_match.problem.wording.labels import Side

__all__ = ["review_notes"]

_MOST = 5
"""Sites that are named in a sentence."""


def review_notes(summary: ReviewSummary) -> Iterator[str]:
    """Yield sentences about each side that is reviewed."""
    sides: tuple[tuple[Side, Mapping[str, SiteReviews]], ...] = (
        ("mentees", summary.mentees),
        ("mentors", summary.mentors),
    )
    for side, sites in sides:
        if any(own.reviews or own.missing or own.excluded for own in sites.values()):
            yield _scored(side, sites)
            yield from _excluded(sites)
            yield from _spread(sites)


def _scored(side: Side, sites: Mapping[str, SiteReviews]) -> str:
    without = [site for site, own in sites.items() if own.score is None]
    rest = f"; none yet: {_some(without)}" if without else ""
    return f"{len(sites) - len(without)} of {len(sites)} {side} have a score{rest}."


def _excluded(sites: Mapping[str, SiteReviews]) -> Iterator[str]:
    excluded = [(site, own.excluded) for site, own in sites.items() if own.excluded]
    if excluded:
        words = _some([f"{count} of {site}" for site, count in excluded])
        yield f"reviews left out for a conflict of interest: {words}."


def _spread(sites: Mapping[str, SiteReviews]) -> Iterator[str]:
    apart = sorted((-own.spread, site) for site, own in sites.items() if own.spread)
    if apart:
        words = _some([f"{plain(-spread)} of {site}" for spread, site in apart])
        yield f"points by which the reviewers of a site differ: {words}."


def _some(words: list[str]) -> str:
    return enumeration(words if len(words) <= _MOST else [*words[:_MOST], f"{len(words) - _MOST} more"])
