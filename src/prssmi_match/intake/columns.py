"""The columns of the tables: one a field of the document, and two ways to write a location."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import get_args

from prssmi_match.problem.calendar.values import WEEKDAYS
from prssmi_match.problem.history import Outcome
from prssmi_match.problem.participants import Mentee, Mentor
from prssmi_match.problem.values import Locale, Setting, Stage

__all__ = ["CALENDAR_TABLES", "TABLES", "Column", "Kind", "Table", "find_column"]


class Kind(Enum):
    """How a cell is written."""

    TEXT = auto()
    ATTRIBUTE = auto()
    WHOLE = auto()
    DECIMAL = auto()
    CHOICE = auto()
    CHOICES = auto()
    IDS = auto()
    GROUPS = auto()
    TOPICS = auto()
    LOCATION = auto()
    DATE = auto()
    HOURS = auto()
    PERIODS = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, how its cells are written, and the known values where it has some."""

    name: str
    kind: Kind
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns, those that it cannot do without, and the field that any ``field.X`` adds to."""

    name: str
    columns: tuple[Column, ...]
    needed: tuple[str, ...]
    open_field: str = ""
    optional: bool = False


_ID = Column("id", Kind.TEXT)
_BOTH_SIDES = (
    _ID,
    Column("name", Kind.TEXT),
    Column("organization", Kind.TEXT),
    Column("state", Kind.TEXT),
    Column("settings", Kind.CHOICES, get_args(Setting)),
    Column("locale", Kind.CHOICE, get_args(Locale)),
    Column("review_score", Kind.DECIMAL),
    Column("topics", Kind.TOPICS),
    Column("preferences", Kind.GROUPS),
    Column("unacceptable", Kind.IDS),
    Column("location", Kind.LOCATION),
    Column("latitude", Kind.DECIMAL),
    Column("longitude", Kind.DECIMAL),
)
_MENTEES = (
    *_BOTH_SIDES,
    Column("status", Kind.CHOICE, get_args(Mentee.model_fields["status"].annotation)),
    Column("stage", Kind.CHOICE, get_args(Stage)),
    Column("team_size", Kind.WHOLE),
    Column("travelers", Kind.WHOLE),
    Column("workload", Kind.WHOLE),
    Column("prior_mentors", Kind.IDS),
)
_MENTORS = (
    *_BOTH_SIDES,
    Column("status", Kind.CHOICE, get_args(Mentor.model_fields["status"].annotation)),
    Column("locales_served", Kind.CHOICES, get_args(Locale)),
    Column("min_mentees", Kind.WHOLE),
    Column("max_mentees", Kind.WHOLE),
    Column("max_workload", Kind.WHOLE),
)
_PAIR = (Column("mentee", Kind.TEXT), Column("mentor", Kind.TEXT))
_HISTORY = (
    Column("round", Kind.WHOLE),
    *_PAIR,
    Column("outcome", Kind.CHOICE, get_args(Outcome)),
    Column("satisfaction", Kind.WHOLE),
    Column("lessons", Kind.TEXT),
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("mentees", _MENTEES, ("id",), open_field="attributes"),
        Table("mentors", _MENTORS, ("id",), open_field="attributes"),
        Table(
            "pairs",
            (*_PAIR, Column("score", Kind.WHOLE), Column("workload", Kind.WHOLE)),
            ("mentee", "mentor"),
            optional=True,
        ),
        Table("previous", _PAIR, ("mentee", "mentor"), optional=True),
        Table("history", _HISTORY, ("round", "mentee"), open_field="answers", optional=True),
    )
}


_DATES = (
    _ID,
    Column("time_zone", Kind.TEXT),
    Column("weekdays", Kind.CHOICES, WEEKDAYS),
    Column("hours", Kind.HOURS),
    Column("holidays", Kind.IDS),
    Column("available", Kind.PERIODS),
    Column("away", Kind.PERIODS),
)
_HOSTING = (
    Column("hosting", Kind.PERIODS),
    Column("visits_a_month", Kind.WHOLE),
    Column("groups_at_once", Kind.WHOLE),
    Column("preparation_days", Kind.WHOLE),
)
CALENDAR_TABLES: dict[str, Table] = {
    "mentees": Table("mentee_dates", _DATES, ("id",), optional=True),
    "mentors": Table("mentor_dates", (*_DATES, *_HOSTING), ("id",), optional=True),
}
"""The tables of a calendar, by the field that they fill."""


def find_column(table: Table, header: str) -> Column | None:
    """Return the column that a header names, or None."""
    field, _, name = header.partition(".")
    if table.open_field and field == table.open_field and name.strip():
        return Column(f"{field}.{name.strip()}", Kind.ATTRIBUTE)
    return next((column for column in table.columns if column.name == header), None)
