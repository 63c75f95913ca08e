"""Tables to arrays, in an order that is their own: whatever order the rows came in, the same market comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from prssmi_match.problem.values import LARGEST
from prssmi_match.scale.findings import Findings
from prssmi_match.scale.whole_numbers import whole_numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Market", "read_market"]

COLUMNS = ("mentee", "mentor", "score")


@dataclass(frozen=True, slots=True)
class Market:
    """Who may be paired with whom, on arrays.

    Attributes
    ----------
    row : array of int64, one a pair
        Its position in the table that was given. Pairs are sorted by mentee, then mentor.
    mentee, mentor : array of int64, one a pair
        Positions among the mentees and mentors, which are sorted by id.
    score : array of int64, one a pair
        What the pair counts.
    mentees : int
        The number of mentees that have a pair.
    mentors : Index
        The ids of the mentors.
    capacity, minimum : array of int64, one a mentor
        How many mentees it takes at most and at least.
    seats : int
        How many mentees are matched at most: all, where no limit is stated.
    """

    row: NDArray[np.int64]
    mentee: NDArray[np.int64]
    mentor: NDArray[np.int64]
    score: NDArray[np.int64]
    mentees: int
    mentors: pd.Index
    capacity: NDArray[np.int64]
    minimum: NDArray[np.int64]
    seats: int


def read_market(
    pairs: pd.DataFrame,
    capacity: pd.Series | Mapping[object, int],
    minimum: pd.Series | Mapping[object, int] | None,
    seats: object,
) -> Market:
    """Read the tables.

    Raises
    ------
    ProblemError
        With every finding.
    """
    findings = Findings()
    places = _seats(seats, findings)
    mentors, most = _by_mentor(capacity, "capacity", findings)
    least = _minimums(minimum, mentors, most, findings)
    if missing := [name for name in COLUMNS if name not in pairs.columns]:
        for name in missing:
            sentence = f"The table of pairs has no column {name!r}; it needs {', '.join(COLUMNS)}."
            findings.add("missing_column", f"pairs, column {name}", "", f"a column {name}", sentence)
        findings.stop()
    mentee, mentees = _mentees(pairs["mentee"], findings)
    mentor = _mentors(pairs["mentor"], mentors, findings)
    score = whole_numbers(pairs["score"], "pairs.score", findings)
    if len(score) and mentees * int(score.max()) > LARGEST:
        sentence = f"With {mentees} mentees, scores of up to {score.max()} could add up to more than 2^53; scale them."
        findings.add("too_large", "pairs.score", score.max(), f"at most {LARGEST // mentees}", sentence)
    row = np.argsort(mentee * max(1, len(mentors)) + mentor, kind="stable")
    mentee, mentor = mentee[row], mentor[row]
    _check_duplicates(pairs, row, mentee, mentor, findings)
    findings.stop()
    room = np.minimum(most, np.bincount(mentor, minlength=len(mentors)))
    return Market(row, mentee, mentor, score[row], mentees, mentors, room, least, min(mentees, places))


def _seats(seats: object, findings: Findings) -> int:
    if seats is None:
        return LARGEST
    if isinstance(seats, (int, np.integer)) and not isinstance(seats, bool) and seats >= 0:
        return int(seats)
    sentence = f"seats is {seats}; give a whole number of at least 0, or None for no limit."
    findings.add("not_whole", "seats", seats, "a whole number of at least 0", sentence)
    return 0


def _by_mentor(
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
    order = kept[_sorted_order(series.index[kept])]
    return series.index[order], numbers[order]


def _minimums(
    minimum: pd.Series | Mapping[object, int] | None,
    mentors: pd.Index,
    most: NDArray[np.int64],
    findings: Findings,
) -> NDArray[np.int64]:
    least = np.zeros(len(mentors), dtype=np.int64)
    if minimum is None:
        return least
    ids, numbers = _by_mentor(minimum, "minimum", findings)
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


def _mentees(ids: pd.Series, findings: Findings) -> tuple[NDArray[np.int64], int]:
    """Return the position of each row's mentee among all mentees, sorted by id, and their number."""
    codes, known = _coded(ids, "mentee", findings)
    place = np.empty(len(known) + 1, dtype=np.int64)
    place[_sorted_order(pd.Index(known))] = np.arange(len(known))
    place[-1] = -1  # a blank has the code -1, and finds itself here
    return place[codes], len(known)


def _mentors(ids: pd.Series, mentors: pd.Index, findings: Findings) -> NDArray[np.int64]:
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


def _sorted_order(ids: pd.Index) -> NDArray[np.int64]:
    """Return the order of ids; where they do not compare (text beside numbers), by type and text."""
    try:
        return np.argsort(np.asarray(ids), kind="stable")
    except TypeError:
        keys = [(type(one).__name__, str(one)) for one in ids]
        return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)


def _check_duplicates(
    pairs: pd.DataFrame,
    row: NDArray[np.int64],
    mentee: NDArray[np.int64],
    mentor: NDArray[np.int64],
    findings: Findings,
) -> None:
    again = np.zeros(len(row), dtype=bool)
    again[row[1:]] = (mentee[1:] == mentee[:-1]) & (mentor[1:] == mentor[:-1]) & (mentee[1:] >= 0) & (mentor[1:] >= 0)

    def told(at: int) -> tuple[str, object, str]:
        one, other = pairs["mentee"].iloc[at], pairs["mentor"].iloc[at]
        sentence = f"The pair {one!r} with {other!r} has more than one row; give one."
        return f"pairs[{pairs.index[at]!r}]", f"{one}, {other}", sentence

    findings.add_where("duplicate_pair", again, "each pair once", told)
