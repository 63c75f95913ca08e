"""A pair that must be in the answer."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import SiteId

__all__ = ["Pin"]


class Pin(RuleDocument):
    """The mentee and the mentor must be paired."""

    kind: Literal["pin"] = "pin"
    mentee: SiteId
    mentor: SiteId
