"""What became of the program's expectations of a site, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.progress import SUBMITTED
from prssmi_match.problem.wording.days import counted_days, day_words
from prssmi_match.problem.wording.labels import enumeration

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from prssmi_match.problem.progress import MilestoneName

__all__ = [
    "done_sentence",
    "milestone_title",
    "milestones_sentence",
    "open_sentence",
    "people_words",
    "short_sentence",
    "survey_sentence",
]

_TITLES: dict[MilestoneName, str] = {
    "team": "Team list",
    "training": "Mentor training",
    "intro_call": "Intro call",
    "session": "Learning session",
    "visit": "Site visit",
    "debrief": "Debrief",
    "workplan": "Workplan",
    "survey": "Survey",
}


def milestone_title(milestone: MilestoneName, session: str | None = None) -> str:
    """Return what a milestone is called.

    >>> milestone_title("session", "2")
    'Learning session 2'
    """
    return _TITLES[milestone] if session is None else f"{_TITLES[milestone]} {session}"


def done_sentence(  # noqa: PLR0913, PLR0917 - what was reported
    site: str,
    milestone: MilestoneName,
    session: str | None,
    done_on: date | None,
    people: int | None,
    most: int | None,
) -> str:
    """Return that a milestone is done; ``most``: more people than that are more than the program expects."""
    when = "" if done_on is None else f" on {day_words(done_on)}"
    with_people = "" if people is None else f", {people_words(people)}"
    beyond = "" if people is None or most is None or people <= most else f"; at most {most} are expected"
    return f"{site}: {milestone_title(milestone, session)} done{when}{with_people}{beyond}."


def short_sentence(site: str, milestone: MilestoneName, people: int | None, least: int, late: str) -> str:
    """Return that something was reported of too few people, or does not say of how many."""
    title = milestone_title(milestone)
    if people is None:
        return f"{site}: {title} reported, but not with how many people; at least {least} are expected."
    return f"{site}: {title} reported with {people_words(people)}; at least {least} are expected{late}."


def open_sentence(  # noqa: PLR0913 - what is expected, and what is known of it
    site: str, milestone: MilestoneName, session: str | None, due: date | None, days: int, *, known: bool
) -> str:
    """Return that nothing is done, as far as is known.

    Parameters
    ----------
    days : int
        Days since it was due; below 0 where that lies ahead.
    known : bool
        Whether it is known not to be done.
    """
    title = milestone_title(milestone, session)
    if due is None:
        return f"{site}: {title} has no date yet."
    verb = "due" if milestone in {*SUBMITTED, "training"} else "planned for"
    if days < 0:
        return f"{site}: {title} is {verb} {day_words(due)}, in {counted_days(-days)}."
    if days == 0:
        return f"{site}: {title} is {verb} today, {day_words(due)}."
    since = f"{site}: {title} was {verb} {day_words(due)}, {counted_days(days)} ago"
    if not known:
        return f"{since}; nothing is reported of it."
    return f"{since}, and {'has not come in' if milestone in SUBMITTED else 'was not done'}."


def people_words(people: int) -> str:
    """Return a number of people."""
    return f"{people} {'person' if people == 1 else 'people'}"


def milestones_sentence(as_of: date, mentees: int, counts: Mapping[str, int]) -> str:
    """Return how far a cohort is; ``counts`` by state."""
    total, done, overdue = sum(counts.values()), counts["done"], counts["overdue"]
    parts = [f"{done} of {total} milestones {_are(done)} done"]
    parts += [f"{overdue} {_are(overdue)} overdue"] if overdue else []
    parts += [f"of {counts['unknown']} that should be done nobody has reported"] if counts["unknown"] else []
    return f"As of {day_words(as_of)}, {enumeration(parts)} ({mentees} mentee{'' if mentees == 1 else 's'})."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def survey_sentence(answered: int, silent: int) -> str:
    """Return how many of the mentees with a mentor answered the survey at the end."""
    total = answered + silent
    return f"{answered} of {total} mentee{'' if total == 1 else 's'} with a mentor answered the survey at the end."
