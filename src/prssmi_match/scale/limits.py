"""What is given by mentor: capacities and minimums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from prssmi_match.scale.ids import sorted_order
from prssmi_match.scale.whole_numbers import whole_numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.findings import Findings

__all__ = ["by_mentor", "minimums_of"]


def by_mentor(
    given: pd.Series | Mapping[object, int], name: str, findings: Findings
) -> tuple[pd.Index, NDArray[np.int64]]:
    """Return the ids of the mentors, sorted, and the numbers that are given for them."""
    series = pd.Series(dict(given)) if isinstance(given, Mapping) else given
    repeated = series.index.duplicated()

    def told(position: int) -> tuple[str, object, str]:
        site = series.index[position]
        return f"{name}[{site!r}]", site, f"The mentor {site!r} has more than one {name}; give one."

    findings.add_where("duplicate_id", repeated, "each mentor once", told)
    blank = np.asarray(series.index.isna())
    findings.add_where("missing_id", blank, "an id", lambda at: (f"{name}, row {at}", "", "The mentor has no id."))
    numbers = whole_numbers(series, name, findings)
    kept = np.flatnonzero(~repeated & ~blank)
    order = kept[sorted_order(series.index[kept])]
    return series.index[order], numbers[order]


def minimums_of(
    minimum: pd.Series | Mapping[object, int] | None,
    mentors: pd.Index,
    most: NDArray[np.int64],
    findings: Findings,
) -> NDArray[np.int64]:
    """Return the minimum of each mentor, 0 where none is given."""
    least = np.zeros(len(mentors), dtype=np.int64)
    if minimum is None:
        return least
    ids, numbers = by_mentor(minimum, "minimum", findings)
    where = mentors.get_indexer(ids)

    def unknown(at: int) -> tuple[str, object, str]:
        return f"minimum[{ids[at]!r}]", ids[at], f"The mentor {ids[at]!r} has no capacity; add it there."

    findings.add_where("unknown_id", where < 0, "a mentor with a capacity", unknown)
    least[where[where >= 0]] = numbers[where >= 0]

    def above(at: int) -> tuple[str, object, str]:
        sentence = f"The mentor {mentors[at]!r} has a minimum of {least[at]} and a capacity of {most[at]}."
        return f"minimum[{mentors[at]!r}]", least[at], sentence

    findings.add_where("min_above_max", least > most, "at most the capacity", above)
    return least
