"""A curve of points that were each solved for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.reporting.plots.canvas import bare
from prssmi_match.reporting.plots.marks import BLUE, INK
from prssmi_match.reporting.plots.names import LITERAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

__all__ = ["Point", "draw_steps"]


@dataclass(frozen=True, slots=True)
class Point:
    """One point, with what is written at it."""

    x: int
    y: int
    note: str
    proved: bool


def draw_steps(ax: Axes, points: Sequence[Point], *, title: str, x: str, y: str) -> None:
    """Draw points and steps between them; a filled point is proved, an empty one is not."""
    from matplotlib.ticker import MaxNLocator

    ax.plot([point.x for point in points], [point.y for point in points], drawstyle="steps-post", color=BLUE)
    for proved, marker, face, label in ((True, "o", BLUE, "proved"), (False, "s", "white", "best found in time")):
        chosen = [point for point in points if point.proved is proved]
        spots = ax.scatter([point.x for point in chosen], [point.y for point in chosen], 36, marker=marker, zorder=3)
        spots.set(facecolor=face, edgecolor=BLUE, label=label)
    for point in points:
        drop = -15 if point.note.startswith("-") else 7
        where = (point.x, point.y)
        note = ax.annotate(point.note, where, xytext=(0, drop), textcoords="offset points", ha="center")
        note.set(fontsize=8, color=INK)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=7, integer=True))
        axis.set_major_formatter("{x:,.0f}")
    ax.margins(x=0.06, y=0.18)
    ax.set_title(title, loc="left", **LITERAL)
    ax.set_xlabel(x, fontsize=9, **LITERAL)
    ax.set_ylabel(y, fontsize=9, **LITERAL)
    if not all(point.proved for point in points):
        ax.legend(frameon=False, fontsize=8, loc="lower right")
    bare(ax, "top", "right")
