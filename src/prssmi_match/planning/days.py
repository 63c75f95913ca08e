"""The days and hours on which each site can meet, and what stands against the others."""

from __future__ import annotations

import math
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.errors import MissingExtraError
from prssmi_match.planning.clocks import Clock
from prssmi_match.problem.calendar.grounds import Ground
from prssmi_match.problem.calendar.values import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from prssmi_match.planning.clocks import Shown
    from prssmi_match.problem.calendar import Calendar, Period, SiteDates
    from prssmi_match.problem.calendar.grounds import SiteSide

__all__ = ["Days", "Refusal", "Site"]

_WORKWEEK = 5


class Site(NamedTuple):
    """A site of one side; the same id may stand on both."""

    side: SiteSide
    id: str


class Refusal(NamedTuple):
    """What stands against a date, and how far it would have to be changed to stand against it no longer."""

    ground: Ground
    amount: int = 1


class Days:
    """What a calendar says of the days of every site.

    Raises
    ------
    MissingExtraError
        If it names holidays, and the package that knows them is not installed.
    """

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._own: dict[tuple[Site, date], tuple[Refusal, ...]] = {}
        self._clocks: dict[Site, Clock] = {}

    def zone(self, site: Site) -> str:
        """Return the name of a site's time zone."""
        return self.clock(site).zone

    def row(self, site: Site) -> SiteDates | None:
        """Return what a site says of itself, if anything."""
        rows: Mapping[str, SiteDates] = (
            self.calendar.mentee_by_id if site.side == "mentee" else self.calendar.mentor_by_id
        )
        return rows.get(site.id)

    def against(self, site: Site, day: date) -> tuple[Refusal, ...]:
        """Return what stands against a day of a site; nothing where it can meet."""
        if (site, day) not in self._own:
            self._own[site, day] = (*self.against_everybody(day), *self._against_site(site, day))
        return self._own[site, day]

    def against_everybody(self, day: date) -> Iterator[Refusal]:
        """Give what stands against a day of anybody."""
        if day > self.calendar.end:
            yield Refusal(Ground("end"), math.ceil((day - self.calendar.end).days / 7))
        for period in self._periods(self.calendar.blackouts, day):
            yield Refusal(Ground("blackout", _ends(period)))

    def against_hosting(self, mentor: Site, day: date) -> Iterator[Refusal]:
        """Give what stands against a visit at a mentor, besides what stands against anything."""
        row = self.calendar.mentor_by_id.get(mentor.id)
        if row is not None and row.hosting and not any(day in period for period in row.hosting):
            yield Refusal(Ground("hosting", (mentor.id,)))

    def works(self, site: Site, day: date) -> bool:
        """Whether a site works on a day, wherever its people are."""
        return not any(
            refusal.ground.kind in {"blackout", "weekdays", "holidays"} for refusal in self.against(site, day)
        )

    def against_meeting(self, site: Site, shown: Shown) -> tuple[Refusal, ...]:
        """Return what stands against a site's part in something virtual, by what its clock shows: its day and hours."""
        refusals = self.against(site, shown.day)
        return refusals if not shown.lacking else (*refusals, _out_of_hours(site, shown.lacking))

    def clock(self, site: Site) -> Clock:
        """Return the time zone and the hours of a site; they are asked for with every time of every day."""
        if site not in self._clocks:
            row = self.row(site)
            hours = self.calendar.sessions.hours if row is None or row.hours is None else row.hours
            self._clocks[site] = Clock(self.calendar.zone_of(row), hours)
        return self._clocks[site]

    def _against_site(self, site: Site, day: date) -> Iterator[Refusal]:
        row = self.row(site)
        weekdays = self.calendar.weekdays if row is None or row.weekdays is None else row.weekdays
        if WEEKDAYS[day.weekday()] not in weekdays:
            yield Refusal(Ground("weekdays", site), 1 if day.weekday() < _WORKWEEK else 2)
        own = () if row is None else row.holidays
        if any(day in self._holidays(code) for code in (*self.calendar.holidays, *own)):
            yield Refusal(Ground("holidays", site))
        if row is not None:
            if row.available and not any(day in period for period in row.available):
                yield Refusal(Ground("available", site))
            for period in self._periods(row.away, day):
                yield Refusal(Ground("away", (*site, *_ends(period))))

    def _periods(self, periods: Sequence[Period], day: date) -> list[Period]:
        return [period for period in periods if day in period]

    def _holidays(self, code: str) -> Mapping[date, str]:
        return _holidays(code, self._years)

    @cached_property
    def _years(self) -> tuple[int, ...]:
        return tuple(range(self.calendar.start.year - 1, self.calendar.end.year + 2))


@cache
def _out_of_hours(site: Site, lacking: int) -> Refusal:
    return Refusal(Ground("hours", site), lacking)


def _ends(period: Period) -> tuple[str, str]:
    return str(period.first), str(period.end)


@cache
def _holidays(code: str, years: tuple[int, ...]) -> Mapping[date, str]:
    try:
        import holidays
    except ImportError as error:
        raise MissingExtraError("holidays", "planning") from error
    country, _, part = code.partition("-")
    return dict(holidays.country_holidays(country, subdiv=part or None, years=years))
