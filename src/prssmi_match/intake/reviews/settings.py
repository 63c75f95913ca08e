"""How the table of reviews is read: its columns and its rubric; the section ``[reviews]`` of a TOML file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.values import Document, Number, Text

__all__ = ["HIGHEST_SCORE", "MENTEE", "MENTOR", "ReviewSettings", "RubricCriterion"]

MENTEE, MENTOR = "mentee", "mentor"
"""The columns that name a site and say its side."""
HIGHEST_SCORE = 10**6
"""The greatest score that is taken for one; keeps every total, in hundredths, within what a document holds exactly."""
_HEAVIEST = 10**4

Weight = Annotated[Number, Field(gt=0, le=_HEAVIEST)]
Maximum = Annotated[Number, Field(gt=0, le=HIGHEST_SCORE)]


class RubricCriterion(Document):
    """One column of scores: how much it weighs, and the highest score that it allows, where it has one."""

    weight: Weight = 1
    max: Maximum | None = Field(default=None, description="null: no highest score")


class ReviewSettings(Document):
    """Where the reviews are, and what their columns mean.

    Examples
    --------
    >>> settings = ReviewSettings(rubric={"Need": {"weight": 2, "max": 5}, "Capacity": {"max": 5}})
    >>> settings.rubric["Capacity"].weight
    1
    """

    file: Text = Field(default="reviews.csv", description="The table: one row a review.")
    reviewer: Text = Field(default="reviewer", description="The column that names who reviewed.")
    site: Text = Field(
        default="site", description="The column with the id of the site; or the columns mentee and mentor."
    )
    conflict: Text = Field(
        default="conflict", description="The column that marks a conflict of interest: yes, or no and blank."
    )
    rubric: dict[Text, RubricCriterion] = Field(
        default_factory=dict, description="The columns that hold scores; empty: every other column, each with weight 1."
    )
    normalize: Literal["none", "reviewer"] = Field(
        default="none", description="reviewer: differences in how strictly reviewers score are taken out."
    )

    @field_validator("reviewer", "site", "conflict")
    @classmethod
    def _once(cls, value: str, info: ValidationInfo) -> str:
        taken = {info.data.get(name) for name in ("reviewer", "site")}
        if info.field_name != "site":
            taken |= {MENTEE, MENTOR}
        return _refuse(value, taken)

    @field_validator("rubric")
    @classmethod
    def _apart(cls, value: dict[str, RubricCriterion], info: ValidationInfo) -> dict[str, RubricCriterion]:
        taken = {info.data.get(name) for name in ("reviewer", "site", "conflict")} | {MENTEE, MENTOR}
        for name in value:
            _refuse(name, taken)
        return value


def _refuse(name: str, taken: set[str | None]) -> str:
    if name in taken:
        raise PydanticCustomError("duplicate_column", "The column {name} has another meaning already", {"name": name})
    if name.startswith("#"):
        raise PydanticCustomError(
            "column", "{name} starts with #, which marks a column that is left out", {"name": name}
        )
    return name
