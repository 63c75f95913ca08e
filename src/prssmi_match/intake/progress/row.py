"""One row of the table to a report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.progress.plan import NAMES
from prssmi_match.problem.naming import called, sites_called
from prssmi_match.problem.progress import MILESTONES, Report, side_of
from prssmi_match.problem.text import fold, nearest
from prssmi_match.problem.wording.days import day_words
from prssmi_match.problem.wording.labels import enumeration

if TYPE_CHECKING:
    from prssmi_match.intake.progress.plan import Plan
    from prssmi_match.problem.progress import MilestoneName

__all__ = ["read_report"]

Stated = dict[str, object]
"""The cells of a row, by column."""
T = TypeVar("T")


def read_report(row: Stated, plan: Plan) -> tuple[Report | None, list[tuple[str, Complaint]]]:
    """Return what a row says, and what is wrong with it, each by its column; None where something is."""
    complaints: list[tuple[str, Complaint]] = []

    def sound(column: str, value: T | Complaint) -> T | None:
        if isinstance(value, Complaint):
            complaints.append((column, value))
            return None
        return value

    milestone = sound("milestone", _milestone(row))
    site = None if milestone is None else sound("site", _site(row, milestone, plan))
    session = None if milestone is None or site is None else sound("session", _session(row, milestone, site, plan))
    day = sound("date", _day(row, plan.as_of))
    done = sound("done", _done(row))
    people = sound("people", _people(row, done=done is True))
    if complaints or milestone is None or site is None or done is None:
        return None, complaints
    note = str(row["note"]) if "note" in row else None
    return Report(
        site=site, milestone=milestone, session=session, date=day, people=people, done=done, note=note
    ), complaints


def _milestone(row: Stated) -> MilestoneName | Complaint | None:
    if "milestone" not in row:
        return None
    word = str(row["milestone"])
    if (name := NAMES.get(fold(word))) is not None:
        return name
    close = nearest(word, NAMES)
    guess = f" Did you mean {NAMES[close]!r}?" if close else ""
    known = enumeration(MILESTONES, "or")
    return Complaint("unknown_milestone", f"one of {known}", f"{word!r} is not a milestone.{guess} Write {known}.")


def _site(row: Stated, milestone: MilestoneName, plan: Plan) -> str | Complaint | None:
    if "site" not in row:
        return None
    word, side = str(row["site"]), side_of(milestone)
    found = sites_called(plan.problem, side, word)
    noun = side.removesuffix("s")
    if len(found) == 1:
        return found[0]
    if found:
        sentence = f"{len(found)} {side} are called {word!r}; use an id: {enumeration(found, 'or')}."
        return Complaint("shared_name", f"one of {enumeration(found, 'or')}", sentence)
    close = nearest(word, (name for _, name in called(plan.problem, side)))
    guess = f"Did you mean {close!r}?" if close else "Use an id or name of the problem, or remove the row."
    return Complaint("unknown_id", f"the id or name of a {noun}", f"There is no {noun} {word!r}. {guess}")


def _session(row: Stated, milestone: MilestoneName, site: str, plan: Plan) -> str | Complaint | None:
    word = None if "session" not in row else str(row["session"])
    if milestone != "session":
        if word is None:
            return None
        sentence = f"Only learning sessions have a session; clear it, or write session instead of {milestone}."
        return Complaint("unexpected_session", "a blank cell", sentence)
    own = plan.sessions.get(site, {})
    known = enumeration(own, "or") if own else "none: the plan has no session of this site"
    if word is None:
        held = [key for key, day in own.items() if day == row.get("date")]
        sentence = f"The row does not say which session; write {known}, or the day on which one was planned."
        return held[0] if len(held) == 1 else Complaint("missing", f"one of {known}", sentence)
    if word in own:
        return word
    return Complaint("unknown_session", f"one of {known}", f"{word!r} is not a session of this site; write {known}.")


def _day(row: Stated, as_of: date) -> date | Complaint | None:
    day = row.get("date")
    if not isinstance(day, date):
        return None
    if day > as_of:
        sentence = (
            f"{day} is after {as_of}, the day as of which this is told; correct one of the two. Clear the row if it is "
            "only planned."
        )
        return Complaint("future_date", f"{day_words(as_of)} or earlier", sentence)
    return day


def _done(row: Stated) -> bool | Complaint:
    word = fold(str(row.get("done", "yes")))
    if word in {"yes", "true", "no", "false"}:
        return word in {"yes", "true"}
    sentence = f"{row['done']!r} does not say whether it was done; write yes or no, or leave the cell blank for yes."
    return Complaint("unreadable_done", "yes or no", sentence)


def _people(row: Stated, *, done: bool) -> int | Complaint | None:
    people = row.get("people")
    if people is None:
        return None
    if not isinstance(people, int) or isinstance(people, bool) or people < 0:
        return Complaint("not_a_count", "a whole number from 0", f"{people} is not a number of people.")
    if people == 0 and done:
        sentence = "Nobody took part, so it was not done; write no under done, or the number of people."
        return Complaint("nobody", "at least 1, or done = no", sentence)
    return people
