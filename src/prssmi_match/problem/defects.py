"""Defects of a document: one shape for those that pydantic finds and those that this library finds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic_core import InitErrorDetails, PydanticCustomError

from prssmi_match.errors import Finding
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

__all__ = ["Defect", "Loc", "as_findings", "defect_of", "format_place", "plain_findings", "subject"]

Loc = tuple[int | str, ...]

_EXPECTED = {
    "string_type": "text",
    "string_pattern_mismatch": "text that is not blank",
    "string_too_short": "text that is not blank",
    "string_unicode": "valid Unicode text",
    "int_type": "a whole number",
    "int_parsing_size": "a smaller whole number",
    "bool_type": "true or false",
    "number_type": "a number",
    "finite_number": "a finite number",
    "tuple_type": "a list",
    "dict_type": "an object of names and values",
    "model_type": "an object of fields",
    "model_attributes_type": "an object of fields",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "greater_than": "more than {gt}",
    "less_than": "less than {lt}",
    "datetime_type": "a date and time with its zone and without quotes, such as 2026-11-24T09:30:00Z",
    "timezone_aware": "a date and time with its zone, such as 2026-11-24T09:30:00Z",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
}
_OWNERS = {
    "mentees": "mentee",
    "mentors": "mentor",
    "pairs": "pair row",
    "previous": "previous pair",
    "history": "history row",
    "rules": "rule",
    "overrides": "override",
}


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect: a stable code, its place in the document, and a sentence that says how to mend it."""

    code: str
    loc: Loc
    found: object
    sentence: str
    expected: str = ""

    def details(self) -> InitErrorDetails:
        """Return the defect as pydantic takes it."""
        context = {"sentence": self.sentence, "expected": self.expected}
        error = PydanticCustomError(self.code, "{sentence}", context)
        return InitErrorDetails(type=error, loc=self.loc, input=self.found)


def format_place(loc: Loc) -> str:
    """Return a place as it is written in code.

    >>> format_place(("mentees", 0, "preferences", 1))
    'mentees[0].preferences[1]'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".") or "document"


def as_findings(error: ValidationError) -> list[Finding]:
    """Return the findings of a validation error, one each, in its order."""
    return [_as_finding(details) for details in error.errors(include_url=False)]


def plain_findings(
    error: ValidationError, stated: object, fields: Mapping[str, Iterable[str]], place: str = ""
) -> list[Finding]:
    """Return the findings of a validation error of another document than a problem, in plain words.

    Parameters
    ----------
    stated : object
        The document as written.
    fields : mapping of str to iterable of str
        As for :func:`defect_of`.
    place : str
        What the place of each finding begins with, such as the name of a file.
    """
    findings = []
    for details in error.errors(include_url=False):
        if "sentence" in details.get("ctx", {}):  # a problem inside has said it already
            finding = _as_finding(details)
        else:
            defect = defect_of(details, stated, fields)
            finding = Finding(
                defect.code, format_place(defect.loc), _short(defect.found), defect.expected, defect.sentence
            )
        findings.append(replace(finding, place=f"{place}: {finding.place}") if place else finding)
    return findings


def _as_finding(details: ErrorDetails) -> Finding:
    context = details.get("ctx", {})
    sentence = str(context.get("sentence", details["msg"]))
    expected = str(context.get("expected", ""))
    return Finding(details["type"], format_place(details["loc"]), _short(details["input"]), expected, sentence)


def defect_of(details: ErrorDetails, document: object, fields: Mapping[str, Iterable[str]]) -> Defect:
    """Restate an error of pydantic in plain words, at the place where it stands in the document.

    Parameters
    ----------
    details : ErrorDetails
        One of ``ValidationError.errors()``.
    document : object
        The whole document as written.
    fields : mapping of str to iterable of str
        The known fields of each kind of owner, for "did you mean".
    """
    loc = _written_place(details, document)
    what, expected = _what(details, loc, document, fields)
    sentence = f"{subject(loc, document)} {what}"
    return Defect(
        details["type"], loc, details["input"], sentence if sentence[-1] in "?." else f"{sentence}.", expected
    )


def _what(details: ErrorDetails, loc: Loc, document: object, fields: Mapping[str, Iterable[str]]) -> tuple[str, str]:
    code, context = details["type"], details.get("ctx", {})
    found = _short(details["input"])
    match code:
        case "missing" | "union_tag_not_found":
            return "is missing", "a value"
        case "extra_forbidden":
            return f"is not a known field{_guess(str(loc[-1]), fields.get(_owner(loc, document), ()))}", "a known field"
        case "literal_error" | "union_tag_invalid":
            known = re.findall(r"'([^']*)'", str(context.get("expected", context.get("expected_tags", ""))))
            word = str(context.get("tag", details["input"]))
            return (
                f"is {_short(word)}{_guess(word, known)} Use one of: {', '.join(known)}",
                f"one of {', '.join(known)}",
            )
        case _ if code in _EXPECTED:
            expected = _EXPECTED[code].format(**context)
            return f"should be {expected}, not {found}", expected
        case _:
            return f"is {found}: {details['msg'].removesuffix('.')}", ""


def subject(loc: Loc, document: object) -> str:
    """Return whose field a place is, in words: ``team_size of mentee 'pine'``."""
    field = format_place(loc[2:]) if len(loc) > 2 else ""  # noqa: PLR2004 - a side and a row
    if len(loc) < 2 or not isinstance(loc[1], int) or loc[0] not in _OWNERS:  # noqa: PLR2004
        return format_place(loc)
    row = _at(document, loc[:2])
    name = row.get("id", row.get("kind")) if isinstance(row, dict) else None
    owner = f"{_OWNERS[str(loc[0])]} {_short(name) if isinstance(name, str) else f'number {loc[1] + 1}'}"
    return f"{field} of {owner}" if field else owner


def _written_place(details: ErrorDetails, document: object) -> Loc:
    """Drop the tags that unions put into a place, and name the field that tells a union's members apart."""
    loc: list[int | str] = []
    here = document
    parts = details["loc"]
    for index, part in enumerate(parts):
        inside = _child(here, part)
        if inside is _ABSENT and isinstance(part, str) and (index + 1 < len(parts) or part.endswith("_tier")):
            continue
        loc.append(part)
        here = inside
    if details["type"] in {"union_tag_invalid", "union_tag_not_found"}:
        loc.append(str(details.get("ctx", {}).get("discriminator", "")).strip("'"))
    return tuple(loc)


_ABSENT = object()


def _child(here: object, part: int | str) -> object:
    if isinstance(here, dict):
        return here.get(part, _ABSENT)
    if isinstance(here, list | tuple) and isinstance(part, int) and part < len(here):
        return here[part]
    return _ABSENT


def _at(document: object, loc: Loc) -> object:
    here = document
    for part in loc:
        here = _child(here, part)
    return here


def _owner(loc: Loc, document: object) -> str:
    if len(loc) == 1:
        return "document"
    if loc[0] == "rules" and len(loc) == 3:  # noqa: PLR2004 - rules, its row, its field
        row = _at(document, loc[:2])
        return str(row.get("kind")) if isinstance(row, dict) else ""
    return str(loc[0]) if len(loc) == 3 else ""  # noqa: PLR2004 - a side, its row, its field


def _guess(word: str, known: Iterable[str]) -> str:
    close = nearest(word, known)
    return f". Did you mean {close!r}?" if close and close != word else "."


def _short(value: Any, most: int = 60) -> str:  # noqa: ANN401 - shows whatever was written
    text = value.isoformat() if isinstance(value, date) else repr(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"
