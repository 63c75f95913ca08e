"""An export to answers, with all findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.exports import read_sheet
from prssmi_match.intake.files import load
from prssmi_match.intake.mapping.questions import find_question
from prssmi_match.intake.mapping.responses import counting_responses
from prssmi_match.intake.outcomes.answers import read_answer
from prssmi_match.intake.reading import stop_at_errors
from prssmi_match.intake.surveys import read_survey
from prssmi_match.problem.questionnaire import QUESTIONS

if TYPE_CHECKING:
    import os

    from prssmi_match.intake.surveys.survey import Question as Asked
    from prssmi_match.intake.surveys.survey import Response, Survey
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.questionnaire import Question
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.survey_summary import SurveyAnswer

__all__ = ["SurveyReading", "read_answers"]


@dataclass(frozen=True, slots=True)
class SurveyReading:
    """What the sites answered, by the order of the export, with all findings, and what was done on the way."""

    answers: tuple[SurveyAnswer, ...]
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    def required(self) -> SurveyReading:
        """Return the answers themselves.

        Raises
        ------
        ProblemError
            With all findings, where one is an error.
        """
        stop_at_errors(self.findings)
        return self


def read_answers(
    path: str | os.PathLike[str],
    problem: Problem,
    matching: Matching,
    *,
    system: str | None = None,
    encoding: str | None = None,
) -> SurveyReading:
    """Return what the export of the survey at the end states, question by question as it was shipped.

    Parameters
    ----------
    path : path
        The export of any survey system that is read.
    problem, matching : Problem, Matching
        Of the round.
    system : str, optional
        The name of the system; recognized by default.
    encoding : str, optional
        Of a text file that is not UTF-8.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    """
    source = Path(path)
    data = load(source)
    read = data if isinstance(data, Finding) else read_sheet(data, source.name, encoding=encoding)
    if isinstance(read, Finding):
        return SurveyReading((), (read,))
    sheet, findings = read
    recognized = read_survey(sheet, system)
    if isinstance(recognized, Finding):
        return SurveyReading((), (*findings, recognized))
    survey = recognized.survey
    answers, found = _answers(survey, problem, matching)
    return SurveyReading(tuple(answers), (*findings, *survey.findings, *found), (recognized.note,))


def _answers(survey: Survey, problem: Problem, matching: Matching) -> tuple[list[SurveyAnswer], list[Finding]]:
    asked = {one.code: _found(survey, one) for one in QUESTIONS}
    site = asked["SITE"]
    if site is None:
        first = QUESTIONS[0]
        sentence = (
            f"{survey.sheet.source} has no question “{first.text}” ({first.code}), so nobody can say whose the answers "
            "are; give one question that text."
        )
        return [], [survey.sheet.finding("missing_question", sentence, expected=first.text)]
    findings = [_missing(survey, code) for code, question in asked.items() if question is None]
    found = {code: question for code, question in asked.items() if question is not None}
    counting, repeats = counting_responses(survey, lambda response: _word(response, site), "site", keep_partial=True)
    answers = []
    for response in counting:
        answer, complaints = read_answer(_cells(response, found), problem, matching)
        findings += (
            survey.sheet.finding(
                one.code, one.sentence, row=response.row, found=one.found, expected=one.expected, warning=one.warning
            )
            for one in complaints
        )
        answers += [answer] if answer is not None else []
    findings += _twice(survey, answers)
    return answers, [*findings, *repeats]


def _found(survey: Survey, question: Question) -> Asked | None:
    """Return a question by its code, by its text, or by both as the template prints them."""
    words = (question.code, question.text, f"[{question.code}] {question.text}")
    return next((found for name in words if (found := find_question(survey, name)) is not None), None)


def _cells(response: Response, asked: dict[str, Asked]) -> dict[str, str]:
    words = {code: _word(response, question) for code, question in asked.items()}
    return {code: word for code, word in words.items() if word}


def _word(response: Response, question: Asked) -> str:
    cells = (response.cell(part) for part in question.parts if not part.other)
    return next((str(cell) for cell in cells if cell is not None), "")


def _missing(survey: Survey, code: str) -> Finding:
    text = next(one.text for one in QUESTIONS if one.code == code)
    sentence = f"{survey.sheet.source} has no question “{text}” ({code}); its answers stay unknown."
    return survey.sheet.finding("missing_question", sentence, expected=text, warning=True)


def _twice(survey: Survey, answers: list[SurveyAnswer]) -> list[Finding]:
    """Return a finding for each mentee that is named in two ways, so that both answers would count."""
    sites = [answer.mentee for answer in answers]
    return [
        survey.sheet.finding(
            "repeated_response",
            f"{site!r} answers twice, once by its id and once by its name; remove one of the two rows.",
            found=site,
            expected="one answer a site",
        )
        for site in sorted({site for site in sites if sites.count(site) > 1})
    ]
