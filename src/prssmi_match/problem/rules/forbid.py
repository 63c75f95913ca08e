"""A pair that must not be in the answer."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import RuleDocument
from prssmi_match.problem.values import SiteId

__all__ = ["Forbid"]


class Forbid(RuleDocument):
    """The mentee and the mentor must not be paired."""

    kind: Literal["forbid"] = "forbid"
    mentee: SiteId
    mentor: SiteId
