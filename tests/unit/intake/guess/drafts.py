"""Hand-made exports for the tests of drafts, and what a draft says as data."""

from __future__ import annotations

import re
import tomllib

from prssmi_match.intake.grid import Row, Sheet
from prssmi_match.intake.guess import draft_mapping
from prssmi_match.intake.mapping import Mapping, parse_mapping
from prssmi_match.intake.surveys import Layout, Part, Question, Response, Survey
from prssmi_match.intake.surveys.recognition import Recognized

__all__ = ["comments", "draft_of", "export_of", "fields_of"]


def export_of(header, *rows, ranking=Layout.RANK_COLUMNS, separator=";", keys=None):
    """Return what was read of an export: ``What? [a]`` is the part ``a`` of the question ``What?``."""
    sheet = Sheet(
        "answers.csv", tuple(Row(f"row {n}", tuple(row), n) for n, row in enumerate([header, *rows], start=1))
    )
    parts = {}
    for position, title in enumerate(header):
        text, part = re.fullmatch(r"(.*?)(?: ?\[([^\[\]]*)\])?", title, re.DOTALL).groups()
        parts.setdefault(text, []).append(Part(position, part or "", part or "", other=part == "Other"))
    questions = tuple(
        Question(keys[place] if keys else text, text, tuple(own)) for place, (text, own) in enumerate(parts.items())
    )
    responses = tuple(Response(row) for row in sheet.rows[1:])
    return Recognized(Survey("limesurvey", sheet, questions, responses, ranking=ranking, separator=separator), "")


def draft_of(mentees=None, mentors=None):
    """Return the draft for exports of one side or both."""
    given = {"mentees": mentees, "mentors": mentors}
    return draft_mapping({side: (f"{side}.csv", export) for side, export in given.items() if export is not None})


def fields_of(draft, side="mentees"):
    """Return the fields that a draft states, after it was read as convert reads it."""
    content = tomllib.loads(draft.text)
    assert isinstance(parse_mapping(content), Mapping)
    return content[side]["fields"]


def comments(draft):
    """Return the lines that are not read."""
    return [line.strip() for line in draft.text.splitlines() if line.strip().startswith("#")]
