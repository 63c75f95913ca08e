"""Solvers by name; each is imported only where it is measured, so that its memory is its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.peers.program import Program, Solver

__all__ = ["solver_of"]


def solver_of(name: str, linearization: int = 1) -> Callable[[Program], Solver]:
    """Return what takes a program to CP-SAT, with a level of linearization, or to HiGHS."""
    if name == "CP-SAT":
        from benchmarks.peers.cpsat import CpSat

        return partial(CpSat, linearization=linearization)
    from benchmarks.peers.highs import Highs

    return Highs
