"""Who may be paired at all, by what is known of both sites."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import Number, Range

__all__ = ["Eligibility"]


class Eligibility(RuleDocument):
    """A pair passes when every stated test holds; what is unknown passes."""

    kind: Literal["eligibility"] = "eligibility"
    setting: Literal["any", "all", "off"] | None = Field(
        default=None, description="the mentor covers any or all of the mentee's settings; where no rule says, any"
    )
    no_prior_mentor: bool = False
    listed_only: bool = Field(default=False, description="the mentee lists the mentor, or lists nobody")
    scored_only: bool = Field(default=False, description="the pair has a row in pairs")
    max_km: Annotated[Number, Field(ge=0)] | None = None
    team_size: Range | None = None
    travelers: Range | None = None
