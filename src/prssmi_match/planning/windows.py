"""Pairs that have no days in common for a visit, and a problem that refuses them for that reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import ProblemError
from prssmi_match.planning.days import Days, Site
from prssmi_match.planning.references import reference_findings
from prssmi_match.planning.visits import visit_options
from prssmi_match.problem.rules import Forbid
from prssmi_match.problem.wording.calendar import no_visit_reason

if TYPE_CHECKING:
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem

__all__ = ["pairs_without_visit", "with_visit_windows"]


def pairs_without_visit(problem: Problem, calendar: Calendar) -> tuple[tuple[str, str], ...]:
    """Return the pairs of available sites that have no days in common on which the mentee could visit, sorted.

    Days off, holidays, blackouts and the notice count; sessions, calls and a mentor's other visits do not, as they have
    to do with the whole plan.

    Raises
    ------
    ProblemError
        If the calendar names sites that the problem does not have.
    """
    findings = reference_findings(problem, calendar)
    if findings:
        raise ProblemError(findings)
    days = Days(calendar)
    return tuple(
        (mentee.id, mentor.id)
        for mentee in problem.mentee_by_id.values()
        for mentor in problem.mentor_by_id.values()
        if mentee.available
        and mentor.available
        and not visit_options(days, Site("mentee", mentee.id), Site("mentor", mentor.id), calendar.end, full=False)
    )


def with_visit_windows(problem: Problem, calendar: Calendar) -> Problem:
    """Return the problem with a rule against each such pair, so that every question about a match knows the reason.

    The rules have ids like ``visit:pine:oak``; those that the problem has already stay what they are.

    Raises
    ------
    ProblemError
        As for ``pairs_without_visit``.
    """
    taken = {rule.id for rule in problem.rules}
    rules = [
        Forbid(id=f"visit:{mentee}:{mentor}", mentee=mentee, mentor=mentor, reason=no_visit_reason(calendar))
        for mentee, mentor in pairs_without_visit(problem, calendar)
        if f"visit:{mentee}:{mentor}" not in taken
    ]
    return problem.model_copy(update={"rules": (*problem.rules, *rules)}) if rules else problem
