"""Warnings about a problem that can be read: what cannot hold, cannot matter, or may not be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.policy_cautions import policy_cautions
from prssmi_match.problem.wording import enumeration, label_mentee, label_mentor, rule_sentence
from prssmi_match.solution.caution import Caution
from prssmi_match.solution.status import Status
from prssmi_match.solving import Budget, solve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.document import Problem

__all__ = ["find_cautions"]


def find_cautions(problem: Problem, *, time_limit: float | None = None) -> tuple[Caution, ...]:
    """Return the warnings of a problem, the gravest first.

    Parameters
    ----------
    time_limit : float or None
        Seconds for finding out whether the rules can all hold.
    """
    compatibility = assess(problem)
    return (
        *_conflict(compatibility, Budget(time_limit)),
        *_replaced(problem),
        *_without_partner(compatibility),
        *_minimum_above_capacity(problem),
        *policy_cautions(compatibility),
    )


def _conflict(compatibility: Compatibility, budget: Budget) -> Iterator[Caution]:
    if solve(compatibility, (), budget).status == Status.INFEASIBLE:
        members = find_conflict(compatibility.problem, budget).members
        sentences = " ".join(member.sentence for member in members)
        yield Caution(code="conflict", sentence=f"No matching keeps all rules. These cannot all hold: {sentences}")


def _replaced(problem: Problem) -> Iterator[Caution]:
    for named in problem.program.replaced:
        dropped = rule_sentence(problem, named)
        sentence = f"The document's rule {named.id!r} replaces the preset's, which said: {dropped}"
        yield Caution(code="preset_rule_replaced", sentence=sentence)


def _without_partner(compatibility: Compatibility) -> Iterator[Caution]:
    problem = compatibility.problem
    for mentee, positions in zip(compatibility.mentees, compatibility.pairs_of_mentee, strict=True):
        if not positions:
            sentence = f"No mentor can be paired with {label_mentee(problem, mentee.id)}."
            yield Caution(code="mentee_without_mentor", sites=(mentee.id,), sentence=sentence)
    for mentor, positions in zip(compatibility.mentors, compatibility.pairs_of_mentor, strict=True):
        if not positions:
            sentence = f"No mentee can be paired with {label_mentor(problem, mentor.id)}."
            yield Caution(code="mentor_without_mentee", sites=(mentor.id,), sentence=sentence)


def _minimum_above_capacity(problem: Problem) -> Iterator[Caution]:
    low = [mentor for mentor in problem.mentor_by_id.values() if mentor.min_mentees > problem.capacity(mentor)]
    if low:
        names = enumeration(label_mentor(problem, mentor.id) for mentor in low)
        sentence = f"Cannot be used, as the minimum is above the assumed {problem.default_capacity} mentees: {names}."
        yield Caution(code="minimum_above_capacity", sites=tuple(m.id for m in low), sentence=sentence)
