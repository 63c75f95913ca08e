"""Review scores: the rubric scores of several reviewers to one score a site."""

from __future__ import annotations

from prssmi_match.intake.reviews.aggregation import aggregate_reviews
from prssmi_match.intake.reviews.frame import summarize_reviews
from prssmi_match.intake.reviews.notes import review_notes
from prssmi_match.intake.reviews.settings import ReviewSettings, RubricCriterion
from prssmi_match.intake.reviews.summary import Incomplete, ReviewSummary, SiteReviews, scores_by_side

__all__ = [
    "Incomplete",
    "ReviewSettings",
    "ReviewSummary",
    "RubricCriterion",
    "SiteReviews",
    "aggregate_reviews",
    "review_notes",
    "scores_by_side",
    "summarize_reviews",
]
