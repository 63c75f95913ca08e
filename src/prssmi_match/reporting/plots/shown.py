"""Axes that a notebook shows by themselves. The only module here that imports matplotlib at once."""

from __future__ import annotations

from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.figure import Figure

__all__ = ["ShownAxes", "new_axes"]

DOTS_PER_INCH = 110


class ShownAxes(Axes):
    """Axes with a picture of their figure for notebooks."""

    def _repr_png_(self) -> bytes:
        picture = BytesIO()
        if (figure := self.get_figure(root=True)) is not None:
            figure.savefig(picture, format="png", dpi=DOTS_PER_INCH)
        return picture.getvalue()


def new_axes(width: float, height: float) -> Axes:
    """Return the axes of a new figure of so many inches, which lays itself out."""
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure.add_subplot(axes_class=ShownAxes)
