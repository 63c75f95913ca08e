import pickle

import pytest

from prssmi_match import errors
from prssmi_match.errors import Finding, MissingExtraError, ProblemError, PrssmiMatchError, VerificationError

FINDING = Finding("unknown_id", "mentees[0].preferences[0][0]", "'oka'", "the id of a mentor", "There is no 'oka'.")


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name.endswith("Error")])
def test_one_tree(name):
    """Whatever the library raises on purpose can be caught by one name."""
    assert issubclass(getattr(errors, name), PrssmiMatchError)


def test_finding_as_text_and_as_dictionary():
    """A finding reads as place and sentence, and gives its fields for JSON."""
    assert str(FINDING) == "mentees[0].preferences[0][0]: There is no 'oka'."
    assert FINDING.as_dict() == {
        "code": "unknown_id",
        "place": "mentees[0].preferences[0][0]",
        "found": "'oka'",
        "expected": "the id of a mentor",
        "sentence": "There is no 'oka'.",
        "severity": "error",
    }


@pytest.mark.parametrize(("count", "head"), [(1, "The input has 1 defect:"), (2, "The input has 2 defects:")])
def test_problem_error_lists_every_finding(count, head):
    """The message counts the defects and has a line for each."""
    error = ProblemError([FINDING] * count)
    assert error.findings == (FINDING,) * count
    assert str(error).splitlines() == [head, *[f"- {FINDING}"] * count]


@pytest.mark.parametrize(
    "error",
    [
        ProblemError([FINDING]),
        MissingExtraError("openpyxl", "excel"),
        VerificationError(["Oak City has 4 mentees."], "{}"),
        errors.NoMatchingError("There is no matching: the status is infeasible."),
    ],
)
def test_errors_cross_process_borders(error):
    """An error that was pickled has the same message and attributes."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.__dict__ == error.__dict__


def test_missing_extra_says_what_to_install():
    """The message is a command that can be copied."""
    assert "pip install 'prssmi-match[excel]'" in str(MissingExtraError("openpyxl", "excel"))
