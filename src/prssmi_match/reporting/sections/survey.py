"""What the mentees answered at the end: counts, medians, and their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.questionnaire import QUESTIONS
from prssmi_match.reporting.document import Column, Data, Items, Number, Section, Table, Text
from prssmi_match.reporting.words import joined, name_mentee

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.survey_summary import SurveySummary

__all__ = ["build_survey"]

_COLUMNS = (
    Column("Question", "prose"),
    *(Column(str(level), "number") for level in range(1, 6)),
    Column("Median", "number"),
)


def build_survey(problem: Problem, survey: SurveySummary) -> Iterator[Section]:
    """Return how many gave each answer, what they wrote, and who has not answered."""
    blocks: list[Block] = [Text(survey.sentence)]
    if survey.silent:
        names = joined(name_mentee(problem, mentee) for mentee in survey.silent)
        blocks.append(Text(("No answer yet from ", *names, ".")))
    if survey.answers:
        ended = sum(answer.outcome == "ended_early" for answer in survey.answers)
        blocks.append(Text(f"Mentorships that ended early: {ended} of {len(survey.answers)}."))
        rows: tuple[tuple[Content, ...], ...] = tuple(
            (level.question, *map(Number, level.counts), _median(level.median)) for level in survey.levels
        )
        blocks.append(Table(_COLUMNS, rows, "How many answered what, from 1 (not at all) to 5 (very)"))
        blocks += _texts(problem, survey)
    yield Section("survey", "The survey at the end", tuple(blocks))


def _median(value: float | None) -> str:
    return "No answer" if value is None else f"{value:g}"


def _texts(problem: Problem, survey: SurveySummary) -> Iterator[Block]:
    for question in QUESTIONS:
        quoted: tuple[Content, ...] = tuple(
            (name_mentee(problem, answer.mentee), ": “", Data(answer.texts[question.code]), "”")
            for answer in survey.answers
            if question.code in answer.texts
        )
        if quoted:
            yield Text(question.text)
            yield Items(quoted)
