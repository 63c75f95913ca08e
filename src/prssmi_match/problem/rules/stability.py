"""No two sites would both rather be paired with each other."""

from __future__ import annotations

from typing import Literal

from prssmi_match.problem.rules.common import RuleDocument

__all__ = ["Stability"]


class Stability(RuleDocument):
    """No blocking pair (weak stability: both sides strictly prefer)."""

    kind: Literal["stability"] = "stability"
