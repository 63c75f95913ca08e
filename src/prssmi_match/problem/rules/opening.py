"""How many mentors are used, and which must be."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import BoundedRule
from prssmi_match.problem.values import Rows, SiteId

__all__ = ["Opening"]


class Opening(BoundedRule):
    """Bounds on the number of used mentors, those with at least one mentee."""

    kind: Literal["opening"] = "opening"
    must_open: Rows[SiteId] = ()
