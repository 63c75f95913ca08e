"""The picture: a panel for each family, a line for each case, a mark for each subject."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from benchmarks.answer import Row
    from benchmarks.case import Family

__all__ = ["draw_speed"]

OURS = "prssmi-match"
MARKS = {
    OURS: ("o", "#00429d", 90, 0.0),
    "raw flow": ("|", "#000000", 160, 0.0),
    "CP-SAT": ("s", "#c1440e", 45, 0.0),
    "HiGHS": ("^", "#2e7d32", 50, 0.2),
    "CBC": ("v", "#8e44ad", 50, -0.2),
    "plain re-solving": ("D", "#c1440e", 40, 0.0),
    "mentor-match": ("P", "#a67c00", 55, 0.0),
}
"""Marker, color (dark, and told apart by the marker as well), size, and how far below its line; others are left out."""


def draw_speed(families: Sequence[Family], rows: Sequence[Row]) -> Figure:
    """Return the figure; hollow marks are not proved by then."""
    shown = [family for family in families if any(row.family == family.name for row in rows)]
    figure = Figure(figsize=(9.6, 1.2 + 2.1 * ceil(len(shown) / 2)), layout="constrained")
    if shown:
        grid = figure.subplots(ceil(len(shown) / 2), 2, squeeze=False, sharex=True).ravel()
        for axes, family in zip(grid, shown, strict=False):
            _panel(axes, family, [row for row in rows if row.family == family.name])
        grid[0].set_xlim(right=4 * max(row.answer.seconds for row in rows))
        for axes in grid[len(shown) :]:
            axes.set_axis_off()
        for axes in grid[: len(shown)][-2:]:
            axes.set_xlabel("seconds")
    figure.legend(handles=_legend(shown, rows), loc="outside lower center", ncols=5, frameon=False, fontsize=9)
    return figure


def _panel(axes: Axes, family: Family, rows: Sequence[Row]) -> None:
    cases = [case.name for case in family.cases if any(row.case == case.name for row in rows)]
    for row in rows:
        name = _who(row, family)
        if name is None or row.answer.status in {"failed", "not installed"}:
            continue
        _mark(axes, row, name, cases.index(row.case))
    axes.set_yticks(range(len(cases)), [_short(case) for case in cases], fontsize=8)
    axes.set_ylim(len(cases) - 0.5, -0.5)
    axes.set_xscale("log")
    axes.grid(axis="both", color="#dddddd", linewidth=0.6)
    axes.set_title(family.short, fontsize=10, loc="left")
    axes.tick_params(labelbottom=True, labelsize=8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _mark(axes: Axes, row: Row, name: str, line: int) -> None:
    marker, color, size, below = MARKS[name]
    height = line + below
    face = color if row.is_done else "none"
    edge = {} if marker == "|" else {"edgecolors": color}  # a stroke has no face
    axes.scatter(row.answer.seconds, height, s=size, marker=marker, facecolors=face, zorder=3, **edge)
    if not row.is_done:
        begin, end = (row.answer.seconds * 1.3, height), (row.answer.seconds * 2.4, height)
        axes.annotate("", end, begin, arrowprops={"arrowstyle": "->", "color": color})


def _who(row: Row, family: Family) -> str | None:
    if row.subject in family.ours:
        return OURS
    return row.subject if row.subject in MARKS else None


def _short(case: str) -> str:
    return case.replace(", the same for all mentors", ", common").replace(", ", "\n", 1) if len(case) > 22 else case


def _legend(families: Sequence[Family], rows: Sequence[Row]) -> list[Line2D]:
    named = {_who(row, family) for family in families for row in rows if row.family == family.name}
    lines = [
        Line2D([], [], linestyle="", marker=marker, markerfacecolor=color, markeredgecolor=color, label=name)
        for name, (marker, color, *_) in MARKS.items()
        if name in named
    ]
    unproved = Line2D([], [], linestyle="", marker="o", markerfacecolor="none", markeredgecolor="#555555")
    unproved.set_label("hollow: not proved by then")
    return [*lines, unproved]
