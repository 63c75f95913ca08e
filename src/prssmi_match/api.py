"""The use cases, a few lines each: compositions of the rooms below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Report
    from prssmi_match.solution.alternatives import AlternativeKind, Alternatives
    from prssmi_match.solution.caution import Caution
    from prssmi_match.solution.comparison import Comparison
    from prssmi_match.solution.diagnosis import Diagnosis
    from prssmi_match.solution.evaluation import Evaluation
    from prssmi_match.solution.explanation import Explanation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.verification import Verification
    from prssmi_match.solution.why_not import WhyNot
    from prssmi_match.solving import OnProgress, OnStep

__all__ = [
    "alternatives",
    "check",
    "compare",
    "diagnose",
    "evaluate",
    "explain",
    "match",
    "report",
    "verify",
    "why_not",
]


def match(
    problem: Problem, *, time_limit: float | None = None, workers: int = 1, on_progress: OnProgress | None = None
) -> Result:
    """Find the best matching under a problem's rules and policy, prove it tier by tier, and verify it.

    Parameters
    ----------
    problem : Problem
        The document.
    time_limit : float or None
        Seconds for the whole call. Where it ends the search, the best matching so far is returned as ``feasible``,
        as it is after Ctrl-C.
    workers : int
        Threads of the solver. Once every tier is proved, the answer does not depend on them.
    on_progress : callable or None
        Called with ``tier, incumbent, bound, seconds`` (the incumbent is None before the first matching).

    Returns
    -------
    Result
        ``infeasible`` and ``unknown`` are statuses; an infeasible result names a minimal conflict.

    Raises
    ------
    ValueError
        If ``time_limit`` or ``workers`` is out of range.
    VerificationError
        If the answer fails its own verification: a bug of this library.
    """
    # The engine is slow to import, and reading, verifying and reporting do without it.
    from prssmi_match.compatibility import assess
    from prssmi_match.explanation import find_conflict, give_answer
    from prssmi_match.records import provenance
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget, solve

    budget = Budget(time_limit, workers, on_progress)
    source = provenance(problem, time_limit=time_limit, workers=workers)
    compatibility = assess(problem)
    outcome = solve(compatibility, problem.program.tiers, budget)
    if outcome.assignment is not None:
        return give_answer(compatibility, outcome, source)
    conflict = find_conflict(problem, budget) if outcome.status == Status.INFEASIBLE else None
    return Result(status=outcome.status, conflict=conflict, provenance=source, problem=problem)


def verify(problem: Problem, matching: Matching) -> Verification:
    """Check any matching against every rule of a problem, from the document alone.

    Returns
    -------
    Verification
        ``.valid``, and every violation with its rule, amount, witnesses and sentence.
    """
    from prssmi_match.verification import check_matching

    return check_matching(problem, matching)


def evaluate(problem: Problem, matching: Matching) -> Evaluation:
    """Score any matching under a problem's policy, tier by tier and pair by pair, also an invalid one."""
    from prssmi_match.verification import evaluate_matching

    return evaluate_matching(problem, matching)


def check(problem: Problem, *, time_limit: float | None = None) -> tuple[Caution, ...]:
    """Return the warnings about a problem that can be read: what cannot hold, cannot matter, or may not be meant.

    Parameters
    ----------
    time_limit : float or None
        Seconds for finding out whether the rules can all hold.
    """
    from prssmi_match.explanation import find_cautions

    return find_cautions(problem, time_limit=time_limit)


def diagnose(
    problem: Problem,
    *,
    costs: Mapping[str, int | None] | None = None,
    limit: int = 5,
    time_limit: float | None = None,
) -> Diagnosis:
    """Say whether all rules of a problem can be kept; where not, which conflict, and what would settle it.

    Parameters
    ----------
    costs : mapping of str to int or None
        What changes cost, a unit of each, from 1 to 1000; None is never. Keys are ids of rules or facts, kinds of
        change (``capacity``, ``minimum``, ``pin``, ``mentee_veto``, ...) or owners (``coordinator``, ``mentor``,
        ``mentee``), in this precedence; what is left out has a cost of ours.
    limit : int
        The most conflicts, and the most repairs.
    time_limit : float or None
        Seconds; what was found by then is returned, and ``.conflicts_complete`` and ``.repairs_complete`` are False.

    Returns
    -------
    Diagnosis
        ``.feasible``, ``.conflicts`` (the smallest first), ``.repairs`` (the cheapest first) and ``.warnings``.

    Raises
    ------
    ValueError
        If ``costs`` names nothing that can be changed, a cost or ``limit`` is out of range, or so is ``time_limit``.
    """
    from prssmi_match.explanation import find_diagnosis
    from prssmi_match.solving import Budget

    return find_diagnosis(problem, Budget(time_limit), costs=costs, limit=limit)


def explain(result: Result, *, time_limit: float | None = None, on_progress: OnStep | None = None) -> Explanation:
    """Give the reasons for an answer: for every pair, and for every available mentee without a mentor.

    Parameters
    ----------
    time_limit : float or None
        Seconds; what was not worked out by then is missing, or says so, and ``.complete`` is False.
    on_progress : callable or None
        Called with ``what, done, total, seconds``.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    from prssmi_match.explanation import find_explanation
    from prssmi_match.solving import Budget

    return find_explanation(result, Budget(time_limit, on_step=on_progress))


def why_not(
    result: Result,
    mentee: str | None = None,
    mentor: str | None = None,
    *,
    costs: Mapping[str, int | None] | None = None,
    time_limit: float | None = None,
) -> WhyNot:
    """Say why a pair is not in an answer: what forbids it, or exactly what it would cost.

    Without a mentor: why the mentee is not matched at all. Without a mentee: why the mentor is not used.

    Parameters
    ----------
    costs : mapping of str to int or None
        Of the changes that would make it possible, as for :func:`diagnose`.
    time_limit : float or None
        Seconds.

    Raises
    ------
    ProblemError
        If an id is unknown, or neither is given.
    NoMatchingError
        If the result has no matching.
    ValueError
        If ``costs`` names nothing that can be changed, or a cost is below 1.
    """
    from prssmi_match.explanation.why_not import find_why_not
    from prssmi_match.solving import Budget

    return find_why_not(result, Budget(time_limit), mentee, mentor, costs=costs)


def alternatives(  # noqa: PLR0913 - each is one question that a coordinator asks
    result: Result,
    k: int = 5,
    *,
    kind: AlternativeKind = "next",
    within: Mapping[str, int | None] | None = None,
    time_limit: float | None = None,
    on_progress: OnStep | None = None,
) -> Alternatives:
    """Return up to ``k`` other answers.

    Parameters
    ----------
    kind : {"next", "different", "best"}
        The next best ones; those with the most mentees elsewhere, within a stated loss; or the other best answers,
        those that are as good in every tier before the lottery.
    within : mapping of str to int or None
        For ``different``: how far each tier may fall below what the policy keeps, by name; None is any distance; a tier
        that is left out loses nothing.
    time_limit : float or None
        Seconds; what was found by then is returned, and ``.proved`` is False.
    on_progress : callable or None
        Called with ``what, done, total, seconds``.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ValueError
        If an argument is out of range or names no tier.
    """
    from prssmi_match.explanation import find_alternatives
    from prssmi_match.solving import Budget

    return find_alternatives(result, Budget(time_limit, on_step=on_progress), k=k, kind=kind, within=within)


def compare(a: Result | Matching, b: Result | Matching, *, problem: Problem | None = None) -> Comparison:
    """Hold two answers against each other: who moves, who gains, who loses, tier by tier.

    Parameters
    ----------
    a, b : Result or Matching
        Either may be made by hand, and may then break rules, which is told.
    problem : Problem or None
        By which matchings made by hand are judged; by default that of the other one.

    Raises
    ------
    NoMatchingError
        If one is a result without a matching.
    ValueError
        If both are matchings, and no problem is given.
    """
    from prssmi_match.explanation.compare import compare_answers

    return compare_answers(a, b, problem)


def report(
    result: Result, parts: Sequence[Part] = (), *, title: str | None = None, time_limit: float | None = 60.0
) -> Report:
    """Return a document about a result, to be rendered as Markdown or HTML or written to a folder.

    The reasons of an answer, or the diagnosis where there is none, are worked out unless they are among the parts.

    Parameters
    ----------
    parts : sequence of Part
        What else it is to tell: a diagnosis, reasons, other answers, questions of ``whatif``, a comparison.
    title : str or None
        Its title; by default the problem's name.
    time_limit : float or None
        Seconds for what has to be solved again: whose seat turned on what a tier gave up, and the reasons; or the
        diagnosis. What was not worked out by then says so.

    Raises
    ------
    TypeError
        If a part is of a type that a report does not tell of.
    """
    from prssmi_match.explanation.report_parts import with_reasons
    from prssmi_match.reporting import build_report
    from prssmi_match.solving import Budget

    return build_report(*with_reasons(result, parts, Budget(time_limit)), title=title)
