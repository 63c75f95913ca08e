"""What the checks of a schedule look at, worked out from the documents alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from prssmi_match.problem.calendar.values import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.calendar import Calendar, Period, SiteDates
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.schedule import Schedule

__all__ = ["PlanView", "days_between"]

_SETTINGS = ("diversion", "alternatives_to_incarceration", "child_welfare", "other_criminal_justice")


def days_between(first: date, last: date) -> list[date]:
    """Return every day from the first to the last."""
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


@dataclass(frozen=True)
class PlanView:
    """The documents, and what can be read off them."""

    problem: Problem
    matching: Matching
    calendar: Calendar
    schedule: Schedule

    @cached_property
    def mentor(self) -> dict[str, str]:
        """The mentor of each matched mentee, in the order of ids."""
        return {pair.mentee: pair.mentor for pair in sorted(self.matching.pairs, key=lambda pair: pair.mentee)}

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """The mentees that have sessions together, by the name of the group."""
        found: dict[str, list[str]] = defaultdict(list)
        for mentee, mentor in self.mentor.items():
            found[self._group(mentee, mentor)].append(mentee)
        return dict(found)

    def _group(self, mentee: str, mentor: str) -> str:
        match self.calendar.sessions.per:
            case "cohort":
                return "cohort"
            case "mentor":
                return f"mentor:{mentor}"
            case "setting":
                own = set(self.problem.mentee_by_id[mentee].settings)
                shared = own & set(self.problem.mentor_by_id[mentor].settings)
                ranked = [setting for setting in _SETTINGS if setting in (shared or own)]
                return f"setting:{ranked[0] if ranked else 'unknown'}"

    def row(self, side: str, site: str) -> SiteDates | None:
        """Return what a site says of its days."""
        rows: tuple[SiteDates, ...] = self.calendar.mentees if side == "mentee" else self.calendar.mentors
        return next((row for row in rows if row.id == site), None)

    def zone(self, side: str, site: str) -> str:
        """Return the name of a site's time zone."""
        row = self.row(side, site)
        own = None if row is None else row.time_zone
        return own or self.calendar.time_zone or "America/New_York"

    def why_not_on(self, side: str, site: str, day: date) -> list[str]:
        """Return why a site cannot meet on a day, as kinds of grounds."""
        row = self.row(side, site)
        reasons = ["end"] if day > self.calendar.end else []
        reasons += ["blackout"] if _is_in(day, self.calendar.blackouts) else []
        if not self.works(side, site, day) and "blackout" not in reasons:
            reasons.append("weekdays or holidays")
        if row is not None:
            reasons += ["away"] if _is_in(day, row.away) else []
            reasons += ["available"] if row.available and not _is_in(day, row.available) else []
        return reasons

    def works(self, side: str, site: str, day: date) -> bool:
        """Whether a site works on a day."""
        row = self.row(side, site)
        weekdays = self.calendar.weekdays if row is None or row.weekdays is None else row.weekdays
        codes = {*self.calendar.holidays, *(() if row is None else row.holidays)}
        is_holiday = any(_is_holiday(code, day) for code in codes)
        return WEEKDAYS[day.weekday()] in weekdays and not is_holiday and not _is_in(day, self.calendar.blackouts)

    def why_not_at(self, side: str, site: str, start: datetime, minutes: int) -> list[str]:
        """Return why a site cannot take part in something virtual."""
        begins = start.astimezone(ZoneInfo(self.zone(side, site)))
        ends = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZoneInfo(self.zone(side, site)))
        row = self.row(side, site)
        first, last = self.calendar.sessions.hours if row is None or row.hours is None else row.hours
        is_within = begins.date() == ends.date() and first <= begins.time() and ends.time() <= last
        return self.why_not_on(side, site, begins.date()) + ([] if is_within else ["hours"])

    @cached_property
    def timed_days(self) -> dict[str, list[tuple[date, str]]]:
        """The days and keys of the sessions and calls of each mentor."""
        found: dict[str, list[tuple[date, str]]] = defaultdict(list)
        for session in self.schedule.sessions:
            for mentor in session.mentors:
                found[mentor].append((session.day, session.key))
        for call in self.schedule.calls:
            found[call.mentor].append((call.day, call.key))
        return found

    def groups_begun(self, mentor: str) -> Iterator[tuple[date, date, int]]:
        """Give the first and last day of each visit of a mentor, and how many teams come."""
        begun: dict[date, list[date]] = defaultdict(list)
        for visit in self.schedule.visits:
            if visit.mentor == mentor:
                begun[visit.first_day].append(visit.last_day)
        for first, lasts in sorted(begun.items()):
            left = len(lasts)
            while left > 0:
                yield first, max(lasts), min(left, self.calendar.visits.together)
                left -= self.calendar.visits.together


def _is_in(day: date, periods: tuple[Period, ...]) -> bool:
    return any(period.first <= day <= (period.last or period.first) for period in periods)


@cache
def _is_holiday(code: str, day: date) -> bool:
    import holidays

    country, _, part = code.partition("-")
    return day in holidays.country_holidays(country, subdiv=part or None, years=[day.year - 1, day.year, day.year + 1])
