"""Regions as rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.program import Aim, Program, Rows

if TYPE_CHECKING:
    from benchmarks.regions import Regions

__all__ = ["regions_program"]


def regions_program(cohort: Regions, *, linked: bool = False) -> Program:
    """Return regions as rows and columns: pairs, then mentors.

    Parameters
    ----------
    linked : bool
        Whether each pair also has a row that says that its mentor is then used.
    """
    count, hosts = len(cohort.mentee), len(cohort.capacity)
    rows = Rows()
    for mentee in range(len(cohort.workload)):
        rows.add(np.flatnonzero(cohort.mentee == mentee), 1, -np.inf, 1)
    for host in range(hosts):
        columns, used = np.flatnonzero(cohort.mentor == host), count + host
        ones = np.ones(len(columns), dtype=np.int64)
        rows.add([*columns, used], [*ones, -cohort.capacity[host]], -np.inf, 0)
        rows.add([*columns, used], [*ones, -cohort.least[host]], 0, np.inf)
        rows.add(columns, cohort.workload[cohort.mentee[columns]], -np.inf, cohort.most[host])
        for column in columns.tolist() if linked else ():
            rows.add([column, used], [1, -1], -np.inf, 0)
    earned = {"matched": np.ones(count, dtype=np.int64), "fit": cohort.fit, "rank": cohort.rank}
    none = np.zeros(hosts, dtype=np.int64)
    aims = [Aim(name, np.concatenate([weights, none])) for name, weights in earned.items()]
    return rows.program(count + hosts, count, aims)
