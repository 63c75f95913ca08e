"""Large cohorts as rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.program import Aim, Program, Rows

if TYPE_CHECKING:
    from benchmarks.large import Large

__all__ = ["large_program"]


def large_program(large: Large, *, with_opening: bool = True, linked: bool = False, leximin: bool = False) -> Program:
    """Return a large cohort as rows and columns: pairs, then mentors.

    Parameters
    ----------
    with_opening : bool
        Whether the number of used mentors is limited; without it the rules are a network.
    linked : bool
        Whether each pair also has a row that says that its mentor is then used. Relaxations are far tighter so, and
        HiGHS and CBC several times as fast; CP-SAT is slower.
    leximin : bool
        Whether the aims are coverage and then the worst fit, the second worst, ...
    """
    count, hosts = len(large.mentee), len(large.capacity)
    rows = Rows()
    for columns in np.split(np.arange(count), np.flatnonzero(np.diff(large.mentee)) + 1):
        rows.add(columns, 1, -np.inf, 1)
    by_mentor = np.argsort(large.mentor, kind="stable")
    starts = np.searchsorted(large.mentor[by_mentor], np.arange(hosts + 1))
    for host, most in enumerate(large.capacity.tolist()):
        columns = by_mentor[starts[host] : starts[host + 1]]
        if with_opening:
            used, ones = count + host, np.ones(len(columns), dtype=np.int64)
            rows.add([*columns, used], [*ones, -most], -np.inf, 0)
            rows.add([*columns, used], [*ones, -1], 0, np.inf)
            for column in columns.tolist() if linked else ():
                rows.add([column, used], [1, -1], -np.inf, 0)
        else:
            rows.add(columns, 1, -np.inf, most)
    if with_opening:
        rows.add(count + np.arange(hosts), 1, -np.inf, large.opened)
    rows.add(np.arange(count), 1, -np.inf, large.seats)
    for setting, least in enumerate(large.minimum):
        if least:
            rows.add(np.flatnonzero(large.setting[large.mentee] == setting), 1, least, np.inf)
    width = count + hosts if with_opening else count

    def aim(name: str, weights: np.ndarray, *, is_leximin: bool = False) -> Aim:
        return Aim(name, np.concatenate([weights, np.zeros(width - count, dtype=np.int64)]), is_leximin=is_leximin)

    matched = aim("matched", np.ones(count, dtype=np.int64))
    if leximin:
        return rows.program(width, count, [matched, aim("worst", large.fit, is_leximin=True)])
    review = aim("review", large.review[large.mentee])
    return rows.program(width, count, [matched, review, aim("fit", large.fit), aim("rank", large.rank)])
