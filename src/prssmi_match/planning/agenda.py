"""Everything of a matched cohort that has to be given a date, with the dates that it can have.

Two agendas are made of the same calendar: one with the dates that nothing stands against, which is what is solved, and
a full one, which also has the others, each with what stands against it, so that this can be blamed and changed. Rules
ask nothing of what has no date. So an agenda can be a part of another one, and what conflicts there, conflicts in both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from prssmi_match.planning.calls import call_options, call_window
from prssmi_match.planning.days import Days, Site
from prssmi_match.planning.events import Event, EventKind, Option
from prssmi_match.planning.groups import Group, groups_of
from prssmi_match.planning.in_time import in_time
from prssmi_match.planning.sessions import session_options
from prssmi_match.planning.visits import visit_options
from prssmi_match.problem.calendar.changes import MOST
from prssmi_match.solving import Budget

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from prssmi_match.problem.calendar import Calendar, EarlierDate
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching

__all__ = ["Agenda"]


@dataclass(frozen=True)
class Agenda:
    """The events of a cohort.

    Parameters
    ----------
    full : bool
        Whether dates that something stands against are there as well.
    whole : Agenda or None
        For an agenda without its calls: the one with them.
    given : tuple of Event or None
        What has to be given a date, where that is not worked out from the calendar.
    part : frozenset of str or None
        The keys of the sessions and visits that are in it, a visit with its calls; None for all.
    budget : Budget
        The time that there is to list dates and rows.
    """

    problem: Problem
    matching: Matching
    calendar: Calendar
    full: bool = False
    whole: Agenda | None = None
    given: tuple[Event, ...] | None = None
    part: frozenset[str] | None = None
    budget: Budget = field(default_factory=Budget)

    @cached_property
    def days(self) -> Days:
        """The days of all sites."""
        return Days(self.calendar)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Who has sessions together."""
        return groups_of(self.problem, self.matching, self.calendar.sessions.per)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Everything that has to be given a date: sessions by group and number, visits, calls by mentee.

        Raises
        ------
        NothingFoundError
            If there is no time to list all dates.
        """
        if self.given is not None:
            return self.given
        if self.whole is not None:
            return tuple(event for event in self.whole.events if event.kind in {"session", "visit"})
        return self._each_alone if self.full else tuple(self._with_room(event) for event in self._each_alone)

    def without_calls(self) -> Agenda:
        """Return the same agenda without its calls; its events are the first ones of this one."""
        return replace(self, whole=self, given=None)

    def with_calls_of(self, mentors: Collection[str]) -> Agenda:
        """Return the same agenda with the calls of some mentors only."""
        given = tuple(event for event in self.events if event.key == event.dated_key or event.mentors[0] in mentors)
        return replace(self, given=given)

    def each_alone(self) -> Agenda:
        """Return the same agenda with the dates that each event could have if there were no others."""
        return replace(self, given=self._each_alone)

    def in_full(self, part: Collection[str]) -> Agenda:
        """Return these sessions and visits, and the calls of these visits, with the dates that something is against."""
        return replace(self, full=True, part=frozenset(part))

    def only(self, part: Collection[str]) -> Agenda:
        """Return the part of an agenda with these sessions and visits, a visit with its calls."""
        given = self.given and tuple(event for event in self.given if event.dated_key in part)
        return replace(self, part=frozenset(part), given=given)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The place of each event by its key."""
        return {event.key: place for place, event in enumerate(self.events)}

    @cached_property
    def sessions_of(self) -> Mapping[str, list[int]]:
        """The places of the sessions of each group, in their order, by mentee."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, event in enumerate(self.events):
            if event.kind == "session":
                for mentee in event.mentees:
                    places[mentee].append(place)
        return places

    @cached_property
    def mentees_of(self) -> Mapping[str, list[str]]:
        """The mentees of each mentor that has any, sorted; the mentors are sorted as well."""
        mentees: dict[str, list[str]] = defaultdict(list)
        for mentee, mentor in self._pairs:
            mentees[mentor].append(mentee)
        return dict(sorted(mentees.items()))

    def earlier(self, key: str) -> EarlierDate | None:
        """Return the date that an event had in the earlier plan."""
        return self._earlier.get(key)

    @cached_property
    def _earlier(self) -> Mapping[str, EarlierDate]:
        return {row.key: row for row in self.calendar.earlier}

    @property
    def _last(self) -> date:
        return self.calendar.end + timedelta(weeks=MOST["end"] if self.full else 0)

    @cached_property
    def _each_alone(self) -> tuple[Event, ...]:
        return tuple(in_time(chain(self._sessions(), self._visits(), self._calls()), self.budget))

    def _sessions(self) -> Iterator[Event]:
        for group in self.groups:
            for number, (first, last) in enumerate(self.calendar.months, start=1):
                key = f"session:{group.key}:{number}"
                if self._has(key):
                    month = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
                    options = session_options(self.days, group, in_time(month, self.budget), key, full=self.full)
                    yield Event(key, "session", group.mentees, group.mentors, options, group.key, number)

    def _visits(self) -> Iterator[Event]:
        for mentee, mentor in self._pairs:
            sites = Site("mentee", mentee), Site("mentor", mentor)
            options = visit_options(self.days, *sites, self._last, full=self.full)
            yield Event(f"visit:{mentee}", "visit", (mentee,), (mentor,), options)

    def _with_room(self, event: Event) -> Event:
        """Return a visit without the dates that sessions or calls leave no room for; anything else as it is."""
        if event.kind != "visit":
            return event
        own = [other for other in self._each_alone if event.mentees[0] in other.mentees]
        before = [other for other in own if other.kind == "session" and other.number <= self.calendar.sessions_before]
        around = [other for other in own if other.kind in {"intro", "debrief"}]
        return replace(event, options=tuple(day for day in event.options if self._has_room(day, before, around)))

    def _has_room(self, visit: Option, before: list[Event], around: list[Event]) -> bool:
        if any(not event.options or event.options[0].day >= visit.day for event in before):
            return False
        windows = [(event, call_window(self.calendar.calls, event.kind, visit)) for event in around]
        return all(any(first <= call.day <= last for call in event.options) for event, (first, last) in windows)

    def _calls(self) -> Iterator[Event]:
        calls = self.calendar.calls
        stated: tuple[tuple[EventKind, bool], ...] = (("intro", calls.intro), ("debrief", calls.debrief))
        kinds = [kind for kind, is_held in stated if is_held]
        for mentee, mentor in self._pairs:
            times: dict[datetime | None, tuple[Option, ...]] = {}
            for kind in kinds:
                earlier = self.earlier(f"{kind}:{mentee}")
                before = None if earlier is None else earlier.start_utc
                if before not in times:
                    sites = Site("mentee", mentee), Site("mentor", mentor)
                    times[before] = tuple(call_options(self.days, sites, self._last, before, full=self.full))
                yield Event(f"{kind}:{mentee}", kind, (mentee,), (mentor,), times[before])

    def _has(self, key: str) -> bool:
        return self.part is None or key in self.part

    @property
    def _pairs(self) -> list[tuple[str, str]]:
        return sorted(pair.key for pair in self.matching.pairs if self._has(f"visit:{pair.mentee}"))
