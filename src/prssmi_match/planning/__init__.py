"""After the match: the dates of sessions, visits and calls."""

from __future__ import annotations

from prssmi_match.planning.earlier import with_earlier
from prssmi_match.planning.milestones import milestone_status
from prssmi_match.planning.scheduling import diagnose, schedule, verify
from prssmi_match.planning.survey import summarize_survey
from prssmi_match.planning.windows import pairs_without_visit, with_visit_windows
from prssmi_match.problem.calendar import Calendar

__all__ = [
    "Calendar",
    "diagnose",
    "milestone_status",
    "pairs_without_visit",
    "schedule",
    "summarize_survey",
    "verify",
    "with_earlier",
    "with_visit_windows",
]
