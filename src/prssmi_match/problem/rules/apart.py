"""Mentees that do not share a mentor."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import Rows, SiteId

__all__ = ["Apart"]


class Apart(RuleDocument):
    """No two of these mentees share a mentor."""

    kind: Literal["apart"] = "apart"
    mentees: Annotated[Rows[SiteId], Field(min_length=1)]
