"""The assessment of a problem: its admissible pairs and their points, ready for any search."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from prssmi_match.compatibility.admissibility import pair_tests, worth_testing
from prssmi_match.compatibility.cells import Cells, block_size, blocks
from prssmi_match.compatibility.criteria import points_of
from prssmi_match.compatibility.points import Column, fill_unknowns
from prssmi_match.compatibility.profiles import profiles
from prssmi_match.compatibility.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from prssmi_match.compatibility.admissibility import PairTest
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.compatibility.stated import Stated
    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Refusal

__all__ = ["Compatibility", "assess"]

ASKED = 2**12
"""How many pairs are looked at together where the refusals of one are asked for."""


class Groups(NamedTuple):
    """For each pair, which group of the mentee's preferences the mentor is in, and the other way round."""

    to_mentee: NDArray[np.int64]
    to_mentor: NDArray[np.int64]


class Compatibility:
    """Sites in the order of ids, and the pairs among them.

    Attributes
    ----------
    problem : Problem
        What is assessed.
    mentees, mentors : tuple of Profile
        The available sites, or all of them in a full grid.
    sides : Sides
        Both.
    """

    def __init__(self, problem: Problem, *, full_grid: bool = False) -> None:
        self.problem = problem
        self.full_grid = full_grid
        self.mentees = profiles(site for site in problem.mentee_by_id.values() if full_grid or site.available)
        self.mentors = profiles(site for site in problem.mentor_by_id.values() if full_grid or site.available)
        self.sides = Sides(self.mentees, self.mentors)
        self._tests = pair_tests(problem, self.sides)
        self._failed: tuple[int, dict[tuple[int, int], list[PairTest]]] | None = None
        self._columns: dict[PairCriterion, Column] = {}

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Positions of mentee and mentor of each pair, sorted: the admissible pairs, or all of them in a full grid."""
        return tuple(zip(self.cells.mentee.tolist(), self.cells.mentor.tolist(), strict=True))

    @cached_property
    def cells(self) -> Cells:
        """The same pairs as two arrays."""
        found = list(self._found())
        mentee, mentor = (np.concatenate(parts) for parts in zip(*found, strict=True)) if found else (_NONE, _NONE)
        return Cells(mentee, mentor)

    def _found(self) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        worth = None if self.full_grid else worth_testing(self.problem, self.sides)
        for rows in blocks(np.arange(len(self.mentees)), block_size(len(self.mentors))):
            cells = Cells.of_rows(rows, len(self.mentors))
            if worth is not None and not worth[1][rows].any():
                cells = Cells(*worth[0].entries_of(rows))
            passed = np.ones(cells.shape, dtype=bool) if self.full_grid else self.admissible(cells)
            yield np.broadcast_to(cells.mentee, cells.shape)[passed], np.broadcast_to(cells.mentor, cells.shape)[passed]

    def admissible(self, cells: Cells) -> NDArray[np.bool_]:
        """Return for each of some pairs whether it passes every test."""
        failed = np.zeros(cells.shape, dtype=bool)
        for test in self._tests:
            failed |= test.fails(cells)
        return ~failed

    def is_admissible(self, mentee: MenteeProfile, mentor: MentorProfile) -> bool:
        """Whether the pair passes every test."""
        return not self.refusals(mentee, mentor)

    def refusals(self, mentee: MenteeProfile, mentor: MentorProfile) -> tuple[Refusal, ...]:
        """Return every reason why a pair is not admissible; empty where it is."""
        size = block_size(len(self.mentors), ASKED)
        first = mentee.index - mentee.index % size
        known = self._failed
        if known is None or known[0] != first:
            self._failed = known = first, self._failed_from(first, size)
        tests = known[1].get((mentee.index, mentor.index), ())
        return tuple(refusal for test in tests for refusal in test.refusals(mentee, mentor))

    def _failed_from(self, first: int, size: int) -> dict[tuple[int, int], list[PairTest]]:
        """Return the tests that pairs of some mentees in a row fail: whoever asks for one will ask for the next."""
        rows = np.arange(first, min(first + size, len(self.mentees)))
        cells = Cells.of_rows(rows, len(self.mentors))
        failed: dict[tuple[int, int], list[PairTest]] = {}
        for test in self._tests:
            mentee, mentor = np.broadcast_to(test.fails(cells), cells.shape).nonzero()
            for pair in zip((mentee + first).tolist(), mentor.tolist(), strict=True):
                failed.setdefault(pair, []).append(test)
        return failed

    @cached_property
    def pairs_of_mentee(self) -> tuple[tuple[int, ...], ...]:
        """For each mentee, the positions of its pairs."""
        return _positions(self.cells.mentee, len(self.mentees))

    @cached_property
    def pairs_of_mentor(self) -> tuple[tuple[int, ...], ...]:
        """For each mentor, the positions of its pairs."""
        return _positions(self.cells.mentor, len(self.mentors))

    @cached_property
    def groups(self) -> Groups:
        """For each pair, in which group each of its sites has the other."""
        mentees, mentors, pairs = self.mentees, self.mentors, self.pairs
        return Groups(
            np.array([mentees[mentee].group(mentors[mentor].id) for mentee, mentor in pairs], dtype=np.int64),
            np.array([mentors[mentor].group(mentees[mentee].id) for mentee, mentor in pairs], dtype=np.int64),
        )

    @property
    def mentee_index(self) -> dict[str, int]:
        """The position of each mentee by id."""
        return self.sides.mentee_index

    @property
    def mentor_index(self) -> dict[str, int]:
        """The position of each mentor by id."""
        return self.sides.mentor_index

    @cached_property
    def position(self) -> dict[tuple[int, int], int]:
        """The position of each pair."""
        return {pair: position for position, pair in enumerate(self.pairs)}

    def positions_of(self, mentee: str, mentor: str) -> tuple[int, ...]:
        """Return the position of a pair by ids; empty where there is no such pair."""
        return self.at(self.mentee_index.get(mentee, -1), self.mentor_index.get(mentor, -1))

    def at(self, mentee: int, mentor: int) -> tuple[int, ...]:
        """Return the position of a pair by the positions of its sites; empty where there is no such pair."""
        position = self.position.get((mentee, mentor))
        return () if position is None else (position,)

    def workload(self, position: int) -> int:
        """Return what a pair takes of its mentor's workload."""
        mentee, mentor = self.pairs[position]
        site = self.mentees[mentee].site
        return self._workloads.get((site.id, self.mentors[mentor].id), site.workload)

    @cached_property
    def _workloads(self) -> dict[tuple[str, str], int]:
        return {(row.mentee, row.mentor): row.workload for row in self.problem.pairs if row.workload is not None}

    @cached_property
    def scores(self) -> Stated:
        """The stated scores of pairs."""
        return self.sides.stated((row.mentee, row.mentor, row.score) for row in self.problem.pairs)

    def column(self, criterion: PairCriterion) -> Column:
        """Return the points of all pairs by a criterion, before its weight."""
        unweighted = criterion.model_copy(update={"weight": 1})
        if unweighted not in self._columns:
            known = points_of(criterion, self.sides, self.scores)(self.cells)
            self._columns[unweighted] = fill_unknowns(criterion, known, self.cells.mentee, len(self.mentees))
        return self._columns[unweighted]

    def weighted(self, criteria: Iterable[PairCriterion]) -> list[int]:
        """Return the weighted sum of points of every pair."""
        sums = [0] * len(self.pairs)
        for criterion in criteria:
            weight = criterion.weight
            sums = [total + weight * points for total, points in zip(sums, self.column(criterion).points, strict=True)]
        return sums


_NONE = np.zeros(0, dtype=np.int64)


def assess(problem: Problem, *, full_grid: bool = False) -> Compatibility:
    """Assess every pair of a problem.

    Parameters
    ----------
    full_grid : bool
        Keep the refused pairs and the unavailable sites, so that a conflict can name what refuses them.
    """
    return Compatibility(problem, full_grid=full_grid)


def _positions(sites: NDArray[np.int64], count: int) -> tuple[tuple[int, ...], ...]:
    """Return for each site the positions at which it stands."""
    order = np.argsort(sites, kind="stable").tolist()
    ends = np.cumsum(np.bincount(sites, minlength=count)).tolist()
    return tuple(tuple(order[first:end]) for first, end in zip([0, *ends], ends, strict=False))
