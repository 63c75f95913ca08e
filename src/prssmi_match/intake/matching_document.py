"""JSON text to a matching: a result, a matching, or a bare list of pairs."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.json_document import parse_json
from prssmi_match.problem.defects import format_place
from prssmi_match.solution.matching import Matching

__all__ = ["parse_matching"]

EXPECTED = "a result, a matching, or a list of [mentee, mentor] pairs"


def parse_matching(text: str, source: str = "document") -> Matching:
    """Return the matching that a JSON text states.

    Parameters
    ----------
    text : str
        A result as ``match`` writes it, its ``matching`` alone, or a list of pairs.
    source : str
        Its name in findings.

    Raises
    ------
    ProblemError
        With every finding: text that is not JSON, a result without a matching, and all defects of pairs.
    """
    document, findings = parse_json(text, source)
    if isinstance(document, dict) and "status" in document:
        if document.get("matching") is None:
            sentence = f"{source} holds a result without a matching: its status is {document['status']!r}."
            raise ProblemError([*findings, Finding("no_matching", source, str(document["status"]), EXPECTED, sentence)])
        document = document["matching"]
    try:
        matching = Matching.model_validate({"pairs": document} if isinstance(document, list) else document)
    except ValidationError as error:
        findings += [_finding(details) for details in error.errors(include_url=False)]
    else:
        if not findings:
            return matching
    raise ProblemError(findings)


def _finding(details: Any) -> Finding:  # noqa: ANN401 - pydantic's error details
    place = format_place(details["loc"])
    sentence = f"{details['msg']}. The file should hold {EXPECTED}."
    return Finding(details["type"], place, repr(details["input"])[:60], EXPECTED, sentence)
