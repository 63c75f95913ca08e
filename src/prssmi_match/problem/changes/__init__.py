"""What of a document can be changed so that more becomes possible, and how each change is made."""

from __future__ import annotations

from prssmi_match.problem.changes.availability import without_mentees, without_mentors
from prssmi_match.problem.changes.continuity import (
    keeping_at_all,
    keeping_first,
    keeping_last,
    known_previous,
    unknown_previous,
    with_pins,
    with_previous,
)
from prssmi_match.problem.changes.document import apply_changes
from prssmi_match.problem.changes.levers import STEP_KM, ChangeKind, Lever, Owner
from prssmi_match.problem.changes.musts import setting_steps, wish_of
from prssmi_match.problem.changes.rules import farther
from prssmi_match.problem.changes.scenario import apply_scenario
from prssmi_match.problem.changes.tiers import with_criteria, with_tiers
from prssmi_match.problem.changes.without import without_rule

__all__ = [
    "STEP_KM",
    "ChangeKind",
    "Lever",
    "Owner",
    "apply_changes",
    "apply_scenario",
    "farther",
    "keeping_at_all",
    "keeping_first",
    "keeping_last",
    "known_previous",
    "setting_steps",
    "unknown_previous",
    "wish_of",
    "with_criteria",
    "with_pins",
    "with_previous",
    "with_tiers",
    "without_mentees",
    "without_mentors",
    "without_rule",
]
