"""What the next aim gains for what an aim gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import NoMatchingError
from prssmi_match.reporting.plots.canvas import axes_or_new
from prssmi_match.reporting.plots.names import drawable, shortened
from prssmi_match.reporting.plots.steps import Point, draw_steps

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from prssmi_match.solution.give_up_curve import GiveUpCurve

__all__ = ["give_up_curve"]


def give_up_curve(curve: GiveUpCurve, *, ax: Axes | None = None) -> Axes:
    """Draw the best of the next aim against what an aim may give up.

    Each point was solved for; between two points the line stays at the lower one, which is surely reached there. A
    number says what a point gains over the start, where that differs from the point before. A filled point is proved,
    an empty one is only the best that was found in time.

    Parameters
    ----------
    curve : GiveUpCurve
        From ``whatif.give_up_curve``.
    ax : Axes or None
        Where to draw; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    NoMatchingError
        If time ran out before the first point.
    MissingExtraError
        If matplotlib is not installed.
    """
    if not curve.rows:
        raise NoMatchingError("Nothing of this curve was worked out in time; there is nothing to draw.")
    ax = axes_or_new(ax, 6.5, 3.6)
    points, before = [], curve.rows[0]
    for row in curve.rows:
        gains = row.gain != before.gain
        points.append(Point(row.given_up, row.next_best, f"{row.gain:+,}" if gains else "", proved=row.proved))
        before = row
    own, following = drawable(shortened(curve.tier)), drawable(shortened(curve.next_tier))
    title = "What giving up would bring" if curve.complete else "What giving up would bring (stopped early)"
    draw_steps(
        ax, points, title=title, x=f"“{own}” may fall below its best, {curve.best:,}, by", y=f"best of “{following}”"
    )
    return ax
