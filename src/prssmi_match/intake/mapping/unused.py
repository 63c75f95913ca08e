"""The columns of an export that no field is filled from: each is told, except the system's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.mapping.contacts import contact_questions
from prssmi_match.intake.mapping.questions import find_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.intake.mapping.model import SideMapping
    from prssmi_match.intake.mapping.questions import Source
    from prssmi_match.intake.surveys.survey import Part, Question, Survey

__all__ = ["contact_note", "unused_findings"]


def contact_note(survey: Survey, side: SideMapping) -> Iterator[str]:
    """Yield which columns were left out since they hold contact data."""
    questions = [] if side.keep_contacts else [repr(question.text) for question in contact_questions(survey)]
    if questions:
        yield f"{survey.sheet.source}: contact data is left out: {', '.join(questions)}."


def unused_findings(survey: Survey, side: SideMapping, sources: Iterable[Source]) -> Iterator[Finding]:
    """Yield a warning for every question that holds something and is neither used nor left out on purpose."""
    used = {part.position for source in sources for part in source.parts}
    left_out = {question.key for key in side.left_out if (question := find_question(survey, key)) is not None}
    private = set() if side.keep_contacts else {question.key for question in contact_questions(survey)}
    for question in survey.questions:
        unused = [part for part in question.parts if part.position not in used and _is_filled(survey, part)]
        if unused and question.key not in left_out | private:
            yield _unused(survey, question, unused)


def _is_filled(survey: Survey, part: Part) -> bool:
    return any(response.cell(part) is not None for response in survey.responses)


def _unused(survey: Survey, question: Question, parts: list[Part]) -> Finding:
    sheet, header = survey.sheet, survey.label_of(parts[0])
    whole = len(parts) == len(question.parts)
    what = "The question" if whole else f"Of the question, {len(parts)} of {len(question.parts)} columns"
    verb = "is" if whole else "are"
    sentence = f"{what} {verb} not used; map it to a field, or list {question.key!r} under left_out in the mapping."
    where = f"{sheet.source} row 1, column {header or parts[0].position + 1}"
    spot = Spot(sheet.file, sheet.sheet, 1, header, parts[0].position, question.text)
    return Finding("unused_column", where, question.text, "a field, or left_out", sentence, "warning", spot)
