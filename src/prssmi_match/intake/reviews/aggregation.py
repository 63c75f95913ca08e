"""The reviews of all sites to one score each."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.reviews.cells import Sites
from prssmi_match.intake.reviews.columns import review_columns
from prssmi_match.intake.reviews.moments import mean, root, variance
from prssmi_match.intake.reviews.normalization import normalized
from prssmi_match.intake.reviews.rows import read_reviews
from prssmi_match.intake.reviews.summary import Incomplete, ReviewSummary, SiteReviews
from prssmi_match.intake.reviews.totals import Scale, hundredths

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from fractions import Fraction

    from prssmi_match.intake.grid import Grid
    from prssmi_match.intake.reviews.review import Review
    from prssmi_match.intake.reviews.settings import ReviewSettings
    from prssmi_match.problem.wording.labels import Side

__all__ = ["aggregate_reviews"]

_FEW = 3
"""Reviews below which a reviewer's mean and standard deviation are little to go by."""


def aggregate_reviews(
    grid: Grid,
    settings: ReviewSettings,
    mentees: Collection[str],
    mentors: Collection[str],
    names: Mapping[str, str] | None = None,
) -> ReviewSummary:
    """Return what the reviews of every site come to, and all findings.

    Parameters
    ----------
    grid : Grid
        The table, one row a review.
    settings : ReviewSettings
        What its columns mean.
    mentees, mentors : collection of str
        The ids of all sites.
    names : mapping of str to str, optional
        Ids by name: a review that names its site so is told the id.

    Notes
    -----
    The score of a site is the mean of the totals of its reviews (see :class:`.totals.Scale`), normalized before where
    the settings say so (see :mod:`.normalization`). Incomplete reviews and those with a conflict of interest are left
    out. All is computed exactly, square roots to 50 digits, and rounded half up to hundredths at the end, so that the
    numbers do not depend on the order of the rows.
    """
    columns = review_columns(grid, settings)
    sites = Sites(mentees, mentors, names)
    reviews, findings = read_reviews(grid, columns, sites)
    scale = Scale(columns.rubric)
    sides = {side: [review for review in reviews if review.side == side] for side in sites.ids}
    by_reviewer = settings.normalize == "reviewer"
    if by_reviewer and any(review.counts for review in reviews):
        findings += _cautions(grid, sides)
    summaries = {side: _by_site(sides[side], ids, scale, by_reviewer=by_reviewer) for side, ids in sites.ids.items()}
    return ReviewSummary(summaries["mentees"], summaries["mentors"], tuple(findings))


def _by_site(
    reviews: Sequence[Review], ids: Collection[str], scale: Scale, *, by_reviewer: bool
) -> dict[str, SiteReviews]:
    counted = [review for review in reviews if review.counts]
    totals = [scale.total(review.scores) for review in counted]
    if by_reviewer:
        totals = normalized([review.reviewer for review in counted], totals)
    own: dict[str, list[Fraction]] = defaultdict(list)
    for review, total in zip(counted, totals, strict=True):
        own[review.site].append(total)
    left_out: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        if not review.counts:
            left_out[review.site].append(review)
    return {site: _site(own[site], left_out[site]) for site in sorted(ids)}


def _site(totals: Sequence[Fraction], left_out: Sequence[Review]) -> SiteReviews:
    excluded = sum(review.conflict for review in left_out)
    missing = sorted(
        (Incomplete(review.reviewer, review.missing) for review in left_out if not review.conflict),
        key=lambda incomplete: incomplete.reviewer,
    )
    if not totals:
        return SiteReviews(missing=tuple(missing), excluded=excluded)
    lowest, highest, several = min(totals), max(totals), len(totals) > 1
    return SiteReviews(
        score=hundredths(mean(totals)),
        reviews=len(totals),
        missing=tuple(missing),
        excluded=excluded,
        lowest=hundredths(lowest),
        highest=hundredths(highest),
        spread=hundredths(highest - lowest) if several else None,
        deviation=hundredths(root(variance(totals))) if several else None,
    )


def _cautions(grid: Grid, sides: dict[Side, list[Review]]) -> Iterator[Finding]:
    """Yield what normalization rests on, and the reviewers of whom little is known."""
    sentence = (
        "Scores are adjusted for how strictly each reviewer scores. That is fair only where reviewers read similar "
        "applications: someone who read the strongest ones is taken for generous."
    )
    yield Finding("normalization", grid.source, "", "", sentence, "warning", grid.spot(None, None))
    for side, reviews in sides.items():
        counts = Counter(review.reviewer for review in reviews if review.counts)
        for reviewer, count in sorted(counts.items()):
            if count < _FEW:
                what = f"one review of {side}, left as scored" if count == 1 else f"{count} reviews of {side}"
                sentence = f"Only {what}, by {reviewer} counts: too little to tell how strictly this person scores."
                expected, spot = f"{_FEW} reviews or more", grid.spot(None, None)
                yield Finding("few_reviews", grid.source, reviewer, expected, sentence, "warning", spot)
