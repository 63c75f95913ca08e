"""Every way in which a schedule breaks a rule of its calendar."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Verification
from prssmi_match.verification.schedule.calls import check_calls
from prssmi_match.verification.schedule.complete import check_complete
from prssmi_match.verification.schedule.hosting import check_hosting
from prssmi_match.verification.schedule.papers import check_papers
from prssmi_match.verification.schedule.sessions import check_sessions
from prssmi_match.verification.schedule.view import PlanView
from prssmi_match.verification.schedule.visits import check_visits

if TYPE_CHECKING:
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.schedule import Schedule

__all__ = ["check_schedule"]


def check_schedule(problem: Problem, matching: Matching, calendar: Calendar, schedule: Schedule) -> Verification:
    """Return every violation of a schedule, with its rule, amount, witnesses and a sentence."""
    view = PlanView(problem, matching, calendar, schedule)
    incomplete = tuple(check_complete(view))
    if incomplete:
        return Verification(violations=incomplete)
    checks = (check_sessions, check_visits, check_calls, check_hosting, check_papers)
    return Verification(violations=tuple(chain.from_iterable(check(view) for check in checks)))
