"""Survey exports to questions and responses: one small module a system."""

from __future__ import annotations

from prssmi_match.intake.surveys.reader import GROUP, SurveyReader, survey_readers
from prssmi_match.intake.surveys.recognition import Recognized, read_survey
from prssmi_match.intake.surveys.survey import Layout, Marks, Part, Question, Response, Survey

__all__ = [
    "GROUP",
    "Layout",
    "Marks",
    "Part",
    "Question",
    "Recognized",
    "Response",
    "Survey",
    "SurveyReader",
    "read_survey",
    "survey_readers",
]
