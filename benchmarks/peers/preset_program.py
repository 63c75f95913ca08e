"""The first three tiers of the preset as rows and columns: pairs, then mentors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.peers.bare import GIVE_UP_FIT, GIVE_UP_REVIEW
from benchmarks.peers.program import Aim, Program, Rows

if TYPE_CHECKING:
    from benchmarks.peers.bare import Instance

__all__ = ["preset_program"]


def preset_program(instance: Instance) -> Program:
    """Return the program of an instance, with a row for each pair that says that its mentor is then used."""
    count, hosts = len(instance.pairs), len(instance.capacity)
    mentee, mentor = np.array(instance.pairs).T
    workload = np.array(instance.workload)
    rows = Rows()
    for site in np.unique(mentee).tolist():
        rows.add(np.flatnonzero(mentee == site), 1, -np.inf, 1)
    for host, most in enumerate(instance.capacity):
        columns = np.flatnonzero(mentor == host)
        used, ones = count + host, np.ones(len(columns), dtype=np.int64)
        rows.add([*columns, used], [*ones, -most], -np.inf, 0)
        rows.add([*columns, used], [*ones, -max(1, instance.minimum[host])], 0, np.inf)
        for column in columns.tolist():
            rows.add([column, used], [1, -1], -np.inf, 0)
        load = instance.max_workload[host]
        if load is not None:
            rows.add(columns, workload[columns], -np.inf, load)
    rows.add(np.arange(count), 1, -np.inf, instance.seats)
    rows.add(count + np.arange(hosts), 1, -np.inf, instance.opened)
    points = {
        "coverage": (np.ones(count), 0),
        "review": (instance.review, GIVE_UP_REVIEW),
        "fit": (instance.fit, GIVE_UP_FIT),
    }
    aims = [
        Aim(name, np.concatenate([np.array(weights, dtype=np.int64), np.zeros(hosts, dtype=np.int64)]), give_up)
        for name, (weights, give_up) in points.items()
    ]
    return rows.program(count + hosts, count, aims)
