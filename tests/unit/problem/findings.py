"""The findings of a document, as plain tuples."""

from pydantic import ValidationError

from prssmi_match.problem.document import Problem


def findings(document):
    """Return code and place of every finding, in order; empty where the document is read."""
    return [(error["type"], error["loc"]) for error in _errors(document)]


def sentences(document):
    """Return the sentence of every finding."""
    return [error["msg"] for error in _errors(document)]


def _errors(document):
    try:
        Problem.model_validate(document)
    except ValidationError as error:
        return error.errors()
    return []
