"""Mentees that share one mentor."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import Rows, SiteId

__all__ = ["Together"]


class Together(RuleDocument):
    """All share one mentor or none is matched; ``partial``: those that are matched share one."""

    kind: Literal["together"] = "together"
    mentees: Annotated[Rows[SiteId], Field(min_length=1)]
    partial: bool = False
