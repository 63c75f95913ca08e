"""Whether a matching keeps every fact and every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Verification
from prssmi_match.verification.checks import check_rule
from prssmi_match.verification.checks.facts import check_facts
from prssmi_match.verification.view import View

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching

__all__ = ["blocking_pairs", "check_matching"]


def check_matching(problem: Problem, matching: Matching) -> Verification:
    """Return everything that a matching breaks; no matching raises.

    Unknown ids, repeated pairs and sites that are not available are violations like any other. Only the pairs are
    judged: ``unmatched`` and the marks on pairs are not read.

    Parameters
    ----------
    problem : Problem
        The document.
    matching : Matching
        Pairs of ids.

    Returns
    -------
    Verification
        The facts that always bind first, then the rules in the order of their ids; and the blocking pairs.
    """
    view = View(problem, matching)
    broken = (violation for named in problem.program.rules for violation in check_rule(named, view))
    return Verification(violations=(*check_facts(view), *broken), blocking_pairs=view.blocking_pairs)


def blocking_pairs(problem: Problem, matching: Matching) -> tuple[tuple[str, str], ...]:
    """Return the blocking pairs of a matching as the rule ``stability`` defines them, whether or not it is in force.

    A mentee with several mentors (an invalid matching) has to prefer the new one to all of them.

    Parameters
    ----------
    problem : Problem
        The document.
    matching : Matching
        Any matching; pairs with unknown ids are left out.

    Returns
    -------
    tuple of (str, str)
        Mentee and mentor, sorted.
    """
    return View(problem, matching).blocking_pairs
