"""Getting in: JSON documents, folders of tables, workbooks and data frames to a problem, all findings at once."""

from __future__ import annotations

from prssmi_match.intake.calendars import calendar_from_frames, examine_calendar, read_calendar
from prssmi_match.intake.frames import from_frames
from prssmi_match.intake.json_document import parse_document
from prssmi_match.intake.matching_document import parse_matching
from prssmi_match.intake.reading import Reading
from prssmi_match.intake.schedule_document import parse_schedule
from prssmi_match.intake.source import examine, examine_exports, read_problem

__all__ = [
    "Reading",
    "calendar_from_frames",
    "examine",
    "examine_calendar",
    "examine_exports",
    "from_frames",
    "parse_document",
    "parse_matching",
    "parse_schedule",
    "read_calendar",
    "read_problem",
]
