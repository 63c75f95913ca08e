"""Tables to arrays, in an order that is their own: whatever order the rows came in, the same market comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.problem.values import LARGEST
from prssmi_match.scale.findings import Findings
from prssmi_match.scale.ids import mentee_positions, mentor_positions
from prssmi_match.scale.limits import by_mentor, minimums_of
from prssmi_match.scale.whole_numbers import whole_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["Market", "check_sums", "read_market"]

COLUMNS = ("mentee", "mentor", "score")
SCALED = 2**61
"""The flow solver multiplies costs by the number of nodes, in 64 bits."""


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
    mentors, most = by_mentor(capacity, "capacity", findings)
    least = minimums_of(minimum, mentors, most, findings)
    if missing := [name for name in COLUMNS if name not in pairs.columns]:
        for name in missing:
            sentence = f"The table of pairs has no column {name!r}; it needs {', '.join(COLUMNS)}."
            findings.add("missing_column", f"pairs, column {name}", "", f"a column {name}", sentence)
        findings.stop()
    mentee, mentees = mentee_positions(pairs["mentee"], findings)
    mentor = mentor_positions(pairs["mentor"], mentors, findings)
    score = whole_numbers(pairs["score"], "pairs.score", findings)
    check_sums(score, mentees, len(mentors), findings)
    row = np.argsort(mentee * (len(mentors) + 2) + mentor, kind="stable")  # what has no position is -1 or -2
    mentee, mentor = mentee[row], mentor[row]
    _check_duplicates(pairs, row, mentee, mentor, findings)
    findings.stop()
    room = np.minimum(most, np.bincount(mentor, minlength=len(mentors)))
    return Market(row, mentee, mentor, score[row], mentees, mentors, room, least, min(mentees, places))


def check_sums(score: NDArray[np.int64], mentees: int, mentors: int, findings: Findings) -> None:
    """Refuse scores whose sum could pass 2^53, or that the flow could not scale by the number of sites."""
    limit = min(LARGEST // max(1, mentees), SCALED // (mentees + mentors + 4))
    highest = int(score.max(initial=0))
    if highest > limit:
        size = f"{mentees} mentees and {mentors} mentors"
        sentence = f"With {size}, sums of scores of up to {highest} are not exact; scale them to at most {limit}."
        findings.add("too_large", "pairs.score", highest, f"at most {limit}", sentence)


def _seats(seats: object, findings: Findings) -> int:
    if seats is None:
        return LARGEST
    if isinstance(seats, (int, np.integer)) and not isinstance(seats, bool) and seats >= 0:
        return int(seats)
    sentence = f"seats is {seats}; give a whole number of at least 0, or None for no limit."
    findings.add("not_whole", "seats", seats, "a whole number of at least 0", sentence)
    return 0


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
