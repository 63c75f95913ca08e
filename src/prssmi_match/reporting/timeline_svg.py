"""The timeline of a schedule as a drawing that stands on its own: shapes tell the marks apart, not colors alone."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.problem.wording.days import month_words
from prssmi_match.reporting.characters import in_one_line
from prssmi_match.reporting.timeline import MARKS, month_starts, timeline_days, timeline_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.timeline import Mark, MarkKind, TimelineRow
    from prssmi_match.solution.schedule import Schedule

__all__ = ["draw_timeline"]

_WIDTH, _SIDE, _TOP, _ROW, _HEAD, _KEY = 480, 12, 26, 38, 26, 20
"""Pixels: of the drawing, beside its days, above its rows, of a row, of the head of a mentor, of a line of the key."""
_LONGEST = 60
_INK, _QUIET, _LINE, _BLUE, _ORANGE, _GREEN = "#1c2530", "#556070", "#d5dbe2", "#1f4e79", "#b35a0c", "#1d6b3a"


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def x(self, day: date, part: float = 0.5) -> float:
        """Return where a day is; its middle, or any other part of it."""
        inner = _WIDTH - 2 * _SIDE
        return round(_SIDE + inner * ((day - self.first).days + part) / self.days, 1)


def draw_timeline(schedule: Schedule) -> str:
    """Return an SVG document with a line of days for each mentee, under its mentor, and a key."""
    rows = timeline_rows(schedule)
    first, last = timeline_days(schedule)
    scale = _Scale(first, (last - first).days + 1)
    body = list(_rows(schedule.problem, rows, scale))
    bottom = _TOP + len(rows) * _ROW + len({row.mentor for row in rows}) * _HEAD
    kinds = [kind for kind in MARKS if any(mark.kind == kind for row in rows for mark in row.marks)]
    key = list(_key(kinds, bottom + 22))
    height = bottom + 22 + _KEY * ((len(kinds) + 1) // 2)
    parts = [*_months(scale, first, last, bottom), *body, *key]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" font-family="system-ui, sans-serif" font-size="13" fill="{_INK}">'
    )
    return "\n".join([head, f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>', *parts, "</svg>", ""])


def _months(scale: _Scale, first: date, last: date, bottom: int) -> Iterator[str]:
    """Yield a line and a name for each month, where there is room for the name."""
    taken = 0.0
    for day in dict.fromkeys((first, *month_starts(first, last))):
        x = scale.x(day, 0)
        yield f'<path d="M{x} {_TOP - 6}V{bottom}" stroke="{_LINE}"/>'
        words = month_words(day, year=day == first)
        if x >= taken and x + 8 * len(words) <= _WIDTH:
            yield _text(x + 3, _TOP - 10, words, quiet=True)
            taken = x + 8 * len(words)


def _rows(problem: Problem, rows: tuple[TimelineRow, ...], scale: _Scale) -> Iterator[str]:
    y, mentor = _TOP, None
    for row in rows:
        if row.mentor != mentor:
            mentor = row.mentor
            yield f'<rect x="0" y="{y}" width="{_WIDTH}" height="{_HEAD - 4}" fill="#eef2f6"/>'
            yield _text(_SIDE, y + 15, f"With {label_mentor(problem, mentor)}", bold=True)
            y += _HEAD
        yield _text(_SIDE, y + 12, label_mentee(problem, row.mentee))
        middle = y + 25
        yield f'<path d="M{_SIDE} {middle}H{_WIDTH - _SIDE}" stroke="{_LINE}"/>'
        for mark in sorted(row.marks, key=lambda mark: (mark.kind != "visit", mark.first)):
            yield _shape(mark.kind, *_ends(mark, scale), middle)
        y += _ROW


def _ends(mark: Mark, scale: _Scale) -> tuple[float, float]:
    if mark.kind != "visit":
        return scale.x(mark.first), scale.x(mark.first)
    return scale.x(mark.first, 0), scale.x(mark.last, 1)


def _shape(kind: MarkKind, left: float, right: float, y: float) -> str:
    match kind:
        case "session":
            return f'<circle cx="{left}" cy="{y}" r="5" fill="{_BLUE}"/>'
        case "absent":
            return f'<circle cx="{left}" cy="{y}" r="4.3" fill="#fff" stroke="{_BLUE}" stroke-width="1.6"/>'
        case "visit":
            width = round(max(right - left, 4), 1)
            return f'<rect x="{left}" y="{y - 8}" width="{width}" height="16" rx="2" fill="{_ORANGE}"/>'
        case "intro":
            return f'<path d="M{left} {y}l-9 -5v10z" fill="{_QUIET}"/>'
        case "debrief":
            return f'<path d="M{left} {y}l9 -5v10z" fill="{_QUIET}"/>'
        case "workplan":
            return f'<path d="M{left} {y - 6}l6 6l-6 6l-6 -6z" fill="{_GREEN}"/>'
        case "survey":
            return f'<path d="M{left} {y - 5}l5 5l-5 5l-5 -5z" fill="#fff" stroke="{_GREEN}" stroke-width="1.6"/>'


def _key(kinds: list[MarkKind], top: int) -> Iterator[str]:
    for number, kind in enumerate(kinds):
        x, y = _SIDE + (number % 2) * (_WIDTH - 2 * _SIDE) / 2, top + number // 2 * _KEY
        yield _shape(kind, round(x + 6, 1), round(x + 12, 1), y)
        yield _text(round(x + 18, 1), y + 4, MARKS[kind], quiet=True)


def _text(x: float, y: float, words: str, *, bold: bool = False, quiet: bool = False) -> str:
    line = in_one_line(words)
    shown = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    style = ' font-weight="600"' if bold else f' font-size="12" fill="{_QUIET}"' if quiet else ""
    return f'<text x="{x}" y="{y}"{style}>{escape(shown)}</text>'
