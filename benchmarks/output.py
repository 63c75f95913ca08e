"""Where tables, numbers and picture go."""

from __future__ import annotations

import io
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.picture import draw_speed
from benchmarks.table import numbers, rows_of, tables
from prssmi_match.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.answer import Row
    from benchmarks.case import Family

__all__ = ["BEGIN", "END", "between", "told_rows", "write_docs", "write_outputs"]

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def write_outputs(folder: Path, families: Sequence[Family], rows: Sequence[Row]) -> tuple[Path, ...]:
    """Write ``speed.md``, ``speed.csv`` and ``speed.png``."""
    texts = {"speed.md": _told(families, rows), "speed.csv": numbers(rows), "speed.png": _drawn(families, rows)}
    return write_whole(folder, texts)


def write_docs(families: Sequence[Family], rows: Sequence[Row]) -> tuple[Path, ...]:
    """Write the same into the page of the documentation, its numbers and its picture."""
    page = (DOCS / "speed.md").read_text(encoding="utf-8")
    told = write_whole(DOCS, {"speed.md": between(page, _told(families, rows)), "speed.csv": numbers(rows)})
    return told + write_whole(DOCS / "pictures", {"speed.png": _drawn(families, rows)})


def told_rows() -> list[Row]:
    """Return the rows of the documentation, for tables in another form."""
    return rows_of((DOCS / "speed.csv").read_text(encoding="utf-8"))


def between(page: str, text: str) -> str:
    """Return a page with another text between its two marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"


def _told(families: Sequence[Family], rows: Sequence[Row]) -> str:
    """Return the tables, below when and with what they were measured."""
    times = sorted(row.at for row in rows) or [""]
    libraries = ", ".join(f"{name} {version(name)}" for name in ("ortools", "scipy"))
    where = f"{os.cpu_count()} cores, Python {platform.python_version()}, {libraries}"
    return f"From {times[0]} to {times[-1]}; {where}.\n\n{tables(families, rows)}"


def _drawn(families: Sequence[Family], rows: Sequence[Row]) -> bytes:
    drawn = io.BytesIO()
    draw_speed(families, rows).savefig(drawn, format="png", dpi=110, metadata={"Software": None})
    return drawn.getvalue()
