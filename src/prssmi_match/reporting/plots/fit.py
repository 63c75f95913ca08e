"""How well each mentee and each mentor would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.compatibility import assess
from prssmi_match.problem.policy import pair_criteria_of
from prssmi_match.reporting.plots.canvas import axes_or_new, bare, inches, key_below
from prssmi_match.reporting.plots.marks import FAINT, HEAT, INK, ORANGE
from prssmi_match.reporting.plots.names import LITERAL, drawable, label_rows, labels, shortened
from prssmi_match.reporting.plots.order import mentees_in_order, mentors_in_order

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.image import AxesImage

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.result import Result

__all__ = ["fit"]

REFUSED: dict[str, Any] = {"facecolor": FAINT, "edgecolor": "#b5b5b5", "hatch": "////", "linewidth": 0}
INCHES_A_CHARACTER = 0.075
MOST_NUMBERS = 400
"""Cells that are told by number as well."""
DARK = 0.7
"""The part of the color map from which on white is read better than ink."""


def fit(result: Result, *, tier: str | None = None, ax: Axes | None = None) -> Axes:
    """Draw the points of every possible pair as a heat map: mentees down, mentors across, darker is better.

    A frame marks the pairs of the answer. Hatched cells are refused: such a pair cannot be made, which is not the same
    as a pair with 0 points. A triangle marks points that rest on something unknown. Sites that are not available are
    left out. Small cohorts have the points in the cells. Names that do not fit are left out evenly; the axis says so.

    Parameters
    ----------
    result : Result
        Of a match.
    tier : str or None
        The aim whose points are drawn; by default the first that gives pairs points. Where none does, the cells say
        only who may be paired.
    ax : Axes or None
        Where to draw; None for a new figure.

    Returns
    -------
    Axes

    Raises
    ------
    NoMatchingError
        If there is no matching.
    ValueError
        If ``tier`` is no aim of the policy that gives pairs points.
    MissingExtraError
        If matplotlib is not installed.
    """
    mentees, mentors = mentees_in_order(result), mentors_in_order(result)
    aim = _aim(result.problem, tier)
    points, assumed = _points(result.problem, aim)
    down, across = labels(result.problem, "mentees", mentees), labels(result.problem, "mentors", mentors)
    width = 0.55 * len(mentors) + 1.9 + INCHES_A_CHARACTER * max(map(len, down), default=0)
    height = 0.27 * len(mentees) + 1.6 + INCHES_A_CHARACTER * max(map(len, across), default=0)
    ax = axes_or_new(ax, min(max(width, 6.0), 16.0), min(max(height, 3.5), 16.0))
    rows = [[points.get((mentee, mentor)) for mentor in mentors] for mentee in mentees]
    image = _cells(ax, rows)
    size = min(inches(ax)[0] / max(len(mentors), 1), inches(ax)[1] / max(len(mentees), 1))
    place = {(mentee, mentor): (x, y) for y, mentee in enumerate(mentees) for x, mentor in enumerate(mentors)}
    marks = _marks(ax, [place[pair.key] for pair in result.matching.pairs], [place[key] for key in assumed], size)
    if aim is not None and image is not None:
        _numbers(ax, rows)
        bar = ax.figure.colorbar(image, ax=ax, shrink=0.6, pad=0.02, format="{x:,.0f}")
        bar.set_label("points", fontsize=9)
    label_rows(ax, "y", down, inches(ax)[1], "Mentees")
    label_rows(ax, "x", across, inches(ax)[0], "Mentors")
    ax.xaxis.tick_top()
    title = "Who may be paired (no aim gives points to pairs)" if aim is None else f"Points in “{_named(aim)}”"
    ax.set_title(title, loc="left", **LITERAL)
    key_below(ax, marks)
    bare(ax)
    return ax


def _named(aim: Tier) -> str:
    return drawable(shortened(aim.name))


def _aim(problem: Problem, name: str | None) -> Tier | None:
    tiers = [tier for tier in problem.program.tiers if pair_criteria_of(tier)]
    if name is None:
        return tiers[0] if tiers else None
    for tier in tiers:
        if tier.name == name:
            return tier
    known = ", ".join(tier.name for tier in tiers) or "none"
    raise ValueError(f"{name!r} is no aim that gives points to pairs; those are: {known}")


def _points(problem: Problem, aim: Tier | None) -> tuple[dict[tuple[str, str], int], list[tuple[str, str]]]:
    """Return the points of each possible pair, and the pairs whose points rest on something unknown."""
    compatibility = assess(problem)
    criteria = () if aim is None else pair_criteria_of(aim)
    keys = [
        (compatibility.mentees[mentee].id, compatibility.mentors[mentor].id) for mentee, mentor in compatibility.pairs
    ]
    points = compatibility.weighted(criteria)
    unknown = [compatibility.column(criterion).assumed for criterion in criteria]
    return dict(zip(keys, points, strict=True)), [
        key for place, key in enumerate(keys) if any(column[place] for column in unknown)
    ]


def _cells(ax: Axes, rows: list[list[int | None]]) -> AxesImage | None:
    """Draw the cells over a hatched ground, which shows through where a pair is refused."""
    import numpy as np
    from matplotlib.patches import Rectangle

    height, width = len(rows), len(rows[0]) if rows else 0
    ground = Rectangle((-0.5, -0.5), width, height, **REFUSED)
    ax.add_patch(ground)
    ax.set(xlim=(-0.5, max(width, 1) - 0.5), ylim=(max(height, 1) - 0.5, -0.5))
    values = np.array([[np.nan if value is None else value for value in row] for row in rows], dtype=float)
    if not values.size or np.isnan(values).all():
        return None
    top = max(1.0, float(np.nanmax(values)))
    image = ax.imshow(np.ma.masked_invalid(values), cmap=HEAT, vmin=0, vmax=top, aspect="auto", interpolation="none")
    image.set_zorder(1.5)
    return image


def _marks(ax: Axes, answer: list[tuple[int, int]], assumed: list[tuple[int, int]], size: float) -> list[Artist]:
    """Mark the pairs of the answer and the points that rest on something unknown, and return the key."""
    from matplotlib.patches import Patch, Rectangle

    wide = 72 * size
    thick = min(2.2, max(0.8, 0.14 * wide))
    for x, y in answer:
        ax.add_patch(
            Rectangle((x - 0.46, y - 0.46), 0.92, 0.92, fill=False, edgecolor=ORANGE, linewidth=thick, zorder=3)
        )
    corner = [(x + 0.36, y - 0.3) for x, y in assumed]
    dot = ax.scatter(*_xy(corner), marker="^", s=(min(5.0, max(2.0, 0.22 * wide))) ** 2, c="white", zorder=2)
    dot.set(edgecolor=INK, linewidth=0.4)
    unknown = ax.scatter(
        [], [], marker="^", s=26, c="white", edgecolors=INK, linewidths=0.6, label="rests on something unknown"
    )
    shown = Patch(fill=False, edgecolor=ORANGE, linewidth=2, label="in the answer")
    refused = Patch(**REFUSED, label="refused: cannot be paired")
    return [shown, refused, *([unknown] if assumed else [])]


def _xy(places: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _ in places], [y for _, y in places]


def _numbers(ax: Axes, rows: list[list[int | None]]) -> None:
    """Write the points into the cells of a small cohort, light on dark and dark on light."""
    if sum(len(row) for row in rows) > MOST_NUMBERS:
        return
    dark = DARK * max(value for row in rows for value in row if value is not None)
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value is not None:
                ax.text(
                    x,
                    y,
                    f"{value:,}",
                    ha="center",
                    va="center",
                    fontsize=6,
                    color="white" if value > dark else INK,
                    zorder=4,
                )
