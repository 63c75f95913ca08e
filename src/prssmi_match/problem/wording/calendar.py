"""The grounds of a calendar in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.days import counted_days, day_words, span_words
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time

    from prssmi_match.problem.calendar import Calendar, Period, SiteDates
    from prssmi_match.problem.calendar.grounds import Ground
    from prssmi_match.problem.document import Problem

__all__ = [
    "count_words",
    "ground_sentence",
    "group_words",
    "hours_words",
    "named_period",
    "no_visit_reason",
    "periods_words",
    "site_of",
]


def group_words(problem: Problem, key: str) -> str:
    """Return who has sessions together."""
    kind, _, name = key.partition(":")
    match kind:
        case "cohort":
            return "the whole cohort"
        case "setting":
            return f"the {name.replace('_', ' ')} teams" if name != "unknown" else "the teams without a known setting"
        case _:
            return f"{label_mentor(problem, name)} and its mentees"


def ground_sentence(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    """Return a rule or fact of a calendar as one sentence."""
    match ground.kind:
        case "session" | "present" | "host" | "apart":
            return _of_sessions(problem, calendar, ground)
        case "visit" | "notice" | "sessions_before" | "intro" | "debrief" | "end":
            return _of_visits(problem, calendar, ground)
        case "one_a_day" | "hosting" | "groups_at_once" | "preparation" | "visits_a_month":
            return _of_mentor(problem, calendar, ground)
        case "blackout":
            return f"Nothing is planned {named_period(calendar.blackouts, ground)}."
        case "weekdays" | "holidays" | "hours" | "available" | "away":
            return _of_site(problem, calendar, ground)


def _of_sessions(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    sessions = calendar.sessions
    match ground.kind:
        case "session":
            first, last = calendar.months[int(ground.about[1]) - 1]
            who = group_words(problem, ground.about[0])
            return f"Session {ground.about[1]} of {who} is from {span_words(first, last)}."
        case "present":
            return (
                f"At least {sessions.present_percent} percent of the teams of a group can come to each of its sessions."
            )
        case "host":
            return f"{label_mentor(problem, ground.about[0])} takes part in the sessions of its mentees."
        case _:
            return f"At least {counted_days(sessions.days_apart)} lie between a session and the next one of the group."


def _of_visits(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    visits, calls = calendar.visits, calendar.calls
    match ground.kind:
        case "visit":
            name = label_mentee(problem, ground.about[0])
            return f"{name} visits its mentor for {counted_days(visits.days)}{' in a row' if visits.days > 1 else ''}."
        case "notice":
            told = calendar.start if calendar.announced is None else calendar.announced
            least = counted_days(visits.notice_days)
            return f"A visit begins at least {least} after {day_words(told)}, when the plan is told."
        case "sessions_before":
            number = calendar.sessions_before
            return f"A visit comes after {count_words(number, 'session')}."
        case "intro":
            return f"A call comes {calls.intro_days[0]} to {counted_days(calls.intro_days[1])} before each visit."
        case "debrief":
            return f"A call comes {calls.debrief_days[0]} to {counted_days(calls.debrief_days[1])} after each visit."
        case _:
            return f"The program ends on {day_words(calendar.end)}."


def _of_mentor(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    mentor = ground.about[0]
    name = label_mentor(problem, mentor)
    match ground.kind:
        case "one_a_day":
            return f"{name} has at most one session, call or visit a day; so have its mentees."
        case "hosting":
            return f"{name} can host visits only {periods_words(calendar.mentor_by_id[mentor].hosting)}."
        case "groups_at_once":
            return f"{name} hosts at most {count_words(calendar.groups_at_once(mentor), 'visit')} at once."
        case "preparation":
            days = counted_days(calendar.preparation_days(mentor))
            return f"{name} has {days} between a visit and the next one to prepare it."
        case _:
            return f"{name} hosts at most {count_words(calendar.visits_a_month(mentor) or 0, 'visit')} a month."


def _of_site(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    name, row = site_of(problem, calendar, ground)
    match ground.kind:
        case "weekdays":
            days = calendar.weekdays if row is None or row.weekdays is None else row.weekdays
            return f"{name} meets on {enumeration(day.capitalize() for day in days)}."
        case "holidays":
            codes = sorted({*calendar.holidays, *(() if row is None else row.holidays)})
            return f"{name} keeps the public holidays of {enumeration(codes)}."
        case "hours":
            hours = row.hours if row is not None and row.hours is not None else calendar.sessions.hours
            return f"{name} meets {hours_words(hours)} ({calendar.zone_of(row)})."
        case "available":
            return f"{name} can meet only {periods_words(() if row is None else row.available)}."
        case _:
            return f"{name} is away {named_period(() if row is None else row.away, ground)}."


def site_of(problem: Problem, calendar: Calendar, ground: Ground) -> tuple[str, SiteDates | None]:
    """Return what a site is called, and what it says of its days."""
    side, name = ground.about[:2]
    if side == "mentee":
        return label_mentee(problem, name), calendar.mentee_by_id.get(name)
    return label_mentor(problem, name), calendar.mentor_by_id.get(name)


def named_period(periods: Iterable[Period], ground: Ground) -> str:
    """Return the days that a ground names, with the reason that is stated for them."""
    found = next(period for period in periods if (str(period.first), str(period.end)) == ground.about[-2:])
    return _from_to(found) + (f" ({found.reason})" if found.reason else "")


def _from_to(period: Period) -> str:
    return f"{'on' if period.end == period.first else 'from'} {span_words(period.first, period.end)}"


def periods_words(periods: Iterable[Period]) -> str:
    """Return periods in their order."""
    return enumeration(_from_to(period) for period in sorted(periods, key=lambda period: (period.first, period.end)))


def hours_words(hours: tuple[time, time]) -> str:
    """Return hours of a day."""
    return f"from {hours[0]:%H:%M} to {hours[1]:%H:%M}"


def count_words(number: int, noun: str) -> str:
    """Return a number of something."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def no_visit_reason(calendar: Calendar) -> str:
    """Return why a pair cannot be, where the two sites have no days in common for a visit."""
    days = f"{calendar.visits.days} days in a row" if calendar.visits.days > 1 else "day"
    return f"They have no {days} in common for a visit from {span_words(calendar.start, calendar.end)}"
