"""The sites of a cohort, and what is known of single pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.text import fold
from prssmi_match.problem.values import (
    Count,
    Document,
    Level,
    Locale,
    Location,
    Number,
    Rows,
    Setting,
    SiteId,
    SomeRows,
    Stage,
    Text,
)

if TYPE_CHECKING:
    from pydantic import ValidationInfo

__all__ = ["Mentee", "Mentor", "PairRow", "PreviousPair"]


def _distinct_topics(topics: dict[str, int]) -> dict[str, int]:
    seen: dict[str, str] = {}
    for topic in topics:
        first = seen.setdefault(fold(topic), topic)
        if first != topic:
            raise PydanticCustomError(
                "duplicate_topic", "{topic} and {first} are the same topic; keep one", {"topic": topic, "first": first}
            )
    return topics


Topics = Annotated[dict[Text, Level], AfterValidator(_distinct_topics)]
Group = SomeRows[SiteId]


class Mentee(Document):
    """A site that applies for mentoring. Only ``id`` is required; every other default means "unknown"."""

    id: SiteId
    name: Text | None = None
    organization: str | None = None
    state: str | None = None
    status: Literal["ready", "provisional", "hold", "withdrawn"] = "ready"
    settings: Rows[Setting] = ()
    stage: Stage | None = None
    locale: Locale | None = None
    team_size: Count | None = None
    travelers: Count | None = None
    workload: Count = 1
    review_score: Number | None = None
    topics: Topics = Field(default_factory=dict, description="topic to priority, 1-5")
    preferences: Rows[Group] = Field(default=(), description="groups of mentor ids, best first; a group is a tie")
    unacceptable: Rows[SiteId] = ()
    prior_mentors: Rows[SiteId] = ()
    attributes: dict[Text, str] = Field(default_factory=dict)
    location: Location | None = Field(default=None, description="latitude and longitude in degrees")

    @property
    def available(self) -> bool:
        """Whether the site can be matched at all."""
        return self.status in {"ready", "provisional"}


class Mentor(Document):
    """A jurisdiction that mentors. Only ``id`` is required; every other default means "unknown"."""

    id: SiteId
    name: Text | None = None
    organization: str | None = None
    state: str | None = None
    status: Literal["active", "withdrawn"] = "active"
    settings: Rows[Setting] = ()
    locale: Locale | None = None
    locales_served: Rows[Locale] = ()
    min_mentees: Count = Field(default=0, description="binds only for a mentor that is used")
    max_mentees: Count | None = Field(default=None, description="null: unknown, the default capacity applies")
    max_workload: Count | None = Field(default=None, description="null: no limit")
    review_score: Number | None = None
    topics: Topics = Field(default_factory=dict, description="topic to expertise, 1-5")
    preferences: Rows[Group] = Field(default=(), description="groups of mentee ids, best first; a group is a tie")
    unacceptable: Rows[SiteId] = ()
    attributes: dict[Text, str] = Field(default_factory=dict)
    location: Location | None = Field(default=None, description="latitude and longitude in degrees")

    @field_validator("max_mentees")
    @classmethod
    def _capacity_reaches_minimum(cls, value: int | None, info: ValidationInfo) -> int | None:
        low = info.data.get("min_mentees", 0)
        if value is not None and low > value:
            ends = {"low": low, "high": value}
            raise PydanticCustomError("min_above_max", "min_mentees {low} is above max_mentees {high}", ends)
        return value

    @property
    def available(self) -> bool:
        """Whether the site can be matched at all."""
        return self.status == "active"


class PairRow(Document):
    """What is known of one pair; a pair without a row has score 0 and is still allowed."""

    mentee: SiteId
    mentor: SiteId
    score: Annotated[int, Field(ge=0)] = 0
    workload: Count | None = Field(default=None, description="replaces the mentee's workload for this pair")


class PreviousPair(Document):
    """A pair of an earlier answer; ids that are no longer known are ignored."""

    mentee: SiteId
    mentor: SiteId
