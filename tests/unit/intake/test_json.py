"""JSON documents: what JSON readers let pass in silence is found."""

import json

import pytest

from prssmi_match.errors import ProblemError
from prssmi_match.intake import parse_document, read_problem


def findings(text, source="cohort.json"):
    """Return code and place of every finding."""
    with pytest.raises(ProblemError) as caught:
        parse_document(text, source)
    return [(found.code, found.place) for found in caught.value.findings]


def test_a_document(tmp_path):
    """A document is read from a file, with or without the mark of UTF-8, and gives back what was written."""
    document = {"name": "Peña", "mentees": [{"id": "pine", "review_score": 87.5}], "mentors": [{"id": "oak"}]}
    file = tmp_path / "cohort.JSON"
    for encoding in ("utf-8", "utf-8-sig"):
        file.write_text(json.dumps(document, ensure_ascii=False), encoding=encoding)
        assert read_problem(file).model_dump(mode="json", exclude_unset=True) == document


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "empty_file", "cohort.json"),
        ('{"name":\n "x",}', "malformed_json", "cohort.json line 2, column 6"),
        ("[" * 100_000, "malformed_json", "cohort.json"),
        ('{"default_capacity": ' + "9" * 5000 + "}", "malformed_json", "cohort.json"),
        ("[1]", "model_type", "document"),
        ('{"name": "a", "name": "b"}', "duplicate_key", "name"),
        ('{"mentees": [{"id": "a", "topics": {"t": 1, "t": 2}}]}', "duplicate_key", "mentees[0].topics.t"),
        ('{"mentees": [{"id": "a", "review_score": NaN}]}', "finite_number", "mentees[0].review_score"),
        ('{"mentees": [{"id": "a", "review_score": 1e999}]}', "finite_number", "mentees[0].review_score"),
    ],
)
def test_text_that_is_no_document(text, code, place):
    """Malformed text has a line and a column, everything else a place in the document."""
    assert findings(text) == [(code, place)]


def test_all_findings_of_a_document():
    """Repeated names, fields and references are reported together."""
    text = '{"mentees": [{"id": "a", "state": "MN", "state": "WI", "stage": "old", "preferences": [["x"]]}]}'
    assert {code for code, _ in findings(text)} == {"duplicate_key", "literal_error", "unknown_id"}


def test_bytes_that_are_no_text(tmp_path, findings_of):
    """A JSON file in another encoding is refused, and read where the encoding is named."""
    file = tmp_path / "cohort.json"
    file.write_bytes('{"name": "é"}'.encode("cp1252"))
    assert [found.code for found in findings_of(file)] == ["undecodable"]
    assert read_problem(file, encoding="cp1252").name == "é"
