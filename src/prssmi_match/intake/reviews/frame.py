"""Reviews in a data frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.frame_grid import frame_grid
from prssmi_match.intake.reviews.aggregation import aggregate_reviews
from prssmi_match.intake.reviews.settings import ReviewSettings, RubricCriterion
from prssmi_match.problem.defects import defect_of, format_place

if TYPE_CHECKING:
    import pandas as pd

    from prssmi_match.intake.reviews.summary import ReviewSummary
    from prssmi_match.problem.document import Problem

__all__ = ["summarize_reviews"]


def summarize_reviews(
    frame: pd.DataFrame,
    problem: Problem,
    **settings: Any,  # noqa: ANN401 - checked below
) -> ReviewSummary:
    """Return what the reviews in a data frame come to, one row a review.

    Parameters
    ----------
    frame : pandas.DataFrame
        The reviews, with the columns that the settings name.
    problem : Problem
        States the sites.
    **settings
        The fields of :class:`ReviewSettings`, such as ``rubric`` or ``normalize``.

    Raises
    ------
    ProblemError
        With all findings, where one is an error.
    TypeError
        The table is not a data frame.

    Examples
    --------
    >>> import pandas as pd
    >>> import prssmi_match as pm
    >>> problem = pm.Problem.model_validate({"mentees": [{"id": "pine"}], "mentors": []})
    >>> frame = pd.DataFrame({"reviewer": ["Ann", "Ben"], "site": ["pine", "pine"], "Need": [4, 5], "Plan": [3, 5]})
    >>> summarize_reviews(frame, problem).mentees["pine"].score
    8.5
    """
    chosen = _settings(settings)
    grid = frame_grid("reviews", frame)
    return aggregate_reviews(grid, chosen, problem.mentee_by_id, problem.mentor_by_id).required()


def _settings(content: dict[str, Any]) -> ReviewSettings:
    try:
        return ReviewSettings.model_validate(content)
    except ValidationError as error:
        fields = {"document": (*ReviewSettings.model_fields,), "": (*RubricCriterion.model_fields,)}
        defects = [defect_of(details, content, fields) for details in error.errors(include_url=False)]
        raise ProblemError(
            [Finding(one.code, format_place(one.loc), str(one.found), one.expected, one.sentence) for one in defects]
        ) from None
