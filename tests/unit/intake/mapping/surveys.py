"""Hand-made surveys for the tests of mappings: one header row, a question a column, or several named ``Q[part]``."""

from __future__ import annotations

import re

from prssmi_match.intake.grid import Row, Sheet
from prssmi_match.intake.mapping import Vocabulary, gather, parse_mapping, tabulate
from prssmi_match.intake.surveys import Layout, Part, Question, Response, Survey

__all__ = ["apply", "survey_of"]

MENTORS = Vocabulary({"oak": "Oak City", "elm": "Elm County", "ash": "Ash Village"}, "mentor")


def survey_of(header, *rows, ranking=Layout.RANK_COLUMNS, separator=";", complete=None, submitted=None):
    """Return a survey of a header and rows of cells; ``Q1[a]`` is the part ``a`` of the question ``Q1``."""
    sheet = Sheet(
        "answers.csv", tuple(Row(f"row {n}", tuple(row), n) for n, row in enumerate([header, *rows], start=1))
    )
    parts = {}
    for position, title in enumerate(header):
        key, part = re.fullmatch(r"([^\[]*)(?:\[(.*)\])?", title).groups()
        parts.setdefault(key, []).append(Part(position, part or "", part or "", other=part == "other"))
    questions = tuple(Question(key, f"Text of {key}", tuple(own)) for key, own in parts.items())
    responses = tuple(
        Response(row, complete[index] if complete else True, submitted[index] if submitted else "")
        for index, row in enumerate(sheet.rows[1:])
    )
    return Survey("stub", sheet, questions, responses, ranking=ranking, separator=separator)


def apply(survey, fields, **side):
    """Return the table of mentees that a mapping makes, as rows of the filled fields, and all findings."""
    fields = {"id": {"question": "id"}} | fields
    mapping = parse_mapping({"mentees": {"file": "answers.csv", "fields": fields, **side}})
    assert not isinstance(mapping, list), mapping
    applications = gather("mentees", mapping.mentees, survey, "mapping.toml")
    grid = tabulate(applications, MENTORS)
    rows = [
        {name: cell for name, cell in zip(grid.header, row.cells, strict=True) if cell is not None} for row in grid.rows
    ]
    return rows, [*applications.findings, *(finding for _, finding in grid.findings)]
