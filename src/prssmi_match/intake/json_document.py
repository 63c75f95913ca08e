"""JSON text to a problem: nothing that JSON readers let pass in silence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.problem.defects import as_findings, format_place
from prssmi_match.problem.document import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.defects import Loc

__all__ = ["parse_document", "parse_json"]


def parse_document(text: str, source: str = "document") -> Problem:
    """Return the problem that a JSON text states.

    Parameters
    ----------
    text : str
        One JSON document.
    source : str
        Its name in findings, such as the file's.

    Raises
    ------
    ProblemError
        With every finding: text that is not JSON (NaN and Infinity are not), a name that stands twice in an object, and
        all defects of fields and references.
    """
    document, findings = parse_json(text, source)
    try:
        problem = Problem.model_validate(document)
    except ValidationError as error:
        findings += as_findings(error)
    else:
        if not findings:
            return problem
    raise ProblemError(findings)


def parse_json(text: str, source: str) -> tuple[Any, list[Finding]]:
    """Return what a JSON text holds, with a finding for every name that stands twice in an object.

    Raises
    ------
    ProblemError
        If the text is not JSON.
    """
    repeated = _Repeated()
    try:
        document = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=repeated.note)
    except json.JSONDecodeError as error:
        raise ProblemError([_malformed(text, source, error)]) from None
    except (RecursionError, ValueError):
        sentence = f"{source} cannot be read as JSON: it is nested too deeply, or a number has thousands of digits."
        raise ProblemError([Finding("malformed_json", source, "", "a JSON document", sentence)]) from None
    return document, list(repeated.findings(document, ()))


class _Repeated:
    """The names that stand twice in an object; :func:`json.loads` would keep the last and drop the others."""

    def __init__(self) -> None:
        # The objects are kept alive, so that no id is used twice.
        self._objects: dict[int, tuple[dict[str, Any], list[str]]] = {}

    def note(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            names = [name for name, _ in pairs]
            self._objects[id(fields)] = (fields, sorted({name for name in names if names.count(name) > 1}))
        return fields

    def findings(self, value: object, loc: Loc) -> Iterator[Finding]:
        """Yield a finding for every repeated name, at its place."""
        if not self._objects:
            return
        match value:
            case dict():
                for name in self._objects.get(id(value), ({}, []))[1]:
                    place = format_place((*loc, name))
                    sentence = f"{place} stands twice in the same object; keep one."
                    yield Finding("duplicate_key", place, repr(name), "each name once", sentence)
                for name, item in value.items():
                    yield from self.findings(item, (*loc, name))
            case list():
                for index, item in enumerate(value):
                    yield from self.findings(item, (*loc, index))
            case _:
                return


def _malformed(text: str, source: str, error: json.JSONDecodeError) -> Finding:
    if not text.strip():
        return Finding("empty_file", source, "", "a JSON document", f"{source} is empty.")
    found = repr(error.doc[error.pos : error.pos + 20])
    sentence = f"{source} is not valid JSON in line {error.lineno}, column {error.colno}: {error.msg}."
    return Finding("malformed_json", f"{source} line {error.lineno}, column {error.colno}", found, "JSON", sentence)
