"""Questions put to an answer, or to the lack of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.alternatives import AlternativeKind, Alternatives
    from prssmi_match.solution.comparison import Comparison
    from prssmi_match.solution.diagnosis import Diagnosis
    from prssmi_match.solution.explanation import Explanation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.why_not import WhyNot
    from prssmi_match.solving import OnStep

__all__ = ["alternatives", "compare", "diagnose", "explain", "why_not"]


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
