"""How objects of the lower rooms show themselves in a notebook, which only a room above them can tell.

A notebook asks an object for ``_repr_html_``. The rendering belongs to ``reporting``, which ``problem`` and
``solution`` may not know. So they ask here, and the facade, which stands above all rooms, says who answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Shown", "answer_with"]

_answers: list[Callable[[object], str | None]] = []


def answer_with(render: Callable[[object], str | None]) -> None:
    """Let a function turn objects into HTML; it gives None for those that have no more to show than their ``repr``."""
    _answers[:] = [render]


class Shown:
    """What a notebook shows as HTML, where somebody can tell how."""

    def _repr_html_(self) -> str | None:
        return _answers[0](self) if _answers else None
