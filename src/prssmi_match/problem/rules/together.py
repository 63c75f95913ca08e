"""Mentees that share one mentor."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import SiteId, SomeRows

__all__ = ["Together"]


class Together(RuleDocument):
    """All share one mentor or none is matched; ``partial``: those that are matched share one."""

    kind: Literal["together"] = "together"
    mentees: SomeRows[SiteId]
    partial: bool = False
