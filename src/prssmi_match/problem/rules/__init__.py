"""The hard rules of a program: one file a kind, and the closed union of them all."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from prssmi_match.problem.rules.apart import Apart
from prssmi_match.problem.rules.eligibility import Eligibility
from prssmi_match.problem.rules.forbid import Forbid
from prssmi_match.problem.rules.opening import Opening
from prssmi_match.problem.rules.pin import Pin
from prssmi_match.problem.rules.quota import Quota
from prssmi_match.problem.rules.selection import Selection
from prssmi_match.problem.rules.stability import Stability
from prssmi_match.problem.rules.together import Together

__all__ = [
    "Apart",
    "Eligibility",
    "Forbid",
    "Opening",
    "Pin",
    "Quota",
    "Rule",
    "Selection",
    "Stability",
    "Together",
]

Rule = Annotated[
    Eligibility | Pin | Forbid | Together | Apart | Opening | Selection | Quota | Stability,
    Field(discriminator="kind"),
]
