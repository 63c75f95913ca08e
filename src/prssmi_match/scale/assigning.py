"""The assignment of most mentees, and among those the one with the highest total."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.errors import VerificationError
from prssmi_match.scale.assignment import Assignment
from prssmi_match.scale.conflict import find_conflict
from prssmi_match.scale.market import read_market
from prssmi_match.scale.parts import parts_of
from prssmi_match.scale.proof import find_defects, proved_bound
from prssmi_match.scale.solving import solve_markets
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Executor

    import pandas as pd

    from prssmi_match.scale.market import Market
    from prssmi_match.scale.solving import Solved

__all__ = ["assign"]


def assign(
    pairs: pd.DataFrame,
    capacity: pd.Series | Mapping[object, int],
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
    pairs : DataFrame
        Columns ``mentee``, ``mentor`` and ``score`` (a whole number of at least 0); only these pairs may be used. Ids
        can be of any type; other columns stay with their rows.
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
    begin = time.monotonic()
    market = read_market(pairs, capacity, minimum, seats)
    parts = parts_of(market)
    solved = [one for one in solve_markets([part.market for part in parts], executor) if one is not None]
    if len(solved) < len(parts):
        return Assignment(Status.INFEASIBLE, time.monotonic() - begin, conflict=find_conflict(market))
    bound = sum(_verified(part.market, one) for part, one in zip(parts, solved, strict=True))
    chosen = np.sort(np.concatenate([part.pairs[one.chosen] for part, one in zip(parts, solved, strict=True)]))
    rows, value = pairs.iloc[market.row[chosen]].reset_index(drop=True), int(market.score[chosen].sum())
    return Assignment(Status.OPTIMAL, time.monotonic() - begin, len(chosen), value, bound, chosen=rows)


def _verified(market: Market, solved: Solved) -> int:
    """Return the bound of the total, once the tables agree with all that is claimed.

    Raises
    ------
    VerificationError
        If they do not.
    """
    chosen = solved.chosen
    most = proved_bound(market, np.zeros_like(market.score), solved.most)
    bound = proved_bound(market, market.score, solved.best) - solved.best.bonus * len(chosen)
    total = int(market.score[chosen].sum())
    defects = find_defects(market, chosen)
    if most != len(chosen):
        defects.append(f"{len(chosen)} mentees are matched, and the proof says {most}")
    if bound != total:
        defects.append(f"the total is {total}, and the proof says {bound}")
    if defects:
        raise VerificationError(defects, f"{len(market.row)} pairs, {len(market.mentors)} mentors")
    return bound
