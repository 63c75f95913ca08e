"""The answers at the end of a round, summed up."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from prssmi_match.problem.questionnaire import LEVELS, QUESTION_BY_CODE
from prssmi_match.problem.wording.milestones import survey_sentence
from prssmi_match.solution.survey_summary import LevelSummary, SurveySummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.survey_summary import SurveyAnswer

__all__ = ["summarize_survey"]


def summarize_survey(matching: Matching, answers: Iterable[SurveyAnswer]) -> SurveySummary:
    """Return what the mentees of a matching answered: counts and medians, and who has not answered."""
    by_mentee = tuple(sorted(answers, key=lambda answer: answer.mentee))
    answered = {answer.mentee for answer in by_mentee}
    silent = tuple(sorted({pair.mentee for pair in matching.pairs} - answered))
    return SurveySummary(
        answers=by_mentee,
        levels=tuple(_level(code, by_mentee) for code in LEVELS),
        silent=silent,
        sentence=survey_sentence(len(by_mentee), len(silent)),
    )


def _level(code: str, answers: Sequence[SurveyAnswer]) -> LevelSummary:
    given = [answer.levels[code] for answer in answers if code in answer.levels]
    counts = (given.count(1), given.count(2), given.count(3), given.count(4), given.count(5))
    middle = float(median(given)) if given else None
    return LevelSummary(code=code, question=QUESTION_BY_CODE[code].text, counts=counts, median=middle)
