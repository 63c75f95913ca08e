"""Why a mentee cannot be paired with each mentor, in words about these two sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility.assessment import assess
from prssmi_match.problem.wording import refusal_sentence
from prssmi_match.solution.conflict import ConflictMember

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["refusals_of"]


def refusals_of(problem: Problem, mentee: str) -> dict[str, tuple[ConflictMember, ...]]:
    """Return for each mentor, by id, every ground on which the pair is refused; empty where it is possible."""
    grid = assess(problem, full_grid=True)
    profile = grid.mentees[grid.mentee_index[mentee]]
    return {
        mentor.id: tuple(
            ConflictMember(rule_id=refusal.fact.id, sentence=refusal_sentence(problem, refusal, mentee, mentor.id))
            for refusal in grid.refusals(profile, mentor)
        )
        for mentor in grid.mentors
    }
