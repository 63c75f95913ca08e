"""A problem matched again with something changed, and how that differs from an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.errors import VerificationError
from prssmi_match.problem.wording import move_sentence
from prssmi_match.solution.move import Move
from prssmi_match.solution.status import Status
from prssmi_match.solving import solve
from prssmi_match.verification import check_matching, evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.evaluation import Evaluation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solving import Budget, Outcome

__all__ = ["Rerun", "judged", "losses", "moves", "rerun"]


@dataclass(frozen=True, slots=True)
class Rerun:
    """How a search ended; without a matching there is no evaluation either."""

    problem: Problem
    status: Status
    matching: Matching | None = None
    evaluation: Evaluation | None = None

    @property
    def proved(self) -> bool:
        """Whether it is known what is best, or that there is nothing."""
        return self.status in {Status.OPTIMAL, Status.INFEASIBLE}

    @property
    def values(self) -> dict[str, int]:
        """The value of each tier by name; empty without a matching."""
        return {} if self.evaluation is None else {tier.name: tier.value for tier in self.evaluation.tiers}


def rerun(problem: Problem, budget: Budget) -> Rerun:
    """Match a problem; every matching is verified before it is returned.

    Raises
    ------
    VerificationError
        If a matching breaks a rule: our bug.
    """
    return judged(problem, solve(assess(problem), problem.program.tiers, budget))


def judged(problem: Problem, outcome: Outcome) -> Rerun:
    """Return what a search found, with the verifier's numbers."""
    if outcome.assignment is None:
        return Rerun(problem, outcome.status)
    matching = outcome.assignment.to_matching(() for _ in outcome.assignment.chosen)
    if violations := check_matching(problem, matching).violations:
        raise VerificationError([violation.sentence for violation in violations], problem.model_dump_json())
    return Rerun(problem, outcome.status, matching, evaluate_matching(problem, matching))


def losses(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, int]:
    """Return by how much each tier is lower afterwards; below 0 where it is higher."""
    return {tier: value - after[tier] for tier, value in before.items() if tier in after}


def moves(problem: Problem, before: Matching, after: Matching) -> tuple[Move, ...]:
    """Return the mentees that are not where they were, in the order of ids."""
    found = []
    for mentee in sorted({pair.mentee for matching in (before, after) for pair in matching.pairs}):
        old, new = before.mentor_of(mentee), after.mentor_of(mentee)
        if old != new:
            sentence = move_sentence(problem, mentee, old, new)
            found.append(Move(mentee=mentee, before=old, after=new, sentence=sentence))
    return tuple(found)
