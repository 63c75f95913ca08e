"""A finished round as what the next one remembers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.problem.history import PastRow
from prssmi_match.problem.questionnaire import QUESTION_BY_CODE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.survey_summary import SurveyAnswer

__all__ = ["history_rows"]


def history_rows(
    problem: Problem, matching: Matching, number: int, answers: Iterable[SurveyAnswer] = ()
) -> tuple[PastRow, ...]:
    """Return the rows of ``history`` that a matching becomes, to be carried into the next document.

    Outcome, satisfaction, lessons and further answers are those of the survey at the end, as far as it was answered. A
    next document keeps the rows of earlier rounds as well: ``history=(*problem.history, *history_rows(...))``.

    Parameters
    ----------
    problem : Problem
        The document of the round.
    matching : Matching
        The pairs that were announced; a valid matching, so that no mentee has two mentors.
    number : int
        The round, such as its year; greater than all earlier ones.
    answers : iterable of SurveyAnswer
        What mentees answered; those of mentees without a mentor are not used.

    Returns
    -------
    tuple of PastRow
        One a pair, and one without a mentor for each available mentee that was left out, by mentee id.
    """
    left_out: dict[str, str | None] = {site.id: None for site in problem.mentees if site.available}
    mentors = left_out | {pair.mentee: pair.mentor for pair in matching.pairs}
    told = {answer.mentee: answer for answer in answers}
    return tuple(
        PastRow(round=number, mentee=mentee, mentor=mentor, **_answered(told.get(mentee) if mentor else None))
        for mentee, mentor in sorted(mentors.items())
    )


def _answered(answer: SurveyAnswer | None) -> dict[str, Any]:
    """Return the fields of a row that a survey fills."""
    if answer is None:
        return {}
    lessons = answer.texts.get("LESSONS")
    further = {**{code: f"{level} of 5" for code, level in answer.levels.items()}, **answer.texts}
    return {
        "outcome": answer.outcome,
        "satisfaction": answer.levels.get("SATISFIED"),
        "lessons": lessons,
        "answers": {
            QUESTION_BY_CODE[code].text: words
            for code, words in further.items()
            if code not in {"SATISFIED", "LESSONS"}
        },
    }
