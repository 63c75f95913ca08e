"""A finished round as what the next one remembers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import PastRow

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching

__all__ = ["history_rows"]


def history_rows(problem: Problem, matching: Matching, number: int) -> tuple[PastRow, ...]:
    """Return the rows of ``history`` that a matching becomes, to be carried into the next document.

    Outcome, satisfaction, lessons and answers are not known yet: whoever runs the survey at the end fills them in. A
    next document keeps the rows of earlier rounds as well: ``history=(*problem.history, *history_rows(...))``.

    Parameters
    ----------
    problem : Problem
        The document of the round.
    matching : Matching
        The pairs that were announced; a valid matching, so that no mentee has two mentors.
    number : int
        The round, such as its year; greater than all earlier ones.

    Returns
    -------
    tuple of PastRow
        One a pair, and one without a mentor for each available mentee that was left out, by mentee id.
    """
    left_out: dict[str, str | None] = {site.id: None for site in problem.mentees if site.available}
    mentors = left_out | {pair.mentee: pair.mentor for pair in matching.pairs}
    return tuple(PastRow(round=number, mentee=mentee, mentor=mentors[mentee]) for mentee in sorted(mentors))
