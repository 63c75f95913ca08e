"""Where a plot is drawn: the axes of the caller, or new ones that no global state knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import MissingExtraError

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

__all__ = ["axes_or_new", "bare", "inches", "key_below"]

INCHES_A_COLUMN = 2.6
"""Of a key."""


def axes_or_new(ax: Axes | None, width: float, height: float) -> Axes:
    """Return axes to draw on.

    Parameters
    ----------
    ax : Axes or None
        Those of the caller; None for those of a new figure, which pyplot does not know: nothing has to be closed.
    width, height : float
        Inches of a new figure.

    Raises
    ------
    MissingExtraError
        If matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        from prssmi_match.reporting.plots.shown import new_axes
    except ImportError as error:
        raise MissingExtraError("matplotlib", "plots") from error
    return new_axes(width, height)


def inches(ax: Axes) -> tuple[float, float]:
    """Return the width and the height of axes, before a layout moves them."""
    figure = ax.get_figure(root=True)
    box = ax.get_window_extent()
    dots = 100.0 if figure is None else figure.dpi
    return box.width / dots, box.height / dots


def bare(ax: Axes, *sides: str) -> None:
    """Take the frame away, all of it or these sides."""
    for side in sides or ("top", "right", "bottom", "left"):
        ax.spines[side].set_visible(False)


def key_below(ax: Axes, handles: list[Artist]) -> None:
    """Put a key under the axes, below their label, in as many columns as there is room for."""
    width, height = inches(ax)
    drop = (-0.55 if ax.get_xlabel() else -0.1) / max(height, 1.0)
    columns = max(1, int(width / INCHES_A_COLUMN))
    ax.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.0, drop),
        ncols=columns,
        frameon=False,
        fontsize=8,
        borderaxespad=0.0,
    )
