"""What the engine found and what the verifier says of it, held against each other and put into one result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.errors import VerificationError
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.fairness import measure_fairness
from prssmi_match.explanation.notes import assumptions, conditions
from prssmi_match.problem.policy import pair_criteria_of
from prssmi_match.solution.proof import TierProof
from prssmi_match.solution.result import Result
from prssmi_match.solution.status import Status
from prssmi_match.solution.tier_result import TierResult
from prssmi_match.solving import solve
from prssmi_match.verification import check_matching, evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.evaluation import Evaluation, TierEvaluation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.result import Provenance
    from prssmi_match.solving import Budget, Outcome, TierOutcome
    from prssmi_match.solving.assignment import Assignment

__all__ = ["answered", "give_answer"]


def answered(problem: Problem, budget: Budget, provenance: Provenance) -> Result:
    """Match a problem: assess it, solve it, verify what was found, and find the conflict where there is no matching.

    Raises
    ------
    VerificationError
        If the answer fails its own verification: our bug.
    """
    compatibility = assess(problem)
    outcome = solve(compatibility, problem.program.tiers, budget)
    if outcome.assignment is not None:
        return give_answer(compatibility, outcome, provenance)
    conflict = find_conflict(problem, budget) if outcome.status is Status.INFEASIBLE else None
    return Result(status=outcome.status, conflict=conflict, provenance=provenance, problem=problem)


def give_answer(compatibility: Compatibility, outcome: Outcome, provenance: Provenance) -> Result:
    """Return the result of a search that found a matching, once the verifier agrees with every number of it.

    Raises
    ------
    VerificationError
        If it does not: our bug.
    """
    problem, assignment = compatibility.problem, outcome.assignment
    assert assignment is not None  # noqa: S101 - the caller has looked at the status
    matching = assignment.to_matching(_assumed(compatibility, assignment))
    verification, evaluation = check_matching(problem, matching), evaluate_matching(problem, matching)
    disagreements = [
        *(violation.sentence for violation in verification.violations),
        *_disagreements(outcome, matching, evaluation),
    ]
    if disagreements:
        raise VerificationError(disagreements, problem.model_dump_json())
    return Result(
        status=outcome.status,
        answer=matching,
        tiers=tuple(map(_tier_result, outcome.tiers, evaluation.tiers)),
        conditions=conditions(problem, matching),
        assumptions=assumptions(problem),
        verification=verification,
        evaluation=evaluation,
        fairness=measure_fairness(problem, matching, evaluation),
        provenance=provenance,
        proof=tuple(TierProof(tier.name, tier.proof) for tier in outcome.tiers if tier.proof),
        problem=problem,
    )


def _assumed(compatibility: Compatibility, assignment: Assignment) -> Iterator[tuple[str, ...]]:
    """Give for each chosen pair the criteria whose points rest on an unknown."""
    criteria = [criterion for tier in compatibility.problem.program.tiers for criterion in pair_criteria_of(tier)]
    columns = [(criterion.criterion, compatibility.column(criterion).assumed) for criterion in criteria]
    for position in assignment.chosen:
        yield tuple(sorted({name for name, assumed in columns if assumed[position]}))


def _disagreements(outcome: Outcome, matching: Matching, evaluation: Evaluation) -> Iterator[str]:
    """Give every number of the engine that the verifier does not find."""
    for found, judged in zip(outcome.tiers, evaluation.tiers, strict=True):
        if not found.least <= judged.value <= found.step.bound:
            yield f"tier {found.name}: the verifier finds {judged.value}, the engine {found.step.value}"
    for pair, judged_pair in zip(matching.pairs, evaluation.pairs, strict=True):
        if pair.assumed != judged_pair.assumed:
            yield f"{pair.mentee} with {pair.mentor}: the verifier assumes {judged_pair.assumed}"


def _tier_result(found: TierOutcome, judged: TierEvaluation) -> TierResult:
    return TierResult(
        name=found.name,
        best=found.step.value,
        bound=found.step.bound,
        proved=found.step.proved,
        value=judged.value,
        seconds=found.seconds,
        profile=judged.profile,
    )
