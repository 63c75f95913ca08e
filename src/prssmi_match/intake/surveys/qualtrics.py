"""Qualtrics: three header rows (name, label, ``{"ImportId": "QID1"}``), or two in older exports.

Several choices stand in one cell, separated by commas, or in columns of their own (``Q1_1``); a ranking has a column
an item. What was typed beside choice 3 stands in ``Q5_3_TEXT``. ``Finished`` tells whether a response was finished;
previews and spam are no responses. Where that column was left out, ``Progress`` tells.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from os.path import commonprefix
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.columns import body, header, named, questions_of, unnamed
from prssmi_match.intake.surveys.survey import Layout, Part, Response, Survey
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["READER"]

_TELLING = ("StartDate", "EndDate", "RecordedDate", "Finished", "ResponseId", "Progress")
_SYSTEM = (
    *_TELLING, "ResponseID", "ResponseSet", "Status", "IPAddress", "Duration (in seconds)", "RecipientLastName",
    "RecipientFirstName", "RecipientEmail", "ExternalReference", "ExternalDataReference", "LocationLatitude",
    "LocationLongitude", "LocationAccuracy", "DistributionChannel", "UserLanguage",
)  # fmt: skip
_NAME = re.compile(r"(.+?)_(\d+)")
_QID = re.compile(r"(QID\d+)(?:[_-](\d+))?")
_NEEDED = 3
_ALL = "100"
_NO_RESPONSE = {"survey preview", "survey test", "spam", "possible spam", "1", "2", "8", "9", "12"}


@dataclass(frozen=True, slots=True)
class _Qualtrics:
    name: str = "qualtrics"
    title: str = "Qualtrics"

    def recognize(self, sheet: Sheet) -> str:
        # With a space in them these names are another system's labels.
        found = [name for name in _TELLING if name in header(sheet)]
        return f"it has the columns {', '.join(found[:4])}" if len(found) >= _NEEDED else ""

    def read(self, sheet: Sheet) -> Survey:
        titles, depth = header(sheet), _depth(sheet)
        system = named(titles, _SYSTEM)
        columns = list(_columns(titles, header(sheet, 1) if depth > 1 else titles, _import_ids(sheet, depth), system))
        questions, repeated = questions_of(sheet, columns)
        rows, findings = body(sheet, depth)
        responses = [_response(row, system) for row in rows if not _is_test(row, system)]
        if left_out := len(rows) - len(responses):
            sentence = f"{left_out} rows are previews, tests or spam by their Status, and are left out."
            findings.append(sheet.finding("no_response", sentence, found=str(left_out), warning=True))
        if depth == 1:
            sentence = f"{sheet.source} has the names of the questions, but not the rows below them; export it again."
            findings.append(sheet.finding("header_depth", sentence, found="1 row", expected="2 or 3 header rows"))
        return Survey(
            self.name,
            sheet,
            questions,
            tuple(responses),
            ranking=Layout.ITEM_COLUMNS,
            separator=",",
            header_rows=depth,
            findings=(*repeated, *unnamed(sheet, titles, depth), *findings),
        )


def _depth(sheet: Sheet) -> int:
    third = header(sheet, 2)
    if any(cell.startswith('{"ImportId"') for cell in third):
        return 3
    times = named(header(sheet), ("StartDate", "EndDate", "RecordedDate")).values()
    second = header(sheet, 1)
    dated = any(position < len(second) and re.match(r"\d{1,4}[-/.]\d", second[position]) for position in times)
    return 1 if dated or len(sheet.rows) == 1 else 2


def _import_ids(sheet: Sheet, depth: int) -> tuple[str, ...]:
    if depth < 3:  # noqa: PLR2004 - older exports have none
        return ("",) * len(sheet.rows[0].cells)
    return tuple(_import_id(cell) for cell in header(sheet, 2))


def _import_id(cell: str) -> str:
    try:
        content = json.loads(cell)
    except (ValueError, RecursionError):
        return ""
    return str(content.get("ImportId", "")) if isinstance(content, dict) else ""


def _columns(
    titles: tuple[str, ...], labels: tuple[str, ...], ids: tuple[str, ...], system: dict[str, int]
) -> Iterator[tuple[str, str, Part]]:
    """Yield the columns of questions with their question."""
    # A dash in its label shows that a column is one choice of a question, even where it is the only one.
    dashed = {title for title, label in zip(titles, labels, strict=False) if " - " in label}
    bases = Counter(m[1] for title in titles if (m := _NAME.fullmatch(title)) for _ in range(1 + (title in dashed)))
    plain = {*titles}
    places = [
        (position, title)
        for position, title in enumerate(titles)
        if title and position not in system.values() and not title.startswith("Q_")
    ]
    shown = {position: labels[position] if position < len(labels) else "" for position, _ in places}
    split = {
        position: _split(title, ids[position] if position < len(ids) else "", bases, plain)
        for position, title in places
    }
    for position, _ in places:
        base, key, other = split[position]
        together = [shown[at] for at, (own, part, typed) in split.items() if own == base and part and not typed]
        head = _head(together) if key else ""
        text = shown[position].removeprefix(head) if key and not other else ""
        asked = head.removesuffix(" - ") if head else shown[position].removesuffix(" - Selected Choice")
        yield base, asked, Part(position, key, text, other)


def _split(title: str, import_id: str, bases: Counter[str], plain: set[str]) -> tuple[str, str, bool]:
    """Return the name of the question of a column, the code of its choice or item, and whether that was typed."""
    name = title.removesuffix("_TEXT")
    match = _NAME.fullmatch(name)
    if name != title:
        return (match[1], match[2], True) if match and (match[1] in plain or bases[match[1]]) else (title, "", False)
    stated = _QID.fullmatch(import_id)
    grouped = bool(stated[2]) if stated else match is not None and bases[match[1]] > 1
    return (match[1], match[2], False) if match and grouped else (title, "", False)


def _head(labels: list[str]) -> str:
    """Return what comes before the choices: all that the labels have in common, up to a dash.

    With one label, nobody knows which of several dashes ends the question: the first one is taken.
    """
    if len(labels) == 1:
        question, dash, _ = labels[0].partition(" - ")
        return f"{question}{dash}" if dash else ""
    common = commonprefix(labels)  # noqa: RUF071 - letter by letter is meant
    return common[: common.rfind(" - ") + 3] if " - " in common else ""


def _response(row: Row, system: dict[str, int]) -> Response:
    finished = "" if "Finished" not in system else fold(str(row.cells[system["Finished"]] or ""))
    if "Finished" not in system and "Progress" in system:
        finished = str(int(str(row.cells[system["Progress"]] or _ALL).rstrip("%") == _ALL))
    time = next((row.cells[system[name]] for name in ("RecordedDate", "EndDate") if name in system), None)
    return Response(row, finished in {"1", "true", ""}, str(time or ""))


def _is_test(row: Row, system: dict[str, int]) -> bool:
    return "Status" in system and fold(str(row.cells[system["Status"]] or "")) in _NO_RESPONSE


READER = _Qualtrics()
