"""Dates as iCalendar files (RFC 5545), for the calendar programs of the sites."""

from __future__ import annotations

from prssmi_match.reporting.calendars.event import Event, Published
from prssmi_match.reporting.calendars.folder import write_calendars
from prssmi_match.reporting.calendars.text import CalendarFile, read_calendar, write_calendar
from prssmi_match.reporting.calendars.updates import revise

__all__ = ["CalendarFile", "Event", "Published", "read_calendar", "revise", "write_calendar", "write_calendars"]
