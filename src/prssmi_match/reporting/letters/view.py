"""What a letter may know: its reader, its match, and what is expected of it. Nothing else reaches a template.

All texts stand in one line and act on nothing, whatever the document holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = [
    "Dates",
    "Guest",
    "Host",
    "LetterKind",
    "Meeting",
    "MenteeView",
    "MentorView",
    "Round",
    "Site",
    "View",
    "Visit",
    "WhyWithout",
]


class LetterKind(StrEnum):
    """What a letter tells, and the name of its template."""

    MENTEE_MATCHED = "mentee_matched"
    MENTEE_UNMATCHED = "mentee_unmatched"
    MENTEE_ON_HOLD = "mentee_on_hold"
    MENTOR_MATCHED = "mentor_matched"
    MENTOR_UNUSED = "mentor_unused"


class WhyWithout(StrEnum):
    """Why a mentee is without a mentor, as far as its letter may tell.

    ``no_mentor``: the rules allow none for it. ``rules``: no matching under the rules has it. ``places``: there were
    more applications than places, and others serve the aims better. ``aims``: others serve them better. ``draw``: the
    draw decided. ``unknown``: it was not worked out.
    """

    NO_MENTOR = "no_mentor"
    RULES = "rules"
    PLACES = "places"
    AIMS = "aims"
    DRAW = "draw"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Round:
    """What is the same in all letters.

    Attributes
    ----------
    name : str
        Of the cohort; empty where it has none.
    sender : str
        Who signs; its lines stay lines.
    reply_by : date or None
        Until when sites are asked to answer.
    team, travelers : tuple of int or None
        People that the program expects in a team, and at a visit, at least and at most.
    """

    name: str
    sender: str
    reply_by: date | None
    team: tuple[int, int] | None
    travelers: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Site:
    """A site as everybody may know it; what is unknown is empty."""

    name: str
    organization: str
    state: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session or call: when it starts, as a clock at the reader's shows it, and whether the reader cannot come."""

    start: datetime
    minutes: int
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """The visit of a mentee at its mentor.

    Attributes
    ----------
    first, last : date
        Its days.
    others : tuple of str
        The other mentees that come on the same visit, by name.
    travelers : int or None
        How many of the mentee's team come, where that is known.
    paid : int
        For how many of them the program pays, at most.
    """

    first: date
    last: date
    others: tuple[str, ...]
    travelers: int | None
    paid: int


@dataclass(frozen=True, slots=True)
class Dates:
    """When things are for one pair; empty and None where it is not known. A mentor's sessions are told once for all."""

    sessions: tuple[Meeting, ...] = ()
    intro: Meeting | None = None
    visit: Visit | None = None
    debrief: Meeting | None = None
    workplan_due: date | None = None
    survey_due: date | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """The mentor of a mentee: who it is, and what both have in common.

    Attributes
    ----------
    settings, topics : tuple of str
        What the mentee works in, or asks about, and the mentor does or knows too.
    was_wished : bool
        Whether the mentee listed it.
    met_before : bool
        Whether they were a pair in an earlier round.
    """

    site: Site
    settings: tuple[str, ...]
    topics: tuple[str, ...]
    was_wished: bool
    met_before: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """A mentee of a mentor, with what the mentor has to prepare for.

    Attributes
    ----------
    settings, topics : tuple of str
        All that the mentee works in and asks about; the topics that matter most to it first.
    known_topics : tuple of str
        Those of the topics that the mentor stated to know.
    """

    site: Site
    settings: tuple[str, ...]
    topics: tuple[str, ...]
    known_topics: tuple[str, ...]
    is_provisional: bool
    met_before: bool
    dates: Dates


@dataclass(frozen=True, slots=True)
class MenteeView:
    """What a letter to a mentee may know.

    Attributes
    ----------
    host : Host or None
        Its mentor.
    conditions : tuple of str
        What it has to settle before the mentorship starts.
    reason : WhyWithout or None
        Where it is available and has no mentor.
    """

    kind: LetterKind
    round: Round
    site: Site
    host: Host | None = None
    is_provisional: bool = False
    conditions: tuple[str, ...] = ()
    reason: WhyWithout | None = None
    dates: Dates = Dates()


@dataclass(frozen=True, slots=True)
class MentorView:
    """What a letter to a mentor may know; ``guests`` are its mentees, by name."""

    kind: LetterKind
    round: Round
    site: Site
    guests: tuple[Guest, ...] = ()
    sessions: tuple[Meeting, ...] = ()


View = MenteeView | MentorView
