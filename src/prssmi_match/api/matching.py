"""Matching, and judging a matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from prssmi_match.explanation.rematch import Order
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.caution import Caution
    from prssmi_match.solution.evaluation import Evaluation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.rematch import Rematch
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.verification import Verification
    from prssmi_match.solving import OnProgress

__all__ = ["check", "evaluate", "match", "rematch", "verify"]


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
        Called with ``tier, incumbent, bound, seconds`` (the incumbent is None before the first matching). ``LiveLine``
        is one that shows it.

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
    from prssmi_match.explanation import answered
    from prssmi_match.records import provenance
    from prssmi_match.solving import Budget

    budget = Budget(time_limit, workers, on_progress)
    return answered(problem, budget, provenance(problem, time_limit=time_limit, workers=workers))


def rematch(  # noqa: PLR0913 - what may change, and the limits of every match
    problem: Problem,
    *,
    first: Order = "changes",
    most_changes: int | None = None,
    frozen: Iterable[str | tuple[str, str]] | Literal["all"] = (),
    time_limit: float | None = None,
    workers: int = 1,
    on_progress: OnProgress | None = None,
) -> Rematch:
    """Match a document again after something changed in it, and keep the pairs of ``problem.previous``.

    Parameters
    ----------
    first : {"changes", "quality"}
        What comes first: as few changed pairs as possible, then the aims of the policy; or the aims, and among equally
        good answers the one with the fewest changed pairs.
    most_changes : int or None
        The best answer with at most so many changed pairs, whatever comes first; among equally good ones that with the
        fewest. Where more have to change, the result is ``infeasible`` and says how many.
    frozen : iterable of str or of (str, str), or "all"
        Earlier pairs that must not change, each by its mentee or as a pair; ``all`` are those that can still be made.
    time_limit, workers, on_progress
        As for :func:`match`.

    Returns
    -------
    Rematch
        A result that also tells which pairs are kept and which are not, and names those that can no longer be made.

    Raises
    ------
    ProblemError
        If ``frozen`` names what is no earlier pair.
    ValueError
        If an argument is out of range.
    VerificationError
        If the answer fails its own verification: a bug of this library.
    """
    from prssmi_match.explanation import answered
    from prssmi_match.explanation.rematch import plan_rematch, tell_rematch
    from prssmi_match.records import provenance
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

    budget = Budget(time_limit, workers, on_progress)
    plan = plan_rematch(problem, budget, first=first, most_changes=most_changes, frozen=frozen)
    source = provenance(plan.asked, time_limit=time_limit, workers=workers)
    if plan.is_over_budget:
        return tell_rematch(plan, Result(status=Status.INFEASIBLE, provenance=source, problem=plan.asked), budget)
    return tell_rematch(plan, answered(plan.asked, budget, source), budget)


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
