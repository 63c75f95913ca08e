"""HiGHS through scipy: one program, aim after aim, to a gap of nothing (within its tolerances)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from benchmarks.peers.program import Step

if TYPE_CHECKING:
    from benchmarks.peers.program import Program

__all__ = ["Highs"]


class Highs:
    """A program for ``scipy.optimize.milp``, which starts each search anew."""

    def __init__(self, program: Program) -> None:
        self._size = program.matrix.shape[1]
        self._rows = [LinearConstraint(program.matrix, program.low, program.high)]

    def maximize(self, weights: np.ndarray, seconds: float) -> Step:
        """Maximize a weighted sum of the columns."""
        found = milp(
            -weights.astype(float),
            constraints=self._rows,
            integrality=np.ones(self._size),
            bounds=Bounds(0, 1),
            options={"time_limit": seconds, "mip_rel_gap": 0},
        )
        bound = int(weights[weights > 0].sum())
        if found.mip_dual_bound is not None and np.isfinite(found.mip_dual_bound):
            bound = int(np.floor(-found.mip_dual_bound + 1e-6))
        if found.x is None:
            return Step(None, bound, np.zeros(0, dtype=bool))
        chosen = found.x > 0.5
        return Step(int(weights[chosen].sum()), bound, chosen)

    def hold(self, weights: np.ndarray, least: int) -> None:
        """Keep a weighted sum from falling below a value, from now on."""
        self._rows.append(LinearConstraint(csr_array(weights[None, :].astype(float)), least, np.inf))
