"""The match as two columns: mentees, mentors, and a band for each pair."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from prssmi_match.reporting.plots.canvas import axes_or_new, bare, inches, key_below
from prssmi_match.reporting.plots.marks import BLUE, GRAY, INK, SKY
from prssmi_match.reporting.plots.names import INCHES_A_LINE, LITERAL, labels_by_id
from prssmi_match.reporting.plots.order import mentees_in_order, mentors_in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.path import Path

    from prssmi_match.solution.result import Result

__all__ = ["flow"]

LEFT, RIGHT = 0.0, 1.0
BAND = 0.7
"""Height of a band, of one row."""
GAP = 0.6
"""Rows between two mentors."""
BOX = 0.06
"""Width of an empty box, of that of the bands."""


def flow(result: Result, *, ax: Axes | None = None) -> Axes:
    """Draw the match in two columns: mentees on the left, mentors on the right, and a band for each pair.

    Beside a mentor stands how many mentees it has, of how many it takes. A hatched band is a provisional pair; the two
    shades only tell neighbors apart. Mentees without a mentor and mentors that are not used stand below, as empty
    boxes. Where there is no room for all names, the title says how many are given.

    Parameters
    ----------
    result : Result
        Of a match.
    ax : Axes or None
        Where to draw; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    NoMatchingError
        If there is no matching.
    MissingExtraError
        If matplotlib is not installed.
    """
    mentees, mentors = mentees_in_order(result), mentors_in_order(result)
    used = [mentor for mentor in mentors if result.matching.mentees_of(mentor)]
    free = max(len(result.matching.unmatched), len(mentors) - len(used))
    rows = len(result.matching.pairs) + GAP * (len(used) + 1) + free
    ax = axes_or_new(ax, 7.5, min(max(0.2 * rows + 1.0, 2.5), 18.0))
    apart = INCHES_A_LINE * rows / max(inches(ax)[1], INCHES_A_LINE)
    left = _Side(ax, LEFT, labels_by_id(result.problem, "mentees", mentees), apart)
    right = _Side(ax, RIGHT, labels_by_id(result.problem, "mentors", mentors), apart)
    end = _draw_used(ax, result, used, left, right)
    left.draw_free(result.matching.unmatched, end + GAP)
    right.draw_free(mentors[len(used) :], end + GAP)
    ax.set(xlim=(LEFT, RIGHT), ylim=(end + GAP + free, -GAP), xticks=[], yticks=[])
    bare(ax)
    title = f"{len(result.matching.pairs)} of {len(mentees)} mentees with {len(used)} mentors"
    given, count = left.given + right.given, len(mentees) + len(mentors)
    ax.set_title(title if given == count else f"{title}\n{given} of {count} sites are named", loc="left")
    _key(ax, result)
    return ax


class _Side:
    """One column of names, as many as there is room for.

    Parameters
    ----------
    ax : Axes
        Where to draw.
    edge : float
        Where the bands end on this side.
    names : mapping
        What the sites are called, by id.
    apart : float
        Rows that two names need between them.
    """

    def __init__(self, ax: Axes, edge: float, names: Mapping[str, str], apart: float) -> None:
        self.given = 0
        self._ax = ax
        self._edge = edge
        self._names = names
        self._apart = apart
        self._last = -math.inf

    def name(self, site: str, height: float, more: str = "", color: str = INK) -> None:
        """Write what a site is called, unless that would cover the name above."""
        if height - self._last < self._apart:
            return
        shift, align = (-0.02, "right") if self._edge == LEFT else (0.02, "left")
        where = (self._edge + shift, height, f"{self._names[site]}{more}")
        self._ax.text(*where, ha=align, va="center", fontsize=8, color=color, **LITERAL)
        self._last = height
        self.given += 1

    def draw_free(self, sites: Sequence[str], top: float) -> None:
        """Draw those without a partner as empty boxes."""
        from matplotlib.patches import Rectangle

        start = self._edge - (0.0 if self._edge == LEFT else BOX)
        for index, site in enumerate(sites):
            corner = (start, top + index + (1 - BAND) / 2)
            box = Rectangle(corner, BOX, BAND, facecolor="none", edgecolor=GRAY, linestyle=":")
            self._ax.add_patch(box)
            self.name(site, top + index + 0.5, color="#595959")


def _draw_used(ax: Axes, result: Result, used: Sequence[str], left: _Side, right: _Side) -> float:
    """Draw each used mentor with its mentees, from the top down, and return where that ends."""
    top = 0.0
    provisional = {pair.mentee for pair in result.matching.pairs if pair.provisional}
    for place, mentor in enumerate(used):
        mentees = result.matching.mentees_of(mentor)
        narrow = top + len(mentees) * (1 - BAND) / 2
        for index, mentee in enumerate(mentees):
            start, stop = top + index + (1 - BAND) / 2, narrow + index * BAND
            _band(ax, start, stop, color=(BLUE, SKY)[place % 2], hatched=mentee in provisional)
            left.name(mentee, top + index + 0.5)
        size = result.problem.capacity(result.problem.mentor_by_id[mentor])
        right.name(mentor, top + len(mentees) / 2, f": {len(mentees)} of {size}")
        top += len(mentees) + GAP
    return top


def _band(ax: Axes, start: float, stop: float, *, color: str, hatched: bool) -> None:
    from matplotlib.patches import PathPatch

    path = _band_path(start, stop)
    ax.add_patch(PathPatch(path, facecolor=color, edgecolor="white", linewidth=0.4, hatch="////" if hatched else None))


def _band_path(start: float, stop: float) -> Path:
    """Return a band from one height on the left to one on the right."""
    from matplotlib.path import Path

    middle = (LEFT + RIGHT) / 2
    points = [(LEFT, start), (middle, start), (middle, stop), (RIGHT, stop)]
    back = [(x, y + BAND) for x, y in reversed(points)]
    curve = [Path.CURVE4] * 3
    return Path([*points, *back, (LEFT, start)], [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])


def _key(ax: Axes, result: Result) -> None:
    """Explain what this picture has of it."""
    from matplotlib.patches import Patch

    handles: list[Artist] = []
    if any(pair.provisional for pair in result.matching.pairs):
        handles.append(Patch(facecolor=BLUE, edgecolor="white", hatch="////", label="provisional: not yet ready"))
    used = {pair.mentor for pair in result.matching.pairs}
    if result.matching.unmatched or len(used) < len(mentors_in_order(result)):
        handles.append(Patch(facecolor="none", edgecolor=GRAY, linestyle=":", label="nobody in this answer"))
    if handles:
        key_below(ax, handles)
