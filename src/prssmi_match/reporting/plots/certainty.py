"""How certain the place of each mentee is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.problem.wording import enumeration, label_mentor
from prssmi_match.reporting.plots.canvas import axes_or_new, bare, inches, key_below
from prssmi_match.reporting.plots.marks import BLUE, INK, ORANGE, SKY
from prssmi_match.reporting.plots.names import LITERAL, drawable, label_rows, labels, named_step, shortened
from prssmi_match.solution.certainty import Likelihood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.certainty import Certainty, MenteeCertainty
    from prssmi_match.solution.result import Result

__all__ = ["certainty"]


class _Look(NamedTuple):
    color: str
    hatch: str
    label: str


_LOOKS = {
    Likelihood.TOSS_UP: _Look(ORANGE, "xxx", "toss-up: half of the best answers, or fewer"),
    Likelihood.OPEN: _Look("white", "...", "open: not all, how many is not known"),
    Likelihood.LIKELY: _Look(SKY, "///", "likely: more than half of the best answers"),
    Likelihood.FORCED: _Look(BLUE, "", "certain: all of the best answers"),
}
"""From the least certain on."""


def certainty(result: Result, found: Certainty, *, ax: Axes | None = None) -> Axes:
    """Draw for each available mentee the share of the equally good answers that have it where the answer has it.

    The least certain stand first, with all places that they have in some best answer. What is not known is an empty bar
    with dots. Kinds differ by hatch as well as by color.

    Parameters
    ----------
    result : Result
        Of a match.
    found : Certainty
        From ``whatif.certainty`` of this result.
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
    _ = result.matching
    order = list(_LOOKS)
    rows = sorted(found.mentees, key=lambda row: (order.index(row.kind), row.share or 0.0, row.mentee))
    ax = axes_or_new(ax, 8.0, min(max(0.24 * len(rows) + 1.6, 2.4), 16.0))
    shares = [100.0 if row.share is None else 100 * row.share for row in rows]
    looks = [_LOOKS[row.kind] for row in rows]
    ax.barh(
        range(len(rows)),
        shares,
        0.74,
        color=[look.color for look in looks],
        hatch=[look.hatch for look in looks],
        edgecolor=INK,
        linewidth=0.5,
    )
    room = inches(ax)[1]
    _elsewhere(ax, result.problem, rows, named_step(len(rows), room))
    label_rows(ax, "y", labels(result.problem, "mentees", [row.mentee for row in rows]), room, "Mentees")
    ax.set(xlim=(0, 100), ylim=(len(rows) - 0.4, -0.6), xticks=range(0, 101, 25))
    ax.set_xlabel("share of the best answers with the same place, in percent", fontsize=9)
    ax.set_title(_title(found), loc="left")
    bare(ax, "top", "right", "left")
    _key(ax, rows)
    return ax


def _title(found: Certainty) -> str:
    count = f"{found.answers}" if found.complete else f"at least {found.answers}"
    best = "best answer" if found.complete and found.answers == 1 else "best answers"
    return f"How certain each place is, among {count} {best}{'' if found.proved else ' (not proved)'}"


def _elsewhere(ax: Axes, problem: Problem, rows: Sequence[MenteeCertainty], step: int) -> None:
    """Write the places of those that have several, where they are named."""
    for place, row in enumerate(rows):
        if row.others and place % step == 0:
            places = [_place(problem, mentor) for mentor in (row.mentor, *row.others)]
            words = drawable(shortened(enumeration(places, "or"), 50))
            ax.text(102, place, words, va="center", fontsize=8, color=INK, **LITERAL)


def _place(problem: Problem, mentor: str | None) -> str:
    return "no mentor" if mentor is None else shortened(label_mentor(problem, mentor), 22)


def _key(ax: Axes, rows: Sequence[MenteeCertainty]) -> None:
    from matplotlib.patches import Patch

    kinds = {row.kind for row in rows}
    looks = [look for kind, look in _LOOKS.items() if kind in kinds]
    handles = [Patch(facecolor=look.color, hatch=look.hatch, edgecolor=INK, label=look.label) for look in looks]
    key_below(ax, [*handles])
