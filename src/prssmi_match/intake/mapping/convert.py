"""The export of one side's survey to its native table: which responses count, and every field of each."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.grid import Grid, Origin, Row
from prssmi_match.intake.mapping.questions import find_sources
from prssmi_match.intake.mapping.responses import counting_responses
from prssmi_match.intake.mapping.swapped import swapped_ranking
from prssmi_match.intake.mapping.unused import contact_note, unused_findings
from prssmi_match.intake.mapping.values import read_answer
from prssmi_match.intake.mapping.vocabulary import Vocabulary, options_of

if TYPE_CHECKING:
    from prssmi_match.intake.mapping.model import SideMapping
    from prssmi_match.intake.mapping.questions import Source
    from prssmi_match.intake.surveys.survey import Part, Response, Survey

__all__ = ["Applications", "gather", "tabulate"]


@dataclass(frozen=True, slots=True)
class Applications:
    """The responses of one side that count, before their answers are read.

    Parameters
    ----------
    table : str
        ``mentees`` or ``mentors``.
    side : SideMapping
        The mapping of the side.
    survey : Survey
        The export.
    sources : tuple of Source
        Where every field comes from, the id first.
    responses : tuple of (Response, str)
        The responses that count, with the id of their site; empty where it is blank.
    findings : tuple of Finding
        What is wrong, or left out, so far.
    notes : tuple of str
        What was done, in words.
    """

    table: str
    side: SideMapping
    survey: Survey
    sources: tuple[Source, ...]
    responses: tuple[tuple[Response, str], ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    def vocabulary(self) -> Vocabulary:
        """Return the sites by which the other side's answers are understood."""
        named = _source(self.sources, "name")
        names = {site: _text(named, response, self.survey) for response, site in self.responses if site}
        return Vocabulary(names, self.table.removesuffix("s"))


def gather(table: str, side: SideMapping, survey: Survey, mapping: str) -> Applications:
    """Return the applications of one side."""
    sources, findings = find_sources(table, side, survey, mapping)
    known_by = _source(sources, side.one_per)

    def key(response: Response) -> str:
        return _text(known_by, response, survey) or _id(sources, response, survey)

    counting, left_out = counting_responses(survey, key, side.one_per, keep_partial=side.partial == "keep")
    sources.sort(key=lambda source: source.column.name != "id")
    read = f"{len(counting)} of {len(survey.responses)} submissions count."
    notes = (f"{survey.sheet.source}: {read}", *contact_note(survey, side))
    return Applications(
        table,
        side,
        survey,
        tuple(sources),
        tuple((response, _id(sources, response, survey)) for response in counting),
        (*survey.findings, *findings, *left_out, *unused_findings(survey, side, sources)),
        notes,
    )


def tabulate(applications: Applications, vocabulary: Vocabulary) -> Grid:
    """Return the native table of the applications, with every finding at its cell of the export.

    Parameters
    ----------
    vocabulary : Vocabulary
        The sites of the other side.
    """
    survey = applications.survey
    chosen = [response for response, _ in applications.responses]
    findings: list[tuple[tuple[int, int], Finding]] = []
    sources: list[Source] = []
    for source in applications.sources:
        swapped = swapped_ranking(source, survey, chosen, vocabulary)
        if swapped is None:
            sources.append(source)
        else:
            findings.append(((-1, source.parts[0].position), swapped))
    fields = [source for source in sources if source.column.name != "id"]
    options = [options_of(source, vocabulary) for source in fields]
    settled: set[tuple[int, str]] = set()
    rows: list[Row] = []
    for line, (response, site) in enumerate(applications.responses):
        cells: list[object] = [site or None]
        for source, known in zip(fields, options, strict=True):
            value, complaints = read_answer(source, response, survey, vocabulary, known)
            cells.append(value if value not in ([], {}) else None)
            for part, complaint in complaints:
                finding = _finding(
                    applications, source, response, part, complaint.code, complaint.expected, complaint.sentence
                )
                findings.append(((line, part.position), finding))
                settled.add((line, source.column.name))
        rows.append(Row(response.row.place, tuple(cells), response.row.number, response.row.cells))
    return Grid(
        survey.sheet.source,
        ("id", *(source.column.name for source in fields)),
        tuple(rows),
        file=survey.sheet.file,
        sheet=survey.sheet.sheet,
        origins=_origins(applications),
        findings=tuple(findings),
        settled=frozenset(settled),
    )


def _origins(applications: Applications) -> dict[str, Origin]:
    origins = {
        source.column.name: Origin(
            source.parts[0].position, applications.survey.label_of(source.parts[0]), source.question
        )
        for source in applications.sources
    }
    if "id" not in origins and "name" in origins:
        origins["id"] = origins["name"]
    return origins


def _finding(  # noqa: PLR0913, PLR0917 - a cell and what is wrong with it
    applications: Applications,
    source: Source,
    response: Response,
    part: Part,
    code: str,
    expected: str,
    sentence: str,
) -> Finding:
    sheet, header = applications.survey.sheet, applications.survey.label_of(part)
    content = response.cell(part)
    place = f"{sheet.source} {response.row.place}, column {header or part.position + 1}"
    spot = Spot(sheet.file, sheet.sheet, response.row.number, header, part.position, source.question)
    return Finding(code, place, "" if content is None else str(content), expected, sentence, spot=spot)


def _id(sources: list[Source], response: Response, survey: Survey) -> str:
    """Return the id that a response states, or that is made of its name."""
    stated = _source(sources, "id")
    if stated is not None:
        text = _text(stated, response, survey)
        return slug(text) if stated.mapped.slug else text
    return slug(_text(_source(sources, "name"), response, survey))


def _source(sources: list[Source] | tuple[Source, ...], field: str) -> Source | None:
    return next((source for source in sources if source.column.name == field), None)


def _text(source: Source | None, response: Response, survey: Survey) -> str:
    if source is None:
        return ""
    value, _ = read_answer(source, response, survey, Vocabulary(), ())
    return "" if value is None else str(value)


def slug(text: str) -> str:
    """Return a text as an id: lower case, words joined by hyphens, accents kept where letters have no plain form.

    >>> slug("St. Mary's County")
    'st-mary-s-county'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
