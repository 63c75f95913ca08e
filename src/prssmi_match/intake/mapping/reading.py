"""``mapping.toml`` to a mapping, or to all findings at once."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, Spot
from prssmi_match.intake.columns import TABLES, Kind, find_column
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.mapping.layouts import layouts_of
from prssmi_match.intake.mapping.model import BEST_LEVEL, FieldMapping, Mapping, SideMapping
from prssmi_match.intake.reviews.settings import ReviewSettings, RubricCriterion
from prssmi_match.intake.toml_text import malformed_toml
from prssmi_match.problem.defects import defect_of, format_place
from prssmi_match.problem.text import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from prssmi_match.intake.columns import Column
    from prssmi_match.problem.defects import Loc

__all__ = ["MAPPING", "parse_mapping", "read_mapping"]

MAPPING = "mapping.toml"
"""The name of the file in a folder of exports."""


def read_mapping(data: bytes, source: str = MAPPING) -> Mapping | list[Finding]:
    """Return the mapping that a file states; TOML is always UTF-8."""
    text = decode(data, source)
    if isinstance(text, Finding):
        return [text]
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return [malformed_toml(source, str(error))]
    return parse_mapping(content, source)


def parse_mapping(content: dict[str, Any], source: str = MAPPING) -> Mapping | list[Finding]:
    """Return the mapping that plain data states, or all its defects."""
    try:
        mapping = Mapping.model_validate(content)
    except ValidationError as error:
        return [_misread(source, details, content) for details in error.errors(include_url=False)]
    return list(_defects(mapping, source)) or mapping


def _misread(source: str, details: ErrorDetails, content: dict[str, Any]) -> Finding:
    known = (*_owner(details["loc"]).model_fields,)
    defect = defect_of(details, content, dict.fromkeys(("document", "", str(details["loc"][0])), known))
    unknown = defect.code == "extra_forbidden"
    found, expected = ("", f"one of {', '.join(known)}") if unknown else (str(defect.found), defect.expected)
    return _finding(source, defect.code, format_place(defect.loc), found, expected, defect.sentence)


def _owner(loc: Loc) -> type[BaseModel]:
    """Return what a field belongs to, by its place in a mapping."""
    match loc:
        case (_,):
            return Mapping
        case ("reviews", "rubric", _, _, *_):
            return RubricCriterion
        case ("reviews", *_):
            return ReviewSettings
        case (_, "fields", _, _, *_):
            return FieldMapping
        case _:
            return SideMapping


def _defects(mapping: Mapping, source: str) -> Iterator[Finding]:
    if not mapping.sides() and mapping.reviews is None:
        sentence = f"{source} maps nothing: it needs a section [mentees], [mentors] or [reviews]."
        yield _finding(source, "empty_mapping", "", "", "a section [mentees], [mentors] or [reviews]", sentence)
    for name, side in mapping.sides().items():
        if "id" not in side.fields and "name" not in side.fields:
            sentence = f"{name} need a field id, or a field name that ids can be made of."
            yield _finding(source, "missing", f"{name}.fields", "", "a field id or name", sentence)
        if side.one_per != "id" and side.one_per not in side.fields:
            sentence = f"Repeats are to be known by the {side.one_per}, but no question fills that field."
            yield _finding(source, "missing", f"{name}.one_per", side.one_per, "a field that is filled", sentence)
        for field, mapped in side.fields.items():
            yield from _field_defects(source, name, field, mapped)


def _field_defects(source: str, table: str, field: str, mapped: FieldMapping) -> Iterator[Finding]:
    place = f"{table}.fields.{field}"
    column = find_column(TABLES[table], field)
    if column is None:
        close = nearest(field, (known.name for known in TABLES[table].columns))
        guess = f" Did you mean {close!r}?" if close else ""
        sentence = f"{field!r} is not a field of {table}.{guess} Otherwise write it as 'attributes.{field}'."
        yield _finding(source, "unknown_column", place, field, "a known field", sentence)
        return
    known = layouts_of(column.kind)
    if mapped.layout is not None and mapped.layout not in known:
        words = ", ".join(known)
        sentence = f"{field} cannot be read from the layout {mapped.layout!r}; use {words}."
        yield _finding(source, "layout", f"{place}.layout", mapped.layout, f"one of {words}", sentence)
    if mapped.slug and field != "id":
        sentence = f"Only an id can be made of an answer, not {field}; remove slug."
        yield _finding(source, "slug", f"{place}.slug", "true", "no slug", sentence)
    yield from _word_defects(source, place, column, mapped)


def _word_defects(source: str, place: str, column: Column, mapped: FieldMapping) -> Iterator[Finding]:
    """Yield what is wrong with the meanings of words."""
    meanings: dict[str, str] = {}
    for answer, value in mapped.answers.items():
        if meanings.setdefault(fold(answer), value) != value:
            sentence = (
                f"{answer!r} stands twice in the answers of {column.name}, in other letters, with two meanings: "
                "keep one."
            )
            yield _finding(source, "two_meanings", f"{place}.answers", answer, "each answer once", sentence)
    for words, level in mapped.levels.items():
        if level > BEST_LEVEL and column.kind is not Kind.GROUPS:
            sentence = (
                f"{words!r} should be a level from 1 to {BEST_LEVEL}, or 0 to leave it out; only ranks go higher."
            )
            yield _finding(source, "level", f"{place}.levels", words, f"0 to {BEST_LEVEL}", sentence)


def _finding(source: str, code: str, place: str, found: str, expected: str, sentence: str) -> Finding:  # noqa: PLR0913, PLR0917 - the fields of a finding
    return Finding(code, f"{source}, {place}" if place else source, found, expected, sentence, spot=Spot(source))
