"""Any problem that tables can hold is written to tables that state the same problem."""

from hypothesis import given

import prssmi_match as pm
from property.strategies import documents
from prssmi_match.errors import ProblemError
from prssmi_match.intake.native import as_tables


@given(documents())
def test_tables_hold_the_problem_or_say_that_they_cannot(document):
    """The files are given only after they were read back as the same problem; else the way out is named."""
    problem = pm.Problem.model_validate(document)
    if all(text == text.strip() and text for text in _texts(document)):
        assert {"mentees.csv", "mentors.csv"} <= as_tables(problem).keys()
        return
    try:
        as_tables(problem)
    except ProblemError as error:
        if [finding.code for finding in error.findings] != ["not_a_table"]:
            raise


def _texts(value):
    match value:
        case dict():
            return [text for item in (*value.keys(), *value.values()) for text in _texts(item)]
        case list() | tuple():
            return [text for item in value for text in _texts(item)]
        case str():
            return [value]
        case _:
            return []
