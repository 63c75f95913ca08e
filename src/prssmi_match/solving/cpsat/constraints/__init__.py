"""The encoders: one file a rule kind, and the one place that tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import (
    Apart,
    Eligibility,
    Forbid,
    Opening,
    Pin,
    Quota,
    Selection,
    Stability,
    Together,
)
from prssmi_match.solving.cpsat.constraints.apart import apart
from prssmi_match.solving.cpsat.constraints.opening import opening
from prssmi_match.solving.cpsat.constraints.pin import pin
from prssmi_match.solving.cpsat.constraints.quota import quota
from prssmi_match.solving.cpsat.constraints.selection import selection
from prssmi_match.solving.cpsat.constraints.stability import stability
from prssmi_match.solving.cpsat.constraints.together import together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.problem.rules import Rule
    from prssmi_match.solving.cpsat.rows import Row
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["encode"]


def encode(rule: Rule, variables: Variables) -> Iterable[Row]:
    """Return the rows of a rule; who is eligible, and what is forbidden, is decided before."""
    match rule:
        case Eligibility() | Forbid():
            return ()
        case Pin():
            return pin(rule, variables)
        case Together():
            return together(rule, variables)
        case Apart():
            return apart(rule, variables)
        case Opening():
            return opening(rule, variables)
        case Selection():
            return selection(rule, variables)
        case Quota():
            return quota(rule, variables)
        case Stability():
            return stability(variables)
