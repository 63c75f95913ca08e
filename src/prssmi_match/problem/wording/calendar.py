"""The grounds of a calendar, and how each could be changed, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.calendar.changes import PERCENT_STEP, wider
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time

    from prssmi_match.problem.calendar import Calendar, Period, SiteDates
    from prssmi_match.problem.calendar.grounds import Ground
    from prssmi_match.problem.document import Problem

__all__ = [
    "calendar_change_sentence",
    "calendar_changes_sentence",
    "day_words",
    "ground_sentence",
    "group_words",
    "no_visit_reason",
]


def day_words(day: date) -> str:
    """Return a day as people write it.

    >>> from datetime import date
    >>> day_words(date(2027, 3, 1))
    'Monday, March 1, 2027'
    """
    return f"{day:%A, %B} {day.day}, {day.year}"


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
        case "one_a_day" | "groups_at_once" | "preparation" | "visits_a_month":
            return _of_mentor(problem, calendar, ground)
        case "blackout":
            return f"Nothing is planned {_period(calendar.blackouts, ground)}."
        case "weekdays" | "holidays" | "hours" | "available" | "away":
            return _of_site(problem, calendar, ground)


def calendar_changes_sentence(problem: Problem, calendar: Calendar, amounts: Mapping[Ground, int]) -> str:
    """Return several changes as one sentence, in their order."""
    parts = [calendar_change_sentence(problem, calendar, *item).removesuffix(".") for item in amounts.items()]
    return f"{enumeration([*parts[:1], *(f'{part[0].lower()}{part[1:]}' for part in parts[1:])])}."


def calendar_change_sentence(problem: Problem, calendar: Calendar, ground: Ground, amount: int) -> str:
    """Return one change of a calendar as one sentence that says what to do."""
    sessions, visits = calendar.sessions, calendar.visits
    match ground.kind:
        case "present":
            left = max(0, sessions.present_percent - PERCENT_STEP * amount)
            return f"Ask for {left} instead of {sessions.present_percent} percent of the teams at a session."
        case "apart":
            return f"Let {sessions.days_apart - amount} instead of {_days(sessions.days_apart)} lie between sessions."
        case "notice":
            fewer = max(0, visits.notice_days - 7 * amount)
            return f"Tell of a visit {fewer} instead of {_days(visits.notice_days)} before it."
        case "sessions_before":
            fewer = calendar.sessions_before - amount
            return f"Let a visit come after {fewer} instead of {_count(calendar.sessions_before, 'session')}."
        case "intro":
            return "Do without the calls before the visits."
        case "debrief":
            return "Do without the calls after the visits."
        case "end":
            return f"Let the program end {_count(amount, 'week')} later than on {day_words(calendar.end)}."
        case "blackout":
            return f"Allow dates {_period(calendar.blackouts, ground)}."
        case "groups_at_once":
            most, name = calendar.groups_at_once(ground.about[0]), label_mentor(problem, ground.about[0])
            return f"Let {name} host {most + amount} instead of {_count(most, 'visit')} at once."
        case "visits_a_month":
            most = calendar.visits_a_month(ground.about[0]) or 0
            name = label_mentor(problem, ground.about[0])
            return f"Let {name} host {most + amount} instead of {_count(most, 'visit')} a month."
        case "preparation":
            days = calendar.preparation_days(ground.about[0])
            name = label_mentor(problem, ground.about[0])
            return f"Give {name} {max(0, days - amount)} instead of {_days(days)} to prepare a visit."
        case _:
            return _change_of_site(problem, calendar, ground, amount)


def _change_of_site(problem: Problem, calendar: Calendar, ground: Ground, amount: int) -> str:
    name, row = _site(problem, calendar, ground)
    match ground.kind:
        case "weekdays":
            return f"Ask {name} to meet {'from Monday to Friday' if amount == 1 else 'on any day of the week'}."
        case "hours":
            hours = row.hours if row is not None and row.hours is not None else calendar.sessions.hours
            return f"Ask {name} to meet {_hours(wider(hours, amount))} instead of {_hours(hours)}."
        case "available":
            return f"Ask {name} for other days than {_listed(() if row is None else row.available)}."
        case _:
            return f"Ask {name} to be there {_period(() if row is None else row.away, ground)}."


def _of_sessions(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    sessions = calendar.sessions
    match ground.kind:
        case "session":
            first, last = calendar.months[int(ground.about[1]) - 1]
            who = group_words(problem, ground.about[0])
            return f"Session {ground.about[1]} of {who} is from {day_words(first)} to {day_words(last)}."
        case "present":
            return (
                f"At least {sessions.present_percent} percent of the teams of a group can come to each of its sessions."
            )
        case "host":
            return f"{label_mentor(problem, ground.about[0])} takes part in the sessions of its mentees."
        case _:
            return f"At least {_days(sessions.days_apart)} lie between a session and the next one of the group."


def _of_visits(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    visits, calls = calendar.visits, calendar.calls
    match ground.kind:
        case "visit":
            name = label_mentee(problem, ground.about[0])
            return f"{name} visits its mentor for {_days(visits.days)}{' in a row' if visits.days > 1 else ''}."
        case "notice":
            told = calendar.start if calendar.announced is None else calendar.announced
            return (
                f"A visit begins at least {_days(visits.notice_days)} after {day_words(told)}, when the plan is told."
            )
        case "sessions_before":
            number = calendar.sessions_before
            return f"A visit comes after {_count(number, 'session')}."
        case "intro":
            return f"A call comes {calls.intro_days[0]} to {_days(calls.intro_days[1])} before each visit."
        case "debrief":
            return f"A call comes {calls.debrief_days[0]} to {_days(calls.debrief_days[1])} after each visit."
        case _:
            return f"The program ends on {day_words(calendar.end)}."


def _of_mentor(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    mentor = ground.about[0]
    name = label_mentor(problem, mentor)
    match ground.kind:
        case "one_a_day":
            return f"{name} has at most one session, call or visit a day; so have its mentees."
        case "groups_at_once":
            return f"{name} hosts at most {_count(calendar.groups_at_once(mentor), 'visit')} at once."
        case "preparation":
            return (
                f"{name} has {_days(calendar.preparation_days(mentor))} between a visit and the next one to prepare it."
            )
        case _:
            return f"{name} hosts at most {_count(calendar.visits_a_month(mentor) or 0, 'visit')} a month."


def _of_site(problem: Problem, calendar: Calendar, ground: Ground) -> str:
    name, row = _site(problem, calendar, ground)
    match ground.kind:
        case "weekdays":
            days = calendar.weekdays if row is None or row.weekdays is None else row.weekdays
            return f"{name} meets on {enumeration(day.capitalize() for day in days)}."
        case "holidays":
            codes = sorted({*calendar.holidays, *(() if row is None else row.holidays)})
            return f"{name} keeps the public holidays of {enumeration(codes)}."
        case "hours":
            hours = row.hours if row is not None and row.hours is not None else calendar.sessions.hours
            return f"{name} meets {_hours(hours)} ({calendar.zone_of(row)})."
        case "available":
            return f"{name} can meet only {_listed(() if row is None else row.available)}."
        case _:
            return f"{name} is away {_period(() if row is None else row.away, ground)}."


def _site(problem: Problem, calendar: Calendar, ground: Ground) -> tuple[str, SiteDates | None]:
    side, name = ground.about[:2]
    if side == "mentee":
        return label_mentee(problem, name), calendar.mentee_by_id.get(name)
    return label_mentor(problem, name), calendar.mentor_by_id.get(name)


def _period(periods: Iterable[Period], ground: Ground) -> str:
    """Return the days that a ground names, with the reason that is stated for them."""
    found = next(period for period in periods if (str(period.first), str(period.end)) == ground.about[-2:])
    return _from_to(found) + (f" ({found.reason})" if found.reason else "")


def _from_to(period: Period) -> str:
    if period.end == period.first:
        return f"on {day_words(period.first)}"
    return f"from {day_words(period.first)} to {day_words(period.end)}"


def _listed(periods: Iterable[Period]) -> str:
    return enumeration(_from_to(period) for period in sorted(periods, key=lambda period: (period.first, period.end)))


def _hours(hours: tuple[time, time]) -> str:
    return f"from {hours[0]:%H:%M} to {hours[1]:%H:%M}"


def _days(number: int) -> str:
    return _count(number, "day")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def no_visit_reason(calendar: Calendar) -> str:
    """Return why a pair cannot be, where the two sites have no days in common for a visit."""
    days = f"{_days(calendar.visits.days)} in a row" if calendar.visits.days > 1 else "no single day"
    return f"They have no {days} in common for a visit from {day_words(calendar.start)} to {day_words(calendar.end)}"
