"""Changes of a calendar in plain words: what is to be done, with both numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.calendar.changes import PERCENT_STEP, wider
from prssmi_match.problem.wording.calendar import count_words, hours_words, named_period, periods_words, site_of
from prssmi_match.problem.wording.days import counted_days, day_words
from prssmi_match.problem.wording.labels import enumeration, label_mentor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.calendar.grounds import Ground
    from prssmi_match.problem.document import Problem

__all__ = ["calendar_change_sentence", "calendar_changes_sentence"]


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
            apart = sessions.days_apart
            return f"Let {apart - amount} instead of {counted_days(apart)} lie between sessions."
        case "notice":
            fewer = max(0, visits.notice_days - 7 * amount)
            return f"Tell of a visit {fewer} instead of {counted_days(visits.notice_days)} before it."
        case "sessions_before":
            fewer = calendar.sessions_before - amount
            return f"Let a visit come after {fewer} instead of {count_words(calendar.sessions_before, 'session')}."
        case "intro":
            return "Do without the calls before the visits."
        case "debrief":
            return "Do without the calls after the visits."
        case "end":
            return f"Let the program end {count_words(amount, 'week')} later than on {day_words(calendar.end)}."
        case "blackout":
            return f"Allow dates {named_period(calendar.blackouts, ground)}."
        case "hosting":
            stated = periods_words(calendar.mentor_by_id[ground.about[0]].hosting)
            return f"Ask {label_mentor(problem, ground.about[0])} to host visits on other days than {stated}."
        case "groups_at_once":
            most, name = calendar.groups_at_once(ground.about[0]), label_mentor(problem, ground.about[0])
            return f"Let {name} host {most + amount} instead of {count_words(most, 'visit')} at once."
        case "visits_a_month":
            most = calendar.visits_a_month(ground.about[0]) or 0
            name = label_mentor(problem, ground.about[0])
            return f"Let {name} host {most + amount} instead of {count_words(most, 'visit')} a month."
        case "preparation":
            before = calendar.preparation_days(ground.about[0])
            name = label_mentor(problem, ground.about[0])
            return f"Give {name} {max(0, before - amount)} instead of {counted_days(before)} to prepare a visit."
        case _:
            return _change_of_site(problem, calendar, ground, amount)


def _change_of_site(problem: Problem, calendar: Calendar, ground: Ground, amount: int) -> str:
    name, row = site_of(problem, calendar, ground)
    match ground.kind:
        case "weekdays":
            return f"Ask {name} to meet {'from Monday to Friday' if amount == 1 else 'on any day of the week'}."
        case "hours":
            hours = row.hours if row is not None and row.hours is not None else calendar.sessions.hours
            return f"Ask {name} to meet {hours_words(wider(hours, amount))} instead of {hours_words(hours)}."
        case "available":
            return f"Ask {name} for other days than {periods_words(() if row is None else row.available)}."
        case _:
            return f"Ask {name} to be there {named_period(() if row is None else row.away, ground)}."
