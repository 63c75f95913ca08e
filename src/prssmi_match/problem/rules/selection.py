"""How many mentees are matched, and who must be."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import BoundedRule
from prssmi_match.problem.values import Rows, SiteId

__all__ = ["Selection"]


class Selection(BoundedRule):
    """Bounds on the number of matched mentees."""

    kind: Literal["selection"] = "selection"
    must_match: Rows[SiteId] = ()
