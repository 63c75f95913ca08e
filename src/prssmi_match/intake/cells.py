"""Cells to values of the document.

====================================  ==============================================================
several values, or ids                ``diversion | child_welfare``
preferences, best first, ``=`` a tie  ``oak > elm = ash``
topics with a level from 1 to 5       ``peer workforce:5 | training`` (a bare topic means 3)
location                              ``46.1|-92.9``, or the two columns ``latitude``, ``longitude``
dates                                 ``2027-03-01``, or a date of a workbook or data frame
days, one or from the first to last   ``2027-05-03 .. 2027-05-07 (training) | 2027-06-01``
hours of a day                        ``9:00-17:30``
numbers                               plain notation: ``3``, ``87.5``
====================================  ==============================================================

Cells are text and are not reinterpreted: ``NA``, ``007`` and ``1e5`` stay what they are. Values of a closed list may
be written in any case, and with spaces or hyphens for underscores (``Child Welfare``), where that is a known value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, assert_never

from prssmi_match.intake.columns import Kind
from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.dates import is_date, not_a_date, read_date
from prssmi_match.intake.numbers import read_decimal, read_whole
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prssmi_match.intake.columns import Column

__all__ = ["DATES", "Cell", "known_choice", "read_cell"]

DATES = (date, time, timedelta)
"""What a calendar program makes of text that looks like a date; a datetime is a date."""
_BARE_LEVEL = 3
_READERS: dict[Kind, Callable[[str], float | date | Complaint]] = {
    Kind.WHOLE: read_whole,
    Kind.DECIMAL: read_decimal,
    Kind.DATE: read_date,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of a cell, as good as it could be read, and what is wrong with it; None leaves the field out."""

    value: object
    complaints: list[Complaint] = field(default_factory=list)


def read_cell(column: Column, content: object) -> Cell:
    """Return the value of a cell that is not blank; lists and mappings of a data frame are taken as they are."""
    if isinstance(content, date) and column.kind is Kind.PERIODS:
        return Cell([{"first": content.date() if isinstance(content, datetime) else content}])
    if isinstance(content, DATES):
        return _date(column, content)
    if not isinstance(content, str):
        return Cell(content)
    match column.kind:
        case Kind.TEXT | Kind.ATTRIBUTE:
            return Cell(content)
        case Kind.WHOLE | Kind.DECIMAL | Kind.DATE:
            return _stated(_READERS[column.kind](content))
        case Kind.CHOICE:
            return Cell(known_choice(content, column.known))
        case Kind.CHOICES:
            return _choices(content, column.known)
        case Kind.IDS:
            return _items(content, "|")
        case Kind.GROUPS:
            return _groups(content)
        case Kind.TOPICS:
            return _topics(content)
        case Kind.LOCATION:
            return _location(content)
        case Kind.HOURS:
            return _hours(content)
        case Kind.PERIODS:
            return _periods(content)
        case _:
            assert_never(column.kind)


def _date(column: Column, content: date | time | timedelta) -> Cell:
    day = content.date() if isinstance(content, datetime) and content.time() == time() else content
    if column.kind is Kind.ATTRIBUTE:
        return Cell(str(day))
    if column.kind is Kind.DATE:
        return Cell(day) if is_date(day) else Cell(None, [not_a_date(str(day))])
    sentence = (
        f"Excel has turned it into a date ({day}), or another program has; "
        "format the column as text and write the cell again."
    )
    return Cell(None, [Complaint("turned_into_date", "text that is not a date", sentence)])


def _stated(value: float | date | Complaint) -> Cell:
    return Cell(None, [value]) if isinstance(value, Complaint) else Cell(value)


def known_choice(word: str, known: Iterable[str]) -> str:
    """Return the known value that a word is written for, in any case, with spaces or hyphens; else the word."""
    folded = re.sub(r"[\s-]+", "_", fold(word))
    return folded if folded in known else word


def _choices(content: str, known: tuple[str, ...]) -> Cell:
    items = _items(content, "|")
    words = items.value if isinstance(items.value, list) else []
    values = [known_choice(word, known) for word in words]
    several = [word for word, value in zip(words, values, strict=True) if value not in known and _is_several(word)]
    complaints = [
        Complaint("separator", "values separated by |", f"Separate several values by |, not as in {word!r}.")
        for word in several
    ]
    return Cell([value for value in values if value not in several], [*items.complaints, *complaints])


def _is_several(word: str) -> bool:
    return any(mark in word for mark in ",;/\n")


def _items(content: str, mark: str) -> Cell:
    items = [item.strip() for item in content.split(mark)]
    return Cell([item for item in items if item], [] if all(items) else [_empty(mark)])


def _empty(mark: str) -> Complaint:
    return Complaint(
        "empty_item", "text on both sides of it", f"Nothing stands beside a {mark!r}; fill it in or remove it."
    )


def _groups(content: str) -> Cell:
    complaints: list[Complaint] = []
    groups: list[list[str]] = []
    for text in content.split(">"):
        group = [item.strip() for item in text.split("=")]
        if not text.strip():
            complaints.append(_empty(">"))
        elif not all(group):
            complaints.append(_empty("="))
        groups += [[item for item in group if item]] if any(group) else []
    return Cell(groups, complaints)


def _topics(content: str) -> Cell:
    items = _items(content, "|")
    complaints = list(items.complaints)
    topics: dict[str, int] = {}
    folded: set[str] = set()
    for item in items.value if isinstance(items.value, list) else []:
        topic, level = _topic(item)
        if isinstance(level, Complaint):
            complaints.append(level)
        elif fold(topic) in folded:
            complaints.append(Complaint("duplicate_topic", "each topic once", f"The topic {topic!r} stands twice."))
        else:
            folded.add(fold(topic))
            topics[topic] = level
    return Cell(topics, complaints)


def _topic(item: str) -> tuple[str, int | Complaint]:
    topic, colon, level = (part.strip() for part in item.rpartition(":"))
    if not colon:
        return item, _BARE_LEVEL
    number = read_whole(level) if level else None
    if not topic or not isinstance(number, int):
        sentence = (
            f"{item!r} is not a topic; write the topic, a colon and a whole number from 1 to 5, or the bare topic."
        )
        return item, Complaint("topic", "topic:level", sentence)
    return topic, number


def _hours(content: str) -> Cell:
    ends = re.fullmatch(r"(\d{1,2}:\d\d)\s*(?:-|\u2013|to)\s*(\d{1,2}:\d\d)", content.strip())
    if ends is None:
        sentence = f"{content!r} is no time from one hour to another; write it as 9:00-17:30."
        return Cell(None, [Complaint("hours", "9:00-17:30", sentence)])
    return Cell([clock.rjust(5, "0") for clock in ends.groups()])


def _periods(content: str) -> Cell:
    items = _items(content, "|")
    complaints, periods = list(items.complaints), []
    for item in items.value if isinstance(items.value, list) else []:
        found = re.fullmatch(r"([\d-]+)(?:\s*(?:\.\.|to|\u2013)\s*([\d-]+))?(?:\s*\((.*)\))?", item)
        if found is None:
            sentence = f"{item!r} are no days; write one as 2027-05-03, several as 2027-05-03 .. 2027-05-07."
            complaints.append(Complaint("days", "2027-05-03 .. 2027-05-07", sentence))
            continue
        stated = zip(("first", "last", "reason"), found.groups(), strict=True)
        periods.append({name: text.strip() for name, text in stated if text is not None})
    return Cell(periods, complaints)


def _location(content: str) -> Cell:
    numbers = [read_decimal(part.strip()) for part in content.split("|")]
    wrong = [number for number in numbers if isinstance(number, Complaint)]
    if len(numbers) != 2:  # noqa: PLR2004 - latitude and longitude
        wrong = [
            Complaint(
                "location", "latitude|longitude", f"{content!r} is not a location; write it as 46.1|-92.9, in degrees."
            )
        ]
    return Cell(None, wrong) if wrong else Cell(numbers)
