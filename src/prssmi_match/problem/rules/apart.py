"""Mentees that do not share a mentor."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import SiteId, SomeRows

__all__ = ["Apart"]


class Apart(RuleDocument):
    """No two of these mentees share a mentor."""

    kind: Literal["apart"] = "apart"
    mentees: SomeRows[SiteId]
