"""Whether there are more applications than places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import Opening, Selection

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem

__all__ = ["has_too_few_places"]


def has_too_few_places(problem: Problem) -> bool:
    """Return whether the available mentees are more than the program, or its mentors, could ever take."""
    rules = [named.rule for named in problem.program.rules]
    mentees = sum(mentee.available for mentee in problem.mentees)
    most = min((rule.max for rule in rules if isinstance(rule, Selection) and rule.max is not None), default=mentees)
    used = min((rule.max for rule in rules if isinstance(rule, Opening) and rule.max is not None), default=None)
    places = sorted((problem.capacity(mentor) for mentor in problem.mentors if mentor.available), reverse=True)
    return mentees > min(most, sum(places[:used]))
