"""Something that has a date."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import in_one_line, without_controls

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["Event", "Published", "event_uid", "portable"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has a date.

    Parameters
    ----------
    uid : str
        What it is known by for ever: an event with the same one takes the place of the earlier one.
    start, end : datetime.datetime or datetime.date
        Two times with a zone; or the first day, and the day after the last one.
    title, location, description : str
        As every calendar program reads them (see :func:`portable`); title and location are one line.
    busy : bool
        Whether it takes the time of whoever has it in the calendar; a deadline does not.
    """

    uid: str
    start: datetime | date
    end: datetime | date
    title: str
    location: str = ""
    description: str = ""
    busy: bool = True

    def __post_init__(self) -> None:
        for name in ("title", "location"):
            object.__setattr__(self, name, in_one_line(portable(getattr(self, name))))
        object.__setattr__(self, "description", portable(self.description).strip())


@dataclass(frozen=True, slots=True)
class Published:
    """An event as it stands in a calendar.

    Parameters
    ----------
    event : Event
        What it is.
    sequence : int
        How often it was changed since it was first published.
    stamp : datetime.date
        The day as of which it was last changed.
    canceled : bool
        Whether it was taken back; its date is the last one that it had.
    """

    event: Event
    sequence: int
    stamp: date
    canceled: bool = False


def event_uid(*parts: str) -> str:
    """Return what an event is known by: the same for the same parts, and nothing that tells them to strangers."""
    text = "\0".join(f"{len(part)}:{part}" for part in parts)
    return f"{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@prssmi-match"


def portable(text: str) -> str:
    r"""Return text as every calendar program reads it: no control characters, a slash for each backslash.

    A backslash is what the format itself escapes with, and programs do not agree on ``\\n`` and ``\\N`` in a text.
    """
    return without_controls(text).replace("\\", "/").encode("utf-8", "replace").decode("utf-8")
