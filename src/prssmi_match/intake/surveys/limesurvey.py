"""LimeSurvey: one header row of codes (``Q3[SQ001]``), of full texts (``Question [Subquestion]``), or of both.

A multiple choice question has a column an option, marked ``Y``; a ranking has a column a rank. The typed text of
"Other" stands in ``Q1[other]``, with ``-oth-`` in the main column. Without ``submitdate`` a response was not
finished. ``N/A`` is what a question holds that was not shown. Cells that look like formulas may be masked by a quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import body, bracketed, header, named, questions_of, unmask, unnamed
from prssmi_match.intake.surveys.survey import Layout, Part, Response, Survey
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.grid import Sheet

__all__ = ["READER"]

_CODES = (
    "id",
    "submitdate",
    "lastpage",
    "startlanguage",
    "seed",
    "token",
    "startdate",
    "datestamp",
    "ipaddr",
    "refurl",
)
_TEXTS = (
    "Response ID", "Date submitted", "Last page", "Start language", "Seed", "Access code", "Date started",
    "Date last action", "IP address", "Referrer URL", "Total time",
)  # fmt: skip
_TIMING = re.compile(r"interviewtime|groupTime\d+|\w+Time|(group|question) time: .*", re.IGNORECASE)
_CODE = re.compile(r"([A-Za-z]\w*)((?:\[[^\]]*\])*)")
_CODE_AND_TEXT = re.compile(r"([A-Za-z]\w*)((?:\[[^\]]*\])*)\. (.+)")
_NOT_DATED = "1980-01-01"
_NEEDED = 3


@dataclass(frozen=True, slots=True)
class _LimeSurvey:
    name: str = "limesurvey"
    title: str = "LimeSurvey"

    def recognize(self, sheet: Sheet) -> str:
        found = _system_columns(header(sheet))
        telling = {"submitdate", "lastpage", "Date submitted", "Last page"} & found.keys()
        if len(found) < _NEEDED or not telling:
            return ""
        return f"it has the columns {', '.join([*found][:4])}"

    def read(self, sheet: Sheet) -> Survey:
        titles = header(sheet)
        system = _system_columns(titles)
        by_code = any(code in system for code in _CODES)
        columns = [
            _column(title, position, by_code=by_code)
            for position, title in enumerate(titles)
            if title and position not in system.values() and not _TIMING.fullmatch(title)
        ]
        questions, repeated = questions_of(sheet, columns)
        rows, findings = body(sheet, 1)
        submitted = next((system[name] for name in ("submitdate", "Date submitted") if name in system), None)
        responses = []
        for row in rows:
            time = "" if submitted is None else str(row.cells[submitted] or "")
            dated = "" if time.startswith(_NOT_DATED) else time
            responses.append(Response(unmask(row, ("N/A",)), submitted is None or bool(time), dated))
        return Survey(
            self.name,
            sheet,
            questions,
            tuple(responses),
            ranking=Layout.RANK_COLUMNS,
            findings=(*repeated, *unnamed(sheet, titles), *findings),
        )


def _system_columns(titles: tuple[str, ...]) -> dict[str, int]:
    """Return the columns that LimeSurvey adds itself; of code and text together, the code counts."""
    by_code = named(titles, _CODES)
    if "submitdate" in by_code or "lastpage" in by_code:
        return by_code
    both = named([title.partition(". ")[0] for title in titles], _CODES)
    return both if "submitdate" in both or "lastpage" in both else named(titles, _TEXTS)


def _column(title: str, position: int, *, by_code: bool) -> tuple[str, str, Part]:
    """Return key and text of the question of a column, and the column as its part."""
    both = _CODE_AND_TEXT.fullmatch(title) if by_code else None
    code = _CODE.fullmatch(title) if by_code else None
    if both is not None:
        text, label = (both[2] and bracketed(both[3])) or (both[3], "")
        return _coded(both[1], both[2], text, label, position)
    if code is not None:
        return _coded(code[1], code[2], code[1], "", position)
    asked = bracketed(title)
    if asked is None:
        return title, title, Part(position)
    question, part = asked
    return question, question, Part(position, part, part, other=fold(part) == "other")


def _coded(code: str, brackets: str, text: str, label: str, position: int) -> tuple[str, str, Part]:
    part = ".".join(re.findall(r"\[([^\]]*)\]", brackets))
    if part.endswith("comment"):
        return f"{code}[{part}]", text, Part(position)
    return code, text, Part(position, part, label or part, other=part == "other")


READER = _LimeSurvey()
