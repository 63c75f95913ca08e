"""Topics that are nearly the same: shown to a person, never merged."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.intake.grid import Grid, Row

__all__ = ["near_topics"]

_ALIKE = 0.85
"""How similar two topics are, from 0 to 1, that may be one with a typing error."""


def near_topics(grids: Iterable[Grid]) -> Iterator[Finding]:
    """Yield a warning for each topic that looks like another one that more sites state.

    Parameters
    ----------
    grids : iterable of Grid
        The tables of both sides.
    """
    stated = [found for grid in grids for found in _stated(grid)]
    counts = Counter(fold(topic) for _, _, topic in stated)
    told: set[str] = set()
    for grid, row, topic in stated:
        folded = fold(topic)
        more = sorted(other for other in counts if (counts[other], folded) > (counts[folded], other))
        close = difflib.get_close_matches(folded, more, n=1, cutoff=_ALIKE)
        if close and folded not in told:
            told.add(folded)
            yield _finding(grid, row, topic, close[0])


def _stated(grid: Grid) -> Iterator[tuple[Grid, Row, str]]:
    if "topics" in grid.header:
        at = grid.header.index("topics")
        for row in grid.rows:
            topics = row.cells[at] if at < len(row.cells) else None
            yield from ((grid, row, str(topic)) for topic in (topics if isinstance(topics, dict) else ()))


def _finding(grid: Grid, row: Row, topic: str, other: str) -> Finding:
    sentence = (
        f"The topic {topic!r} is nearly {other!r}, and is taken for another one. If the same is meant, say so under "
        f'answers of topics in the mapping: "{topic}" = "{other}".'
    )
    origin = grid.origins.get("topics")
    column = f", column {origin.header}" if origin else ""
    spot = grid.spot(row, None, "topics")
    return Finding("near_topic", f"{grid.source} {row.place}{column}", topic, "one spelling", sentence, "warning", spot)
