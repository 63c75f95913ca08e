"""The answers of the survey at the end, from the export of any survey system that is read."""

from __future__ import annotations

from prssmi_match.intake.outcomes.reading import SurveyReading, read_answers

__all__ = ["SurveyReading", "read_answers"]
