"""What each further changed pair gains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import NoMatchingError
from prssmi_match.reporting.plots.canvas import axes_or_new, key_below
from prssmi_match.reporting.plots.marks import FAINT, GRAY
from prssmi_match.reporting.plots.names import drawable, shortened
from prssmi_match.reporting.plots.steps import Point, draw_steps

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from prssmi_match.solution.change_curve import ChangeCurve, ChangeStep

__all__ = ["change_curve"]


def change_curve(curve: ChangeCurve, *, tier: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw what an aim reaches against the number of earlier pairs that may change.

    The hatched part on the left is where no answer keeps all rules. A number says by how much a point differs from the
    one before. A filled point is proved, an empty one is only the best that was found in time. An aim can also lose
    with more changes: where an aim before it gains, or takes what this one may give up.

    Parameters
    ----------
    curve : ChangeCurve
        From ``whatif.change_curve``.
    tier : str or None
        The aim; by default the first that is not the same all along.
    ax : Axes or None
        Where to draw; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    NoMatchingError
        If no number of changes has an answer, or none was worked out in time.
    ValueError
        If ``tier`` is no aim of the curve.
    MissingExtraError
        If matplotlib is not installed.
    """
    rows = [row for row in curve.rows if row.values]
    if not rows:
        raise NoMatchingError(f"There is no answer to draw: {curve.sentence}")
    aim = _aim(curve, rows, tier)
    ax = axes_or_new(ax, 6.5, 3.6)
    points, before = [], rows[0].values[aim]
    for row in rows:
        value = row.values[aim]
        points.append(Point(row.allowed, value, f"{value - before:+,}" if value != before else "", proved=row.proved))
        before = value
    draw_steps(
        ax,
        points,
        title=f"What changing more of {curve.previous} pairs would gain",
        x="pairs that may change",
        y=f"“{drawable(shortened(aim))}”",
    )
    _impossible(ax, rows[0].allowed)
    return ax


def _aim(curve: ChangeCurve, rows: list[ChangeStep], name: str | None) -> str:
    if name is not None and name not in rows[0].values:
        raise ValueError(f"{name!r} is no aim of this curve; those are: {', '.join(rows[0].values)}")
    varying = (aim for aim in curve.tiers if len({row.values.get(aim) for row in rows}) > 1)
    return name or next(varying, next(iter(rows[0].values)))


def _impossible(ax: Axes, fewest: int) -> None:
    """Shade where no answer is."""
    if fewest > 0:
        shade = ax.axvspan(-0.5, fewest - 0.5, facecolor=FAINT, edgecolor=GRAY, hatch="xx", linewidth=0)
        shade.set_label("no answer with so few changes")
        ax.set_xlim(left=-0.5)
        key_below(ax, [shade])
