"""What of a document can be changed so that more becomes possible, and how each change is made."""

from __future__ import annotations

from prssmi_match.problem.changes.document import apply_changes
from prssmi_match.problem.changes.levers import STEP_KM, ChangeKind, Lever, Owner
from prssmi_match.problem.changes.musts import setting_steps, wish_of
from prssmi_match.problem.changes.rules import farther
from prssmi_match.problem.changes.tiers import with_tiers
from prssmi_match.problem.changes.without import without_rule

__all__ = [
    "STEP_KM",
    "ChangeKind",
    "Lever",
    "Owner",
    "apply_changes",
    "farther",
    "setting_steps",
    "wish_of",
    "with_tiers",
    "without_rule",
]
