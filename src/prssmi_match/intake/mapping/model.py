"""The mapping file: which question of a survey fills which field, and what its answers mean."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

from prssmi_match.intake.reviews.settings import ReviewSettings  # noqa: TC001 - pydantic reads it at run time
from prssmi_match.problem.values import Document, Rows, SomeRows, Text

__all__ = ["BEST_LEVEL", "MOST_RANK", "FieldMapping", "LayoutName", "Mapping", "SideMapping"]

BEST_LEVEL = 5
"""The greatest level of a topic."""
MOST_RANK = 1000
"""The greatest rank that words can stand for."""

LayoutName = Literal["single", "checked", "listed", "rank_columns", "item_columns", "ordered"]


def _one_finding(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:  # noqa: ANN401 - a validator sees all
    """Say once what is wrong, not once for each of the three forms."""
    try:
        return handler(value)
    except ValidationError:
        message = "A question is named by its code or text; several by a list, one a rank, or by a table of their items"
        raise PydanticCustomError("question", message) from None


Questions = Annotated[
    Text | SomeRows[Text] | Annotated[dict[Text, Text], Field(min_length=1)], WrapValidator(_one_finding)
]


class FieldMapping(Document):
    """How a field is filled."""

    question: Questions = Field(
        description="A question by its code or text; a list of questions, one a rank, best first; or questions by the "
        "item that each asks for.",
    )
    layout: LayoutName | None = Field(
        default=None, description="How its columns hold the answer; by field and survey system where it is left out."
    )
    answers: dict[Text, str] = Field(
        default_factory=dict,
        description="What an answer, option or item means, by its code or text; an empty text leaves it out.",
    )
    levels: dict[Text, Annotated[int, Field(ge=0, le=MOST_RANK)]] = Field(
        default_factory=dict,
        description="What the cells of item columns mean: a rank from 1, or a level from 1 to 5; 0 leaves it out.",
    )
    separator: Annotated[str, Field(min_length=1, max_length=1)] | None = Field(
        default=None, description="What stands between the options in a cell that lists them; by the survey system."
    )
    slug: bool = Field(default=False, description="Whether an id is made of the answer: Pine County gives pine-county.")


class SideMapping(Document):
    """How the export of one survey becomes the table of one side."""

    file: Text = Field(description="The export, in the folder of the mapping: .csv, .txt, .tsv or .xlsx.")
    sheet: Text | None = Field(default=None, description="The sheet of a workbook; the first that holds something.")
    system: Text | None = Field(default=None, description="The survey system; recognized from the file by default.")
    encoding: Text | None = Field(default=None, description="The encoding of a text file that is not UTF-8.")
    one_per: Literal["id", "organization", "name"] = Field(
        default="id", description="The field by which a repeated submission is known: the last complete one counts."
    )
    partial: Literal["leave_out", "keep"] = Field(
        default="leave_out", description="What becomes of submissions that were not finished."
    )
    keep_contacts: bool = Field(
        default=False, description="Whether fields may be filled from columns that hold people's contact data."
    )
    left_out: Rows[Text] = Field(default=(), description="Questions that are not used on purpose.")
    fields: dict[Text, FieldMapping] = Field(min_length=1, description="The columns of the table, by name.")


class Mapping(Document):
    """A mapping file; a side without a section is read from its own table."""

    schema_version: Literal["1"] = "1"
    mentees: SideMapping | None = None
    mentors: SideMapping | None = None
    reviews: ReviewSettings | None = Field(
        default=None,
        description="Where the reviews of single reviewers are; reviews.csv with its own columns by default.",
    )

    def sides(self) -> dict[str, SideMapping]:
        """Return the sections by table."""
        both = {"mentees": self.mentees, "mentors": self.mentors}
        return {name: side for name, side in both.items() if side is not None}
