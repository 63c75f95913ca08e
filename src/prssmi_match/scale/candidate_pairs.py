"""The best few mentors of every mentee, out of all pairs that a document admits."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from prssmi_match.compatibility.cells import block_size, blocks
from prssmi_match.compatibility.grid import REFUSED, ScoredGrid
from prssmi_match.scale.program import read_program
from prssmi_match.scale.ranked import best_of_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from prssmi_match.problem.document import Problem

__all__ = ["Candidates", "Kept", "candidates"]

TOP = 20


@dataclass(frozen=True, slots=True)
class Kept:
    """Pairs on arrays, sorted by mentee, then mentor: positions among the available sites, and points."""

    mentee: NDArray[np.int64]
    mentor: NDArray[np.int64]
    score: NDArray[np.int64]


@dataclass(frozen=True)
class Candidates:
    """The best few admissible mentors of every mentee, and what it takes to look at the others again.

    Attributes
    ----------
    top : int
        How many of a mentee are kept at most.
    block : int
        Of how many mentees all pairs are worked out at a time.
    admissible : int
        How many pairs the document admits.
    seats : int
        How many mentees are matched at most: 2^53 where no limit is stated.
    capacity : Series of int, one an available mentor
        How many mentees it takes at most.
    """

    top: int
    block: int
    admissible: int
    seats: int
    capacity: pd.Series
    kept: Kept = field(repr=False)
    rest: NDArray[np.int64] = field(repr=False)
    grid: ScoredGrid = field(repr=False)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Columns ``mentee``, ``mentor`` and ``score``, sorted by ids; as :func:`assign` takes them."""
        return self.table(self.kept)

    def table(self, kept: Kept) -> pd.DataFrame:
        """Return pairs with the ids of their sites."""
        mentees = np.array([site.id for site in self.grid.mentees], dtype=object)
        mentors = np.array([site.id for site in self.grid.mentors], dtype=object)
        return pd.DataFrame({"mentee": mentees[kept.mentee], "mentor": mentors[kept.mentor], "score": kept.score})

    def worth(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the points of some mentees with every mentor, ``REFUSED`` where they cannot be paired."""
        points = self.grid.points(rows)
        points[:, self.full] = REFUSED
        return points

    @cached_property
    def full(self) -> NDArray[np.bool_]:
        """The mentors that take nobody."""
        full: NDArray[np.bool_] = self.capacity.to_numpy() == 0
        return full


def candidates(problem: Problem, *, top: int = TOP, tier: str | None = None, block: int | None = None) -> Candidates:
    """Find the best admissible mentors of every mentee, without ever holding more than a block of the grid.

    The points are those of ``match``, to the last one: whole, unknowns averaged over all admissible pairs. Where pairs
    at the end of a list are equally good, an order shuffled for each mentee decides; it follows from the ids alone.

    Parameters
    ----------
    problem : Problem
        Of its rules those that refuse pairs, and limits on the number of mentees: of a mentor, or in all.
    top : int
        How many to keep of each mentee. :func:`assign` adds those that turn out to be missing.
    tier : str, optional
        The aim whose criteria are added up; the first that has pair criteria only, unless stated.
    block : int, optional
        Of how many mentees all pairs are worked out at a time. Results do not depend on it.

    Raises
    ------
    ProblemError
        With every rule of the document that columns cannot say.
    ValueError
        If ``top`` or ``block`` is below 1.

    Examples
    --------
    >>> import prssmi_match as pm
    >>> mentees = [{"id": "bay", "preferences": [["oak"], ["elm"]]}, {"id": "fir", "preferences": [["oak"]]}]
    >>> tiers = [{"name": "wish", "maximize": [{"criterion": "mentee_preference"}]}]
    >>> mentors = [{"id": "oak", "max_mentees": 1}, {"id": "elm", "max_mentees": 1}]
    >>> problem = pm.Problem.model_validate(
    ...     {"preset": "none", "mentees": mentees, "mentors": mentors, "policy": {"tiers": tiers}}
    ... )
    >>> found = pm.scale.candidates(problem, top=1)
    >>> found.pairs.to_dict("list")
    {'mentee': ['bay', 'fir'], 'mentor': ['oak', 'oak'], 'score': [1000, 1000]}
    >>> assignment = pm.scale.assign(found)
    >>> assignment.pairs.to_dict("list"), assignment.rounds
    ({'mentee': ['bay', 'fir'], 'mentor': ['elm', 'oak'], 'score': [800, 1000]}, 2)
    """
    if top < 1 or (block is not None and block < 1):
        message = f"top is {top} and block is {block}; both are at least 1"
        raise ValueError(message)
    program = read_program(problem, tier)
    grid = ScoredGrid(problem, program.criteria)
    capacity = pd.Series({site.id: problem.capacity(site.site) for site in grid.mentors}, dtype=np.int64)
    size = block or block_size(len(grid.mentors))
    kept, rest, admissible = _survey(grid, capacity.to_numpy() == 0, top, size)
    return Candidates(top, size, admissible, program.seats, capacity, kept, rest, grid)


def _survey(grid: ScoredGrid, full: NDArray[np.bool_], top: int, size: int) -> tuple[Kept, NDArray[np.int64], int]:
    """Return the pairs to keep, for each mentee what none of the others exceeds, and how many pairs are admissible."""
    every = np.arange(len(grid.mentees))
    found: list[tuple[NDArray[np.int64], ...]] = [(_NONE, _NONE, _NONE)]
    rest = np.full(len(grid.mentees), REFUSED)
    admissible = 0
    for rows in blocks(every, size):
        points = grid.survey(rows)
        admissible += int((points != REFUSED).sum())
        points[:, full] = REFUSED
        row, mentor, rest[rows] = best_of_rows(points, top, rows)
        found.append((rows[row], mentor, points[row, mentor]))
    mentee, mentor, score = (np.concatenate(parts) for parts in zip(*found, strict=True))
    later = grid.later(every)
    return Kept(mentee, mentor, score + later[mentee]), np.where(rest == REFUSED, REFUSED, rest + later), admissible


_NONE = np.zeros(0, dtype=np.int64)
