"""What became of the sites in earlier rounds, and what a new round asks of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from prssmi_match.problem.values import Count, Document, Level, SiteId, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Outcome",
    "PastRow",
    "disappointed_mentees",
    "last_loads",
    "past_pairs",
    "rounds_together",
    "rows_of_last_round",
]

Outcome = Literal["completed", "ended_early"]
_DISSATISFIED = 2
"""The highest satisfaction, of 1 to 5, that counts as a disappointment."""


def _of_a_pair(value: str | int | None, info: ValidationInfo) -> str | int | None:
    if value is not None and "mentor" in info.data and info.data["mentor"] is None:
        text = "A mentee without a mentor was left out, and has no {field}; fill in the mentor, or clear this"
        raise PydanticCustomError("left_out", text, {"field": info.field_name})
    return value


class PastRow(Document):
    """One mentee in one earlier round; ids that are no longer known are ignored."""

    round: Count = Field(description="a number that grows, such as the year; the greatest one is the last round")
    mentee: SiteId
    mentor: SiteId | None = Field(default=None, description="null: the site applied and was left out")
    outcome: Annotated[Outcome | None, AfterValidator(_of_a_pair)] = None
    satisfaction: Annotated[Level | None, AfterValidator(_of_a_pair)] = Field(
        default=None, description="the mentee's answer at the end, from 1 (not at all) to 5 (very)"
    )
    lessons: Text | None = Field(default=None, description="what was learned, in somebody's own words")
    answers: dict[Text, str] = Field(default_factory=dict, description="further questions of the survey, and answers")


def past_pairs(history: Iterable[PastRow]) -> frozenset[tuple[str, str]]:
    """Return every pair of mentee and mentor of an earlier round."""
    return frozenset((row.mentee, row.mentor) for row in history if row.mentor is not None)


def rounds_together(history: Iterable[PastRow], mentee: str, mentor: str) -> tuple[int, ...]:
    """Return the rounds in which two sites were a pair, the earliest first."""
    return tuple(sorted(row.round for row in history if (row.mentee, row.mentor) == (mentee, mentor)))


def rows_of_last_round(history: Iterable[PastRow]) -> tuple[PastRow, ...]:
    """Return the rows of the greatest round, in the order of mentee ids; those of unknown sites among them."""
    rows = sorted(history, key=lambda row: (-row.round, row.mentee))
    return tuple(row for row in rows if row.round == rows[0].round)


def disappointed_mentees(history: Iterable[PastRow]) -> frozenset[str]:
    """Return who was left out in the last round, ended early, or answered that it was not satisfied (1 or 2 of 5)."""
    return frozenset(row.mentee for row in rows_of_last_round(history) if _is_disappointment(row))


def last_loads(history: Iterable[PastRow]) -> Counter[str]:
    """Return how many mentees each mentor had in the last round, also those that nobody knows any more."""
    return Counter(row.mentor for row in rows_of_last_round(history) if row.mentor is not None)


def _is_disappointment(row: PastRow) -> bool:
    unsatisfied = row.satisfaction is not None and row.satisfaction <= _DISSATISFIED
    return row.mentor is None or row.outcome == "ended_early" or unsatisfied
