"""Tables and program fields to a problem, or to all findings at once, each at its cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from prssmi_match.errors import Finding
from prssmi_match.intake.columns import TABLES, Kind
from prssmi_match.intake.reading import Reading, has_errors
from prssmi_match.intake.reviews import aggregate_reviews, review_notes
from prssmi_match.intake.table import read_table
from prssmi_match.problem.defects import as_findings
from prssmi_match.problem.document import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from prssmi_match.intake.grid import Tables
    from prssmi_match.intake.table import TableReading
    from prssmi_match.problem.defects import Loc

__all__ = ["assemble", "in_order", "sort_in"]

_NAMED_SIDE = {
    "mentee": "mentees",
    "mentees": "mentees",
    "must_match": "mentees",
    "mentor": "mentors",
    "must_open": "mentors",
}


def assemble(tables: Tables) -> Reading:
    """Return the problem that the tables state, or why there is none.

    All findings of the tables, the cells, the fields and the references are given, in the order of the input.
    """
    readings = {name: read_table(TABLES[name], grid) for name, grid in tables.grids.items()}
    reviewed = _review(tables, readings)
    document = {**tables.program, **{name: reading.rows for name, reading in readings.items()}}
    problem, elsewhere = None, []
    try:
        problem = Problem.model_validate(document)
    except ValidationError as error:
        elsewhere = sort_in(error, tables, readings)
    findings = (*tables.findings, *in_order(readings), *reviewed, *elsewhere)
    return Reading(None if has_errors(findings) else problem, findings, tuple(tables.notes))


def in_order(readings: Mapping[str, TableReading]) -> list[Finding]:
    """Return the findings of tables, each table's in the order of its cells."""
    ranked = [sorted(reading.findings, key=lambda pair: pair[0]) for reading in readings.values()]
    return [finding for table in ranked for _, finding in table]


def _review(tables: Tables, readings: dict[str, TableReading]) -> tuple[Finding, ...]:
    """Give every site the score that its reviews come to, and return what is wrong with the reviews."""
    if tables.reviews is None:
        return ()
    sides = {name: readings[name] for name in ("mentees", "mentors") if name in readings}
    ids = {name: [str(row["id"]) for row in reading.rows if "id" in row] for name, reading in sides.items()}
    grid, settings = tables.reviews
    rows = [row for reading in sides.values() for row in reading.rows if "id" in row and "name" in row]
    names = {str(row["name"]): str(row["id"]) for row in rows}
    summary = aggregate_reviews(grid, settings, ids.get("mentees", ()), ids.get("mentors", ()), names)
    for name, reading in sides.items():
        sites = summary.mentees if name == "mentees" else summary.mentors
        for number, row in enumerate(reading.rows):
            reviews = sites.get(str(row.get("id")))
            if reviews is None or reviews.score is None:
                continue
            if "review_score" in row:
                sentence = f"{grid.source} gives this site the score {reviews.score}; keep one of the two."
                reading.complain(number, "review_score", "stated_twice", "one score", sentence)
            row["review_score"] = reviews.score
    tables.notes += [f"{grid.source}: {words}" for words in review_notes(summary)]
    return summary.findings


def sort_in(error: ValidationError, tables: Tables, readings: Mapping[str, TableReading]) -> list[Finding]:
    """Add the findings of the model to the tables that they come from, and return those of the program."""
    incomplete = tables.unreadable | {
        name for name, reading in readings.items() if "id" in reading.table.needed and reading.position("id") is None
    }
    elsewhere = []
    for details, finding in zip(error.errors(include_url=False), as_findings(error), strict=True):
        loc = details["loc"]
        if details["type"] == "unknown_id" and _named_side(loc) in incomplete:
            continue  # nobody can say which ids a table has that could not be read
        match loc:
            case (str(name), int(row), *rest) if name in readings:
                _add(readings[name], row, tuple(rest), details, finding)
            case _:
                place = f"{tables.program_source}, {finding.place}" if tables.program_source else finding.place
                elsewhere.append(Finding(finding.code, place, finding.found, finding.expected, finding.sentence))
    return elsewhere


def _add(reading: TableReading, row: int, loc: Loc, details: ErrorDetails, finding: Finding) -> None:
    column = reading.column_at(loc)
    if details["type"] == "missing" and loc and (row, str(loc[0])) in reading.settled:
        return
    place = reading.place(row, column)
    # A cell shows no positions in a list: "settings of mentee 'pine'", not "settings[1] of mentee 'pine'".
    sentence = re.sub(r"^(\w+)(\[\d+\])+ of ", r"\1 of ", finding.sentence) + _separator_hint(reading, column, details)
    found = place.found or finding.found
    mended = Finding(finding.code, place.words, found, finding.expected, sentence, spot=place.spot)
    reading.findings.append((place.rank, mended))


def _separator_hint(reading: TableReading, name: str | None, details: ErrorDetails) -> str:
    """Return how several ids are separated, where an unknown id looks like several."""
    item = str(details["input"])
    if details["type"] != "unknown_id" or not any(mark in item for mark in ",;|>="):
        return ""
    kind = next((column.kind for column in reading.columns.values() if column.name == name), None)
    match kind:
        case Kind.IDS:
            return " Separate several ids by |."
        case Kind.GROUPS:
            return " Write preferences as oak > elm = ash: best first, = between equals."
        case _:
            return ""


def _named_side(loc: Loc) -> str:
    """Return the side whose id is expected at a place."""
    match loc:
        case ("mentees", *_):
            return "mentors"
        case ("mentors", *_):
            return "mentees"
        case (_, _, str(field), *_):
            return _NAMED_SIDE.get(field, "")
        case _:
            return ""
