"""What the mentees answered at the end of their mentorship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from prssmi_match.problem.history import Outcome
from prssmi_match.problem.values import Level
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["LevelSummary", "SurveyAnswer", "SurveySummary"]


class SurveyAnswer(Part):
    """What one mentee answered; what it left open is missing.

    Attributes
    ----------
    levels, texts : dict of str to int, and to str
        Numbers from 1 to 5, and words, by the codes of the questions.
    """

    mentee: str
    outcome: Outcome | None = None
    levels: dict[str, Level] = Field(default_factory=dict)
    texts: dict[str, str] = Field(default_factory=dict)


class LevelSummary(Part):
    """The answers to a question from 1 to 5: how many gave each, and the median; None where nobody answered."""

    code: str
    question: str
    counts: tuple[int, int, int, int, int]
    median: float | None


class SurveySummary(Part):
    """All answers of a round.

    Attributes
    ----------
    answers : tuple of SurveyAnswer
        By mentee.
    levels : tuple of LevelSummary
        In the order of the questions.
    silent : tuple of str
        The mentees with a mentor that have not answered.
    """

    answers: tuple[SurveyAnswer, ...]
    levels: tuple[LevelSummary, ...]
    silent: tuple[str, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def to_frame(self) -> pd.DataFrame:
        """Return one row a mentee that answered: ``mentee``, ``outcome``, and a column a question, by its code."""
        from prssmi_match.problem.questionnaire import QUESTIONS
        from prssmi_match.solution.frame import table

        codes = [question.code for question in QUESTIONS if question.kind in {"level", "text"}]
        blank = dict.fromkeys(codes)
        rows = [
            {"mentee": one.mentee, "outcome": one.outcome, **blank, **one.levels, **one.texts} for one in self.answers
        ]
        return table(rows, ("mentee", "outcome", *codes))
