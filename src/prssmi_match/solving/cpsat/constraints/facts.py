"""What always binds: one mentor a mentee, and what each mentor can take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.facts import Fact
from prssmi_match.solving.cpsat.rows import Row, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.compatibility.profiles import MentorProfile
    from prssmi_match.solving.cpsat.variables import Variables

__all__ = ["mentor_rows", "post_one_mentor", "refusal_rows"]


def post_one_mentor(variables: Variables) -> None:
    """Post that a mentee has at most one mentor: what a matching is, never relaxed."""
    for positions in variables.compatibility.pairs_of_mentee:
        if len(positions) > 1:
            variables.model.add_at_most_one(variables.pair[position] for position in positions)


def mentor_rows(variables: Variables) -> Iterator[tuple[Fact, Row]]:
    """Give each mentor's capacity, minimum and workload, where they can bind."""
    compatibility = variables.compatibility
    for mentor in compatibility.mentors:
        reach = len(compatibility.pairs_of_mentor[mentor.index])
        capacity = compatibility.problem.capacity(mentor.site)
        if capacity < reach:
            yield Fact("capacity", (mentor.id,)), at_most(variables.load(mentor.index), capacity)
        if mentor.site.min_mentees > 1 and reach:
            least = variables.load(mentor.index) - mentor.site.min_mentees * variables.used(mentor.index).var
            yield Fact("min_mentees", (mentor.id,)), at_least(least, 0)
        if mentor.site.max_workload is not None:
            yield from _workload(mentor, mentor.site.max_workload, variables)


def _workload(mentor: MentorProfile, most: int, variables: Variables) -> Iterator[tuple[Fact, Row]]:
    compatibility = variables.compatibility
    positions = compatibility.pairs_of_mentor[mentor.index]
    workloads = [compatibility.workload(position) for position in positions]
    if variables.is_strict:
        # A workload beyond the limit is as bad as one just beyond it; clamping keeps the sums small.
        workloads = [min(workload, most + 1) for workload in workloads]
    if sum(workloads) > most:
        yield Fact("max_workload", (mentor.id,)), at_most(variables.total(positions, workloads), most)


def refusal_rows(variables: Variables) -> Iterator[tuple[Fact, Row]]:
    """Give one row a ground and refused pair; only a full grid holds refused pairs."""
    compatibility = variables.compatibility
    for position, (mentee, mentor) in enumerate(compatibility.pairs):
        refusals = compatibility.refusals(compatibility.mentees[mentee], compatibility.mentors[mentor])
        for fact in sorted({refusal.fact for refusal in refusals}):
            yield fact, Row(variables.pair[position], 0, 0)
