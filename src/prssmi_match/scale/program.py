"""What columns can say of a document: capacities, seats, and one aim of pair criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from prssmi_match.problem.criteria import PairCriterion
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.rules import Eligibility, Forbid, Opening, Selection, Together
from prssmi_match.problem.values import LARGEST
from prssmi_match.scale.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentor
    from prssmi_match.problem.program import NamedRule

__all__ = ["ColumnarProgram", "read_program"]


class ColumnarProgram(NamedTuple):
    """The criteria of the aim, and how many mentees are matched at most."""

    criteria: Sequence[PairCriterion]
    seats: int


def read_program(problem: Problem, tier: str | None) -> ColumnarProgram:
    """Read a document.

    Raises
    ------
    ProblemError
        With every rule, site and aim that columns cannot say: leaving one out would answer another question.
    """
    findings = Findings()
    for named in problem.program.rules:
        if not _is_columnar(named, problem):
            _refuse(findings, f"rules, {named.id}", named.rule.kind, f"the rule {named.id!r}")
    for mentor in problem.mentors:
        if mentor.available and mentor.min_mentees > 1:
            _refuse(findings, f"mentors, {mentor.id}", mentor.min_mentees, f"min_mentees of {mentor.id!r}")
        if mentor.available and _can_be_overworked(mentor, problem):
            _refuse(findings, f"mentors, {mentor.id}", mentor.max_workload, f"max_workload of {mentor.id!r}")
    criteria = _criteria(problem, tier, findings)
    findings.stop()
    limits = (named.rule.max for named in problem.program.rules if isinstance(named.rule, Selection))
    return ColumnarProgram(criteria, min((most for most in limits if most is not None), default=LARGEST))


def _refuse(findings: Findings, place: str, found: object, what: str) -> None:
    sentence = f"Columns cannot say {what}; take it out, or use match, which keeps every rule."
    findings.add("not_columnar", place, found, "", sentence)


def _is_columnar(named: NamedRule, problem: Problem) -> bool:
    match named.rule:
        case Eligibility() | Forbid():
            return True
        case Selection() as rule:
            return not rule.min and not rule.must_match
        case Opening() as rule:
            return not rule.min and not rule.must_open and (rule.max is None or rule.max >= len(problem.mentors))
        case Together() as rule:
            return len(set(rule.mentees)) < 2  # noqa: PLR2004 - nobody to be together with
        case _:
            return False


def _can_be_overworked(mentor: Mentor, problem: Problem) -> bool:
    if mentor.max_workload is None:
        return False
    stated = (row.workload or 0 for row in problem.pairs)
    heaviest = max([*(mentee.workload for mentee in problem.mentees), *stated], default=0)
    return problem.capacity(mentor) * heaviest > mentor.max_workload


def _criteria(problem: Problem, tier: str | None, findings: Findings) -> Sequence[PairCriterion]:
    aims = {one.name: one.maximize for one in problem.program.tiers if isinstance(one, MaximizeTier)}
    fitting = {name: _pair_criteria(aim) for name, aim in aims.items()}
    names = [name for name, criteria in fitting.items() if criteria]
    wanted = tier if tier is not None else next(iter(names), None)
    if wanted in names:
        return fitting[wanted]
    known = ", ".join(names) or "none"
    what = "No aim" if wanted is None else f"The aim {wanted!r} is not one that"
    sentence = f"{what} maximizes criteria of pairs alone; those that do: {known}."
    findings.add("unknown_id", "policy.tiers", wanted, "an aim of pair criteria", sentence)
    return ()


def _pair_criteria(aim: Sequence[object]) -> list[PairCriterion]:
    """Return the criteria of an aim, none where one of them is not of pairs."""
    criteria = [one for one in aim if isinstance(one, get_args(PairCriterion))]
    return criteria if len(criteria) == len(aim) else []
