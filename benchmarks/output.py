"""Where tables, numbers and picture go."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.picture import draw_speed
from benchmarks.table import numbers, tables
from prssmi_match.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.answer import Row
    from benchmarks.case import Family

__all__ = ["BEGIN", "END", "between", "write_docs", "write_outputs"]

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def write_outputs(folder: Path, families: Sequence[Family], rows: Sequence[Row]) -> tuple[Path, ...]:
    """Write ``speed.md``, ``speed.csv`` and ``speed.png``."""
    texts = {"speed.md": tables(families, rows), "speed.csv": numbers(rows), "speed.png": _drawn(families, rows)}
    return write_whole(folder, texts)


def write_docs(families: Sequence[Family], rows: Sequence[Row]) -> tuple[Path, ...]:
    """Write the same into the page of the documentation, its numbers and its picture."""
    page = (DOCS / "speed.md").read_text(encoding="utf-8")
    told = write_whole(DOCS, {"speed.md": between(page, tables(families, rows))})
    return told + write_whole(DOCS / "pictures", {"speed.csv": numbers(rows), "speed.png": _drawn(families, rows)})


def between(page: str, text: str) -> str:
    """Return a page with another text between its two marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{text}\n{END}{after}"


def _drawn(families: Sequence[Family], rows: Sequence[Row]) -> bytes:
    drawn = io.BytesIO()
    draw_speed(families, rows).savefig(drawn, format="png", dpi=110, metadata={"Software": None})
    return drawn.getvalue()
