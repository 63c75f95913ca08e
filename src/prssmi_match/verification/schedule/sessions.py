"""Sessions: one in each month, with enough teams, far enough from each other, at a time that every clock knows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.solution.schedule import Call, Session
    from prssmi_match.verification.schedule.view import PlanView

__all__ = ["check_clock", "check_sessions"]


def check_sessions(view: PlanView) -> Iterator[Violation]:
    """Give every violation of a session."""
    for session in view.schedule.sessions:
        yield from check_clock(view, session, view.calendar.sessions.minutes)
        yield from _month(view, session)
        yield from _present(view, session)
    for group in sorted(view.groups):
        own = [session for session in view.schedule.sessions if session.key.startswith(f"session:{group}:")]
        for one, other in pairwise(sorted(own, key=lambda session: session.number)):
            lacking = view.calendar.sessions.days_apart - (other.day - one.day).days
            if lacking > 0:
                sentence = f"{other.key} comes {lacking} days too soon after {one.key}."
                yield Violation(rule_id="apart", amount=lacking, witnesses=(one.key, other.key), sentence=sentence)


def check_clock(view: PlanView, meeting: Session | Call, minutes: int) -> Iterator[Violation]:
    """Give a violation where a meeting's clock and its instant in UTC are not the same, or not clear."""
    local = meeting.start_utc.astimezone(ZoneInfo(meeting.time_zone))
    again = local.replace(fold=1 - local.fold)
    step = view.calendar.sessions.step_minutes
    is_right = (
        (local.date(), local.time()) == (meeting.day, meeting.start)
        and local.utcoffset() == again.utcoffset()
        and (local.hour * 60 + local.minute) % step == 0
        and not local.second
        and meeting.minutes == minutes
    )
    if not is_right:
        sentence = f"{meeting.key} begins at {meeting.start_utc.isoformat()}, which is not the time that it states."
        yield Violation(rule_id="clock", amount=1, witnesses=(meeting.key,), sentence=sentence)


def _month(view: PlanView, session: Session) -> Iterator[Violation]:
    first, last = view.calendar.months[session.number - 1]
    outside = max((first - session.day).days, (session.day - last).days)
    if outside > 0 or session.time_zone != view.calendar.zone:
        sentence = f"{session.key} is on {session.day}; its month is from {first} to {last}."
        yield Violation(rule_id="session", amount=max(1, outside), witnesses=(session.key,), sentence=sentence)
    if any(period.first <= session.day <= period.end for period in view.calendar.blackouts):
        sentence = f"{session.key} is on {session.day}, when nothing is planned."
        yield Violation(rule_id="blackout", amount=1, witnesses=(session.key,), sentence=sentence)


def _present(view: PlanView, session: Session) -> Iterator[Violation]:
    meeting = session.start_utc, session.minutes
    absent = {
        "mentee": tuple(site for site in session.mentees if view.why_not_at("mentee", site, *meeting)),
        "mentor": tuple(site for site in session.mentors if view.why_not_at("mentor", site, *meeting)),
    }
    if (absent["mentee"], absent["mentor"]) != (session.absent_mentees, session.absent_mentors):
        sentence = f"{session.key} states others than those that cannot come: {absent}."
        yield Violation(rule_id="absent", amount=1, witnesses=(session.key,), sentence=sentence)
    teams, there = len(session.mentees), len(session.mentees) - len(absent["mentee"])
    lacking = -(-teams * view.calendar.sessions.present_percent // 100) - there
    if lacking > 0:
        sentence = f"{there} of {teams} teams can come to {session.key}, {lacking} fewer than have to."
        yield Violation(rule_id="present", amount=lacking, witnesses=absent["mentee"], sentence=sentence)
    if view.calendar.sessions.per == "mentor" and absent["mentor"]:
        sentence = f"{absent['mentor'][0]} cannot come to {session.key}, which is its own."
        yield Violation(rule_id="host", amount=1, witnesses=absent["mentor"], sentence=sentence)
