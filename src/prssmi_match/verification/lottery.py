"""The public draw, recomputed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from prssmi_match.verification.view import View

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching

__all__ = ["lot", "lot_of_pairs", "lot_of_selection"]


def lot(seed: int, mentee: str, mentor: str = "") -> int:
    """Return the lot of a mentee and a mentor: the first 30 bits of SHA-256 of ``seed|mentee|mentor``.

    >>> 0 <= lot(2019, "pine", "oak") < 2**30
    True
    """
    digest = sha256(f"{seed}|{mentee}|{mentor}".encode()).digest()
    return int.from_bytes(digest, "big") >> 226


def lot_of_pairs(problem: Problem, matching: Matching, seed: int) -> int:
    """Return the sum of lots over the pairs: the value of a lottery tier."""
    return sum(lot(seed, mentee, mentor) for mentee, mentor in View(problem, matching).pairs)


def lot_of_selection(problem: Problem, matching: Matching, seed: int) -> int:
    """Return the sum of the matched mentees' own lots, which the draw compares before those of the pairs."""
    return sum(lot(seed, mentee) for mentee in View(problem, matching).mentors_of)
