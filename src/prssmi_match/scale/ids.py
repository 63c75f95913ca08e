"""Ids of any type to positions, in the order of the ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.scale.findings import Findings

__all__ = ["mentee_positions", "mentor_positions", "sorted_order"]


def mentee_positions(ids: pd.Series, findings: Findings) -> tuple[NDArray[np.int64], int]:
    """Return the position of each row's mentee among all mentees, sorted by id, and their number."""
    codes, known = _coded(ids, "mentee", findings)
    place = np.empty(len(known) + 1, dtype=np.int64)
    place[sorted_order(pd.Index(known))] = np.arange(len(known))
    place[-1] = -1  # a blank has the code -1, and finds itself here
    return place[codes], len(known)


def mentor_positions(ids: pd.Series, mentors: pd.Index, findings: Findings) -> NDArray[np.int64]:
    """Return the position of each row's mentor among those with a capacity."""
    codes, known = _coded(ids, "mentor", findings)
    unknown = -1
    place = np.append(mentors.get_indexer(pd.Index(known)), unknown - 1)  # blanks, which are told already, come last
    position = cast("NDArray[np.int64]", place[codes])

    def told(at: int) -> tuple[str, object, str]:
        site = ids.iloc[at]
        return f"pairs.mentor[{ids.index[at]!r}]", site, f"The mentor {site!r} has no capacity; add it there."

    findings.add_where("unknown_id", position == unknown, "a mentor with a capacity", told)
    return position


def _coded(ids: pd.Series, name: str, findings: Findings) -> tuple[NDArray[np.int64], NDArray[np.object_]]:
    try:
        codes, known = pd.factorize(ids)
    except TypeError as error:
        sentence = f"The column {name} holds what cannot be an id ({error}); give text or numbers."
        findings.add("not_an_id", f"pairs.{name}", ids.dtype, "text or numbers", sentence)
        return np.full(len(ids), -1), np.zeros(0, dtype=object)

    def told(at: int) -> tuple[str, object, str]:
        return f"pairs.{name}[{ids.index[at]!r}]", "", f"The row has no {name}; give its id."

    findings.add_where("missing_id", codes < 0, "an id", told)
    return codes, np.asarray(known)


def sorted_order(ids: pd.Index) -> NDArray[np.int64]:
    """Return the order of ids; where they do not compare (text beside numbers), by type and text."""
    try:
        return np.argsort(np.asarray(ids), kind="stable")
    except TypeError:
        keys = [(type(one).__name__, str(one)) for one in ids]
        return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
