"""Columns that hold people's contact data: known by what was asked, and by what stands in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.intake.surveys.survey import Part, Question, Survey

__all__ = ["contact_questions", "is_contact"]

_ASKED = re.compile(
    r"\b(e-?mail|phones?|telephone|tel|mobile|cell ?phone|fax|first ?name|last ?name|sur ?name|full name|your name"
    r"|(contact|person|applicant|respondent|director|coordinator|chief|sheriff|signer|submitter)'?s? ?(full )?name"
    r"|name of (the )?(contact|person|applicant|respondent|director|coordinator|chief|sheriff)\w*"
    r"|name of (the )?(primary|main|lead|secondary|program|project) (contact|person|director|coordinator|manager)"
    r"|contact (person|info\w*|details|data)|(primary|main|secondary|lead|project|program) contact"
    r"|(street|mailing|postal|home|ip) ?address|zip ?code|postal code|date of birth|signature)\b"
)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d(][\d\s().-]{6,}\d(\s*(x|ext\.?)\s*\d+)?")


def is_contact(text: str) -> bool:
    """Whether a question asks for what leads to a person.

    >>> is_contact("E-mail address of the project lead"), is_contact("Name of your organization")
    (True, False)
    """
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text)
    return _ASKED.search(fold(words)) is not None


def contact_questions(survey: Survey) -> tuple[Question, ...]:
    """Return the questions that hold contact data, by their text, or because most of their cells are such."""
    return tuple(
        question
        for question in survey.questions
        if is_contact(question.text)
        or is_contact(question.key)
        or any(is_contact(part.text) or _holds_contacts(survey, part) for part in question.parts)
    )


def _holds_contacts(survey: Survey, part: Part) -> bool:
    cells = [str(cell) for response in survey.responses if (cell := response.cell(part)) is not None]
    alike = [cell for cell in cells if _MAIL.fullmatch(cell) or (_PHONE.fullmatch(cell) and _digits(cell) >= 10)]  # noqa: PLR2004 - a phone number's
    return 2 * len(alike) > len(cells)


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text) if not re.search(r"\d\.\d{3,}", text) else 0
