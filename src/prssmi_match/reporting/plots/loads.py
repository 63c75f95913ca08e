"""How full each mentor is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.plots.canvas import axes_or_new, bare, inches, key_below
from prssmi_match.reporting.plots.marks import BLUE, GRAY, INK, ORANGE
from prssmi_match.reporting.plots.names import label_rows, labels, named_step
from prssmi_match.reporting.plots.order import mentors_in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from prssmi_match.problem.participants import Mentor
    from prssmi_match.solution.result import Result

__all__ = ["loads"]


def loads(result: Result, *, ax: Axes | None = None) -> Axes:
    """Draw for each available mentor a bar: the share of its capacity that the answer uses.

    The outline is the whole capacity, beside it stand the numbers (* where the capacity is not stated, so assumed). A
    diamond is the minimum that a mentor asks for if it is used.

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
    problem = result.problem
    mentors = [problem.mentor_by_id[mentor] for mentor in mentors_in_order(result)]
    ax = axes_or_new(ax, 6.5, min(max(0.26 * len(mentors) + 1.4, 2.2), 14.0))
    places = list(range(len(mentors)))
    counts = [len(result.matching.mentees_of(mentor.id)) for mentor in mentors]
    sizes = [problem.capacity(mentor) for mentor in mentors]
    shares = [100 * count / size if size else 0.0 for count, size in zip(counts, sizes, strict=True)]
    ax.barh(places, [100.0 if size else 0.0 for size in sizes], 0.72, facecolor="none", edgecolor=GRAY, linewidth=0.8)
    ax.barh(places, shares, 0.72, color=BLUE)
    room = inches(ax)[1]
    _numbers(ax, mentors, counts, sizes, named_step(len(mentors), room))
    label_rows(ax, "y", labels(problem, "mentors", [mentor.id for mentor in mentors]), room, "Mentors")
    ax.set(xlim=(0, 100), ylim=(len(mentors) - 0.4, -0.6), xticks=range(0, 101, 25))
    ax.set_xlabel("share of capacity in use, in percent", fontsize=9)
    ax.set_title(f"{sum(map(bool, counts))} of {len(mentors)} mentors are used", loc="left")
    bare(ax, "top", "right", "left")
    _minimums(ax, mentors, sizes)
    return ax


def _numbers(ax: Axes, mentors: Sequence[Mentor], counts: list[int], sizes: list[int], step: int) -> None:
    """Write the numbers of mentors that are named."""
    for place, (mentor, count, most) in enumerate(zip(mentors, counts, sizes, strict=True)):
        if place % step:
            continue
        mark = "*" if mentor.max_mentees is None else ""
        words = f"{count} of {most}{mark}" if most else "takes nobody"
        ax.text(102 if most else 2, place, words, va="center", fontsize=8, color=INK)


def _minimums(ax: Axes, mentors: Sequence[Mentor], sizes: list[int]) -> None:
    """Mark the minimums, where there are any."""
    places = [place for place, mentor in enumerate(mentors) if mentor.min_mentees and sizes[place]]
    least = [100 * mentors[place].min_mentees / sizes[place] for place in places]
    if places:
        marks = ax.scatter(least, places, marker="D", s=34, color=ORANGE, edgecolors="white", zorder=3, clip_on=False)
        marks.set_label("minimum, if used")
        key_below(ax, [marks])
