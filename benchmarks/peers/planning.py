"""A plain CP-SAT script for the dates of a cohort, as one would write it for a single program.

It is given the dates that each event can have, and maximizes the same aims one after the other: no calls left out at
first, no settings of the solver, no conflicts, no check.
"""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from datetime import date

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.events import Event

__all__ = ["PlanningPeer"]


class PlanningPeer:
    """The bare solve of one agenda."""

    def __init__(self, agenda: Agenda, limit: float) -> None:
        self.limit = limit
        self.values: dict[str, int] = {}
        self.seconds = 0.0
        self._agenda = agenda
        self._events: dict[str, Event] = {event.key: event for event in agenda.events}

    def run(self) -> PlanningPeer:
        """Build and solve; aims that are not proved in time are left out of the values."""
        begin = time.perf_counter()
        self._build()
        for name, aim in self._aims():
            self._model.maximize(aim)
            solver = cp_model.CpSolver()
            solver.parameters.num_workers = 1
            solver.parameters.max_time_in_seconds = max(0.1, self.limit - (time.perf_counter() - begin))
            if solver.solve(self._model) != cp_model.OPTIMAL:
                break
            self.values[name] = round(solver.objective_value)
            self._model.add(aim >= self.values[name])
            self._model.clear_hints()
            for dates in self._x.values():
                for var in dates:
                    self._model.add_hint(var, solver.boolean_value(var))
        self.seconds = time.perf_counter() - begin
        return self

    def _build(self) -> None:
        self._model = model = cp_model.CpModel()
        self._x = {key: [model.new_bool_var("") for _ in event.options] for key, event in self._events.items()}
        for dates in self._x.values():
            model.add_exactly_one(dates)
        self._after_sessions()
        self._calls()
        self._mentors()

    def _after_sessions(self) -> None:
        calendar = self._agenda.calendar
        number = len(calendar.months)
        day = {key: self._day(key) for key in self._events}
        for n in range(1, number):
            gap = calendar.sessions.days_apart
            self._model.add(day[f"session:cohort:{n + 1}"] >= day[f"session:cohort:{n}"] + gap)
        for key in self._events:
            if key.startswith("visit"):
                self._model.add(day[key] >= day[f"session:cohort:{number}"] + 1)

    def _day(self, key: str) -> cp_model.LinearExpr:
        numbers = [option.day.toordinal() for option in self._events[key].options]
        return cp_model.LinearExpr.weighted_sum(self._x[key], numbers)

    def _calls(self) -> None:
        calls, length = self._agenda.calendar.calls, self._agenda.calendar.visits.days
        for key in self._events:
            kind, _, mentee = key.partition(":")
            if kind == "intro":
                self._model.add_linear_constraint(self._day(f"visit:{mentee}") - self._day(key), *calls.intro_days)
            elif kind == "debrief":
                since = self._day(key) - self._day(f"visit:{mentee}") - (length - 1)
                self._model.add_linear_constraint(since, *calls.debrief_days)

    def _mentors(self) -> None:
        calendar = self._agenda.calendar
        for mentor, mentees in self._agenda.mentees_of.items():
            timed: dict[date, list[cp_model.IntVar]] = defaultdict(list)
            months: dict[date, list[cp_model.IntVar]] = defaultdict(list)
            stays = [self._interval(f"visit:{mentee}", calendar.preparation_days(mentor)) for mentee in mentees]
            self._model.add_no_overlap(stays)
            for key, event in self._events.items():
                if mentor not in event.mentors:
                    continue
                for var, option in zip(self._x[key], event.options, strict=True):
                    if event.kind == "visit":
                        months[option.day.replace(day=1)].append(var)
                        for number in range(calendar.visits.days):
                            timed[option.day + timedelta(days=number)].append(var)
                    else:
                        timed[option.day].append(var)
            for dates in timed.values():
                self._model.add_at_most_one(dates)
            most = calendar.visits_a_month(mentor)
            for begun in months.values() if most is not None else ():
                self._model.add(sum(begun) <= most)

    def _interval(self, key: str, free: int) -> cp_model.IntervalVar:
        first, last = self._events[key].options[0].day, self._events[key].options[-1].day
        day = self._model.new_int_var(first.toordinal(), last.toordinal(), "")
        self._model.add(day == self._day(key))
        return self._model.new_fixed_size_interval_var(day, self._agenda.calendar.visits.days + free, "")

    def _aims(self) -> list[tuple[str, cp_model.LinearExpr]]:
        start = self._agenda.calendar.start.toordinal()
        sessions = [key for key in self._events if key.startswith("session")]
        visits = [key for key in self._events if key.startswith("visit")]
        calls = [key for key in self._events if key not in {*sessions, *visits}]
        coming = [
            (len(self._events[key].mentees) + len(self._events[key].mentors) - len(option.absent)) * var
            for key in sessions
            for var, option in zip(self._x[key], self._events[key].options, strict=True)
        ]
        return [
            ("attendance", sum(coming)),
            ("spread", -self._crowding(visits)),
            ("early", start * len(sessions + visits) - sum(self._day(key) for key in sessions + visits)),
            ("calls", start * len(calls) - sum(self._day(key) for key in calls)),
        ]

    def _crowding(self, visits: list[str]) -> cp_model.LinearExpr:
        """Return the pairs of visits of a week: a visit that is the n-th of its week adds n - 1."""
        weeks: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for key in visits:
            for var, option in zip(self._x[key], self._events[key].options, strict=True):
                weeks[option.day.isocalendar()[:2]].append(var)
        terms = []
        for begun in weeks.values():
            nth = [self._model.new_bool_var("") for _ in visits]
            self._model.add(sum(nth) == sum(begun))
            for one, other in pairwise(nth):
                self._model.add_implication(other, one)
            terms += [number * var for number, var in enumerate(nth)]
        return sum(terms)
