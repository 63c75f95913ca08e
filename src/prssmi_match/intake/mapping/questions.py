"""Fields to the columns of a survey that fill them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.columns import TABLES, find_column
from prssmi_match.intake.mapping.contacts import contact_questions
from prssmi_match.intake.mapping.layouts import default_layout
from prssmi_match.intake.surveys.survey import Layout, Part, Question
from prssmi_match.problem.text import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.columns import Column
    from prssmi_match.intake.mapping.model import FieldMapping, SideMapping
    from prssmi_match.intake.surveys.survey import Survey

__all__ = ["OPEN", "Source", "find_question", "find_sources"]

OPEN = "?"
"""What a draft of a mapping writes where a person must name the question."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field comes from.

    Parameters
    ----------
    column : Column
        The field, as a column of the native table.
    mapped : FieldMapping
        What the mapping says of it.
    layout : Layout
        How the columns hold the answer.
    parts : tuple of Part
        The columns.
    question : str
        What was asked.
    answers : dict of str to str
        What answers mean, by their folded code or text.
    """

    column: Column
    mapped: FieldMapping
    layout: Layout
    parts: tuple[Part, ...]
    question: str
    answers: dict[str, str]


def find_sources(table: str, side: SideMapping, survey: Survey, mapping: str) -> tuple[list[Source], list[Finding]]:
    """Return where every field comes from, and what the mapping says that the survey does not hold.

    Parameters
    ----------
    table : str
        ``mentees`` or ``mentors``.
    mapping : str
        The name of the mapping file, for findings.
    """
    sources: list[Source] = []
    findings: list[Finding] = []
    contacts = {} if side.keep_contacts else {question.key: question for question in contact_questions(survey)}
    for field, mapped in side.fields.items():
        column = find_column(TABLES[table], field)
        assert column is not None  # noqa: S101 - the mapping was checked
        place = f"{mapping}, {table}.fields.{field}"
        asked = [(key, find_question(survey, key)) for key in _keys(mapped)]
        findings += [_unknown(survey, key, place, mapping) for key, question in asked if question is None]
        questions = [question for _, question in asked if question is not None]
        private = [question for question in questions if question.key in contacts]
        findings += [_private(question, field, place, mapping) for question in private]
        if len(questions) == len(asked) and not private:
            source = _source(column, mapped, questions, survey)
            findings += _misfit(source, place, mapping)
            sources.append(source)
    return sources, findings


def _source(column: Column, mapped: FieldMapping, questions: list[Question], survey: Survey) -> Source:
    match mapped.question:
        case str():
            parts = questions[0].parts
        case dict():
            items = mapped.question.values()
            parts = tuple(
                replace(_main(question), key=item, text=item) for question, item in zip(questions, items, strict=True)
            )
        case _:
            parts = tuple(replace(_main(question), key=str(rank)) for rank, question in enumerate(questions, start=1))
    layout = Layout(mapped.layout) if mapped.layout else default_layout(column.kind, mapped, parts, survey)
    answers = {fold(answer): meaning.strip() for answer, meaning in mapped.answers.items()}
    return Source(column, mapped, layout, parts, " / ".join(dict.fromkeys(q.text for q in questions)), answers)


def find_question(survey: Survey, key: str) -> Question | None:
    """Return the question with a code, or else the only one with that text, or the only column with that header."""
    exact = next((question for question in survey.questions if question.key == key), None)
    if exact is not None:
        return exact
    texts = [question for question in survey.questions if fold(key) in {fold(question.key), fold(question.text)}]
    columns = [
        Question(question.key, question.text, (part,))
        for question in survey.questions
        for part in question.parts
        if fold(key) in {fold(survey.header_of(part)), fold(f"{question.key}[{part.key}]")}
    ]
    found = texts or columns
    return found[0] if len(found) == 1 else None


def _keys(mapped: FieldMapping) -> tuple[str, ...]:
    return (mapped.question,) if isinstance(mapped.question, str) else tuple(mapped.question)


def _main(question: Question) -> Part:
    return next((part for part in question.parts if not part.other), question.parts[0])


def _misfit(source: Source, place: str, mapping: str) -> Iterator[Finding]:
    """Yield a finding where one column is needed and there are several."""
    columns = [part for part in source.parts if not part.other]
    alone = source.layout in {Layout.SINGLE, Layout.LISTED, Layout.ORDERED}
    if alone and len(columns) > 1:
        keys = ", ".join(part.key for part in columns[:6])
        sentence = (
            f"{source.column.name} is read from one column, and this question has {len(columns)} ({keys}); name one of "
            "them by its header, or another layout."
        )
        yield Finding("layout", place, source.layout.value, "a question of one column", sentence, spot=Spot(mapping))


def _unknown(survey: Survey, key: str, place: str, mapping: str) -> Finding:
    known = {question.text: question.key for question in survey.questions} | {q.key: q.key for q in survey.questions}
    close = nearest(key, known)
    guess = f" Did you mean {known[close]!r}?" if close else ""
    sentence = f"{survey.sheet.source} has no single question {key!r}.{guess}"
    if key == OPEN:
        sentence = f"No question was found when the mapping was drafted; write in place of {OPEN!r} which one it is."
    expected = f"a question of {survey.sheet.source}"
    return Finding("unknown_question", f"{place}.question", key, expected, sentence, spot=Spot(mapping))


def _private(question: Question, field: str, place: str, mapping: str) -> Finding:
    sentence = (
        f"The question {question.text!r} holds contact data of people, and {field} would be filled from it; leave it "
        "out, or set keep_contacts = true."
    )
    return Finding("contact_column", place, question.key, "no contact data", sentence, spot=Spot(mapping))
