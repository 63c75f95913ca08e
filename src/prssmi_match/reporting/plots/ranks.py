"""Which choice the sites got."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.errors import NoMatchingError
from prssmi_match.reporting.plots.canvas import axes_or_new, bare, inches
from prssmi_match.reporting.plots.marks import BLUE, INK, SKY
from prssmi_match.reporting.plots.names import label_rows

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from prssmi_match.solution.result import Result

__all__ = ["ranks"]


def ranks(result: Result, *, side: Literal["mentees", "mentors"] = "mentees", ax: Axes | None = None) -> Axes:
    """Draw how many pairs stand at the first choice of one side, at the second, and so on.

    Below the choices: pairs with a site that was not listed (hatched), pairs of sites that state no preference (light),
    and mentees without a mentor (empty). The numbers stand at the bars.

    Parameters
    ----------
    result : Result
        Of a match.
    side : {"mentees", "mentors"}
        Whose preferences.
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
    from matplotlib.ticker import MaxNLocator

    matching = result.matching
    if result.fairness is None:
        raise NoMatchingError("This result was made without measures of its preferences; match the problem again.")
    counts = result.fairness.mentee_ranks if side == "mentees" else result.fairness.mentor_ranks
    bars = [(f"choice {number}", count, BLUE, "") for number, count in enumerate(counts.by_group, start=1)]
    bars += [
        ("not listed", counts.unlisted, SKY, "////"),
        ("no preference stated", counts.not_stated, SKY, ""),
        *([("no mentor", len(matching.unmatched), "white", "..")] if side == "mentees" else ()),
    ]
    ax = axes_or_new(ax, 6.5, min(max(0.3 * len(bars) + 1.1, 2.2), 12.0))
    names, values, colors, hatches = (list(column) for column in zip(*bars, strict=True))
    drawn = ax.barh(range(len(bars)), values, color=colors, edgecolor=INK, linewidth=0.6, hatch=hatches)
    ax.bar_label(drawn, padding=3, fontsize=8)
    label_rows(ax, "y", names, inches(ax)[1], "")
    ax.set(ylim=(len(bars) - 0.4, -0.6), xlim=(0, max(1, *values) * 1.1))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlabel("mentees" if side == "mentees" else "pairs", fontsize=9)
    ax.set_title(f"Which choice the {side} got", loc="left")
    bare(ax, "top", "right")
    return ax
