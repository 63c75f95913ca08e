"""The assignment of most mentees, and among those the one with the highest total."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, overload

import numpy as np

from prssmi_match.scale.assignment import Assignment
from prssmi_match.scale.candidate_pairs import Candidates
from prssmi_match.scale.conflict import find_conflict
from prssmi_match.scale.lazily import assign_lazily
from prssmi_match.scale.market import read_market
from prssmi_match.scale.parts import parts_of
from prssmi_match.scale.solved import verified_bound
from prssmi_match.scale.solving import solve_markets
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Executor

    import pandas as pd

__all__ = ["assign"]


@overload
def assign(pairs: Candidates) -> Assignment: ...


@overload
def assign(
    pairs: pd.DataFrame,
    capacity: pd.Series | Mapping[object, int],
    *,
    minimum: pd.Series | Mapping[object, int] | None = None,
    seats: int | None = None,
    executor: Executor | None = None,
) -> Assignment: ...


def assign(
    pairs: pd.DataFrame | Candidates,
    capacity: pd.Series | Mapping[object, int] | None = None,
    *,
    minimum: pd.Series | Mapping[object, int] | None = None,
    seats: int | None = None,
    executor: Executor | None = None,
) -> Assignment:
    """Match most mentees, then with the highest total score, from columns: exact, proved, no object a pair.

    The answer does not depend on the order of the rows: pairs are sorted by ids first. Where several assignments are
    equally good, which of them is returned follows from the sorted pairs and the version of the solver.

    Parameters
    ----------
    pairs : DataFrame or Candidates
        Columns ``mentee``, ``mentor`` and ``score`` (a whole number of at least 0); only these pairs may be used. Ids
        can be of any type; other columns stay with their rows. Or what :func:`candidates` found, with capacities and
        seats of its own; then the answer is exact over all pairs of the document, also those that were left out.
    capacity : Series
        For each mentor (its index) how many mentees it takes at most.
    minimum : Series, optional
        For some mentors how many mentees it must get, whether or not it would be used otherwise.
    seats : int, optional
        How many mentees can be matched at most.
    executor : concurrent.futures.Executor, optional
        Where parts that no pair connects are solved, if there are any and seats do not bind them together: a pool of
        processes, a ``dask.distributed`` client's ``get_executor()``, ... The answer is the same without; proofs are
        checked here, and what a lost worker had is solved here.

    Returns
    -------
    Assignment
        ``.pairs``, ``.value`` and ``.bound``; ``infeasible`` is a status, and says which minimums cannot be met.

    Raises
    ------
    ProblemError
        With every finding: missing columns and ids, mentors without a capacity, pairs that have two rows, numbers that
        are not whole, negative or too large.
    TypeError
        If candidates and capacities are given both, or neither.
    VerificationError
        If the answer fails its own verification: a bug of this library.

    Examples
    --------
    >>> import pandas as pd
    >>> pairs = pd.DataFrame({"mentee": ["bay", "bay", "fir"], "mentor": ["oak", "elm", "oak"], "score": [9, 5, 3]})
    >>> assignment = assign(pairs, pd.Series({"oak": 1, "elm": 1}))
    >>> assignment.pairs.to_dict("list")
    {'mentee': ['bay', 'fir'], 'mentor': ['elm', 'oak'], 'score': [5, 3]}
    >>> assignment.value, assignment.bound
    (8, 8)
    """
    if isinstance(pairs, Candidates):
        if any(one is not None for one in (capacity, minimum, seats)):
            message = "candidates hold the capacities and seats of their document; give nothing else"
            raise TypeError(message)
        return assign_lazily(pairs)
    if capacity is None:
        message = "give the capacity of each mentor"
        raise TypeError(message)
    begin = time.monotonic()
    market = read_market(pairs, capacity, minimum, seats)
    parts = parts_of(market)
    solved = [one for one in solve_markets([part.market for part in parts], executor) if one is not None]
    if len(solved) < len(parts):
        return Assignment(Status.INFEASIBLE, time.monotonic() - begin, conflict=find_conflict(market))
    bound = sum(verified_bound(part.market, one) for part, one in zip(parts, solved, strict=True))
    chosen = np.sort(np.concatenate([part.pairs[one.chosen] for part, one in zip(parts, solved, strict=True)]))
    rows, value = pairs.iloc[market.row[chosen]].reset_index(drop=True), int(market.score[chosen].sum())
    seconds = time.monotonic() - begin
    return Assignment(Status.OPTIMAL, seconds, len(chosen), value, bound, chosen=rows, used=len(market.row))
