"""The dates of a schedule on a line of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.days import month_words
from prssmi_match.reporting.plots.canvas import axes_or_new, bare, inches, key_below
from prssmi_match.reporting.plots.marks import BLUE, FAINT, GRAY, INK, ORANGE
from prssmi_match.reporting.plots.names import LITERAL, label_rows, labels
from prssmi_match.reporting.timeline import MARKS, month_starts, timeline_days, timeline_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from prssmi_match.reporting.timeline import MarkKind, TimelineRow
    from prssmi_match.solution.schedule import Schedule

__all__ = ["timeline"]

_TIP_LEFT, _TIP_RIGHT = 4, 5
"""Matplotlib's carets: their tip, not their middle, stands at the day, so that they never cover the visit."""
_POINTS: dict[MarkKind, tuple[str | int, str, str]] = {
    "session": ("o", BLUE, BLUE),
    "absent": ("o", "white", BLUE),
    "intro": (_TIP_RIGHT, GRAY, GRAY),
    "debrief": (_TIP_LEFT, GRAY, GRAY),
    "workplan": ("D", INK, INK),
    "survey": ("D", "white", INK),
}
"""The marker of each kind, its face and its edge; a visit is a bar."""


def timeline(schedule: Schedule, *, ax: Axes | None = None) -> Axes:
    """Draw a row for each mentee with a mentor: its sessions, calls, due dates, and its visit as a bar.

    The mentees of a mentor stand together, on a band of their own; the mentor is named at the right.

    Parameters
    ----------
    schedule : Schedule
        The dates.
    ax : Axes or None
        Where to draw; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    MissingExtraError
        If matplotlib is not installed.
    """
    rows = timeline_rows(schedule)
    ax = axes_or_new(ax, 8.5, min(max(0.3 * len(rows) + 1.6, 2.4), 14.0))
    _bands(ax, schedule, rows)
    handles = [handle for kind in MARKS if (handle := _draw(ax, rows, kind)) is not None]
    _days(ax, schedule)
    label_rows(ax, "y", labels(schedule.problem, "mentees", [row.mentee for row in rows]), inches(ax)[1], "Mentees")
    ax.set_ylim(max(len(rows), 1) - 0.4, -0.6)
    ax.set_title(f"Sessions and visits of {len(rows)} mentee{'' if len(rows) == 1 else 's'}", loc="left")
    bare(ax)
    if handles:
        key_below(ax, handles)
    return ax


def _draw(ax: Axes, rows: Sequence[TimelineRow], kind: MarkKind) -> Artist | None:
    """Draw the marks of a kind; return one of them for the key."""
    marks = [(place, mark) for place, row in enumerate(rows) for mark in row.marks if mark.kind == kind]
    if not marks:
        return None
    places = [place for place, _ in marks]
    if kind == "visit":
        starts = [mark.first.toordinal() for _, mark in marks]
        lengths = [(mark.last - mark.first).days + 1 for _, mark in marks]
        bar: Artist = ax.barh(places, lengths, 0.62, left=starts, color=ORANGE, zorder=2)[0]
        bar.set_label(MARKS[kind])
        return bar
    shape, face, edge = _POINTS[kind]
    days = [mark.first.toordinal() + 0.5 for _, mark in marks]
    (points,) = ax.plot(days, places, linestyle="none", marker=shape, mfc=face, mec=edge, zorder=3, clip_on=False)
    points.set_label(MARKS[kind])
    return points


def _bands(ax: Axes, schedule: Schedule, rows: Sequence[TimelineRow]) -> None:
    """Put every second mentor on a darker ground, and name each at the right."""
    mentors = list(dict.fromkeys(row.mentor for row in rows))
    names = dict(zip(mentors, labels(schedule.problem, "mentors", mentors), strict=True))
    for number, mentor in enumerate(mentors):
        own = [place for place, row in enumerate(rows) if row.mentor == mentor]
        if number % 2 == 0:
            ax.axhspan(own[0] - 0.5, own[-1] + 0.5, color=FAINT, zorder=0)
        ax.text(
            1.01,
            (own[0] + own[-1]) / 2,
            names[mentor],
            transform=ax.get_yaxis_transform(),
            va="center",
            fontsize=8,
            color=INK,
            **LITERAL,
        )


def _days(ax: Axes, schedule: Schedule) -> None:
    """Name the months, as many as there is room for."""
    first, last = timeline_days(schedule)
    room = -(-((last - first).days + 1) // 10)  # days that a name takes
    shown = [first]
    for day in month_starts(first, last):
        if (day - shown[-1]).days >= room:
            shown.append(day)
    ax.set_xlim(first.toordinal(), last.toordinal() + 1)
    words = [month_words(day, year=day == first) for day in shown]
    ax.set_xticks([day.toordinal() for day in shown], words, fontsize=8, ha="left")
    ax.grid(axis="x", color=GRAY, alpha=0.35, linewidth=0.6, zorder=1)
    ax.tick_params("x", length=0)
    ax.set_xlabel("days of the program", fontsize=9)
