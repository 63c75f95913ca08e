"""What a layout of an export is, and how its files are written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from openpyxl import Workbook

from exports.cohort import answers_of

__all__ = ["Export", "Layout", "as_csv", "as_xlsx", "moment", "write_folder"]

TABLES = {
    "pairs": ("mentee", "mentor", "score", "workload"),
    "previous": ("mentee", "mentor"),
    "history": ("round", "mentee", "mentor", "outcome", "satisfaction", "lessons", "answers.Come again?"),
}


@dataclass(frozen=True)
class Export:
    """A file, and the fields of the mapping that reads it."""

    file: str
    content: bytes
    fields: dict


@dataclass(frozen=True)
class Layout:
    """One way in which a system writes its exports: answers of a side to a file; ``ties`` whether ranks can be equal."""

    name: str
    system: str
    write: object
    ties: bool = False


def moment(minute):
    """Return a time of submission."""
    return datetime(2026, 3, 14, 9, minute, tzinfo=UTC).replace(tzinfo=None)


def as_csv(rows, *, separator=",", mark=False, quote=csv.QUOTE_MINIMAL):
    """Return rows as a text file, with the mark of UTF-8 where the system writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=quote, lineterminator="\r\n").writerows(rows)
    return (b"\xef\xbb\xbf" if mark else b"") + text.getvalue().encode()


def as_xlsx(rows, title):
    """Return rows as a workbook; numbers are numbers, times are times, everything else is text."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for number, row in enumerate(rows, start=1):
        for column, content in enumerate(row, start=1):
            if content not in ("", None):
                cell = sheet.cell(number, column, content)
                if isinstance(content, str):
                    cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write_folder(document, layout, folder, *, noise=False):
    """Write the exports of both sides, their mapping, and native tables for everything else."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for side in ("mentees", "mentors"):
        if not document[side]:
            (folder / f"{side}.csv").write_text("id\n")
            continue
        export = layout.write(answers_of(document, side, noise=noise))
        (folder / export.file).write_bytes(export.content)
        lines += [f"[{side}]", f"file = {json.dumps(export.file)}"]
        lines += [f"fields.{json.dumps(name)} = {_inline(field)}" for name, field in export.fields.items()]
    if lines:
        (folder / "mapping.toml").write_text("\n".join(lines), encoding="utf-8")
    rest = {name: value for name, value in document.items() if name not in {"mentees", "mentors", *TABLES}}
    (folder / "program.toml").write_text(
        "\n".join(f"{name} = {_inline(value)}" for name, value in rest.items()), encoding="utf-8"
    )
    for table, columns in TABLES.items():
        if table in document:
            flat = [{**row, **_columns("answers", row.get("answers", {}))} for row in document[table]]
            rows = [[row.get(column, "") for column in columns] for row in flat]
            (folder / f"{table}.csv").write_bytes(as_csv([columns, *rows]))


def _columns(field, values):
    return {f"{field}.{name}": value for name, value in values.items()}


def _inline(value):
    match value:
        case dict():
            return (
                "{ "
                + ", ".join(
                    f"{json.dumps(str(key))} = {_inline(item)}" for key, item in value.items() if item is not None
                )
                + " }"
            )
        case list() | tuple():
            return "[" + ", ".join(_inline(item) for item in value) + "]"
        case _:
            return json.dumps(value)
