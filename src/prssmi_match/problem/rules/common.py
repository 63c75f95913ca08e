"""What every rule has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.values import Count, Document, Text

if TYPE_CHECKING:
    from pydantic import ValidationInfo

__all__ = ["BoundedRule", "RuleDocument"]


class RuleDocument(Document):
    """A hard rule: an optional id to be named by, and the reason why it stands."""

    id: Text | None = Field(default=None, description="left out: the kind, numbered")
    reason: Text | None = None


class BoundedRule(RuleDocument):
    """A rule with an inclusive minimum and maximum; null is no limit."""

    min: Count | None = None
    max: Count | None = None

    @field_validator("max")
    @classmethod
    def _maximum_reaches_minimum(cls, value: int | None, info: ValidationInfo) -> int | None:
        low = info.data.get("min")
        if value is not None and low is not None and low > value:
            ends = {"low": low, "high": value}
            raise PydanticCustomError("min_above_max", "the minimum {low} is above the maximum {high}", ends)
        return value
