"""The assessment of a problem: its admissible pairs and their points, ready for any search."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.compatibility.admissibility import candidates_of, pair_tests
from prssmi_match.compatibility.criteria import known_points
from prssmi_match.compatibility.points import Column, fill_unknowns
from prssmi_match.compatibility.profiles import profiles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Refusal

__all__ = ["Compatibility", "assess"]


class Compatibility:
    """Sites in the order of ids, and the pairs among them.

    Attributes
    ----------
    problem : Problem
        What is assessed.
    mentees, mentors : tuple of Profile
        The available sites, or all of them in a full grid.
    pairs : tuple of (int, int)
        Positions of mentee and mentor of each pair, sorted: the admissible pairs, or all of them in a full grid.
    """

    def __init__(self, problem: Problem, *, full_grid: bool = False) -> None:
        self.problem = problem
        self.full_grid = full_grid
        self.mentees = profiles(site for site in problem.mentee_by_id.values() if full_grid or site.available)
        self.mentors = profiles(site for site in problem.mentor_by_id.values() if full_grid or site.available)
        self._tests = pair_tests(problem)
        self._columns: dict[PairCriterion, Column] = {}
        candidates = (lambda _: self.mentors) if full_grid else candidates_of(problem, self.mentors)
        self.pairs = tuple(
            (mentee.index, mentor.index)
            for mentee in self.mentees
            for mentor in candidates(mentee)
            if full_grid or self.is_admissible(mentee, mentor)
        )

    def is_admissible(self, mentee: MenteeProfile, mentor: MentorProfile) -> bool:
        """Whether the pair passes every test."""
        return all(test(mentee, mentor) is None for test in self._tests)

    def refusals(self, mentee: MenteeProfile, mentor: MentorProfile) -> tuple[Refusal, ...]:
        """Return every reason why a pair is not admissible; empty where it is."""
        return tuple(refusal for test in self._tests if (refusal := test(mentee, mentor)) is not None)

    @cached_property
    def pairs_of_mentee(self) -> tuple[tuple[int, ...], ...]:
        """For each mentee, the positions of its pairs."""
        return _positions((mentee for mentee, _ in self.pairs), len(self.mentees))

    @cached_property
    def pairs_of_mentor(self) -> tuple[tuple[int, ...], ...]:
        """For each mentor, the positions of its pairs."""
        return _positions((mentor for _, mentor in self.pairs), len(self.mentors))

    @cached_property
    def mentee_index(self) -> dict[str, int]:
        """The position of each mentee by id."""
        return {mentee.id: mentee.index for mentee in self.mentees}

    @cached_property
    def mentor_index(self) -> dict[str, int]:
        """The position of each mentor by id."""
        return {mentor.id: mentor.index for mentor in self.mentors}

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

    def column(self, criterion: PairCriterion) -> Column:
        """Return the points of all pairs by a criterion, before its weight."""
        unweighted = criterion.model_copy(update={"weight": 1})
        if unweighted not in self._columns:
            scores = {(row.mentee, row.mentor): row.score for row in self.problem.pairs}
            points = known_points(criterion, scores)
            known = [points(self.mentees[mentee], self.mentors[mentor]) for mentee, mentor in self.pairs]
            self._columns[unweighted] = fill_unknowns(criterion, known, self.pairs_of_mentee)
        return self._columns[unweighted]

    def weighted(self, criteria: Iterable[PairCriterion]) -> list[int]:
        """Return the weighted sum of points of every pair."""
        sums = [0] * len(self.pairs)
        for criterion in criteria:
            weight = criterion.weight
            for position, points in enumerate(self.column(criterion).points):
                sums[position] += weight * points
        return sums


def assess(problem: Problem, *, full_grid: bool = False) -> Compatibility:
    """Assess every pair of a problem.

    Parameters
    ----------
    full_grid : bool
        Keep the refused pairs and the unavailable sites, so that a conflict can name what refuses them.
    """
    return Compatibility(problem, full_grid=full_grid)


def _positions(sites: Iterable[int], count: int) -> tuple[tuple[int, ...], ...]:
    lists: list[list[int]] = [[] for _ in range(count)]
    for position, site in enumerate(sites):
        lists[site].append(position)
    return tuple(tuple(positions) for positions in lists)
