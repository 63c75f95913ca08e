import json

import pytest
from pydantic import ValidationError

from prssmi_match.problem.document import Problem
from unit.problem.findings import findings, sentences

# Defects of every sort: a field's type, a value, an unknown field, an order, a reference, a repetition, a policy.
DEFECTIVE = {
    "mentees": [
        {"id": "pine", "team_size": "four", "settings": ["diverson"], "preferences": [["oka"]], "nmae": "Pine"},
        {"id": "pine"},
    ],
    "mentors": [{"id": "oak", "min_mentees": 4, "max_mentees": 2}],
    "rules": [{"kind": "pin", "mentee": "pin", "mentor": "oak"}, {"kind": "slection"}],
    "policy": {"tiers": [{"name": "seats", "maximize": []}]},
}
FINDINGS = {
    ("int_type", ("mentees", 0, "team_size")),
    ("literal_error", ("mentees", 0, "settings", 0)),
    ("extra_forbidden", ("mentees", 0, "nmae")),
    ("unknown_id", ("mentees", 0, "preferences", 0, 0)),
    ("duplicate_id", ("mentees", 1, "id")),
    ("min_above_max", ("mentors", 0, "max_mentees")),
    ("unknown_id", ("rules", 0, "mentee")),
    ("union_tag_invalid", ("rules", 1, "kind")),
    ("too_short", ("policy", "tiers", 0, "maximize")),
}
WRITTEN = {
    "schema_version": "1",
    "name": "Spring cohort",
    "preset": "prssmi_2019",
    "default_capacity": 3,
    "mentees": [
        {
            "id": "pine",
            "organization": None,
            "review_score": 87.5,
            "topics": {"peer workforce": 5},
            "preferences": [["oak"], ["elm"]],
            "location": [46.1, -92],
        }
    ],
    "mentors": [{"id": "oak", "review_score": 91, "max_mentees": None}, {"id": "elm"}],
    "pairs": [{"mentee": "pine", "mentor": "oak", "score": 12}],
    "rules": [
        {"kind": "selection", "max": 12},
        {"kind": "quota", "where": {"settings": "diversion"}, "min": 0},
        {"kind": "eligibility", "team_size": [3, 5], "max_km": 100},
    ],
    "policy": {
        "tiers": [
            {"name": "seats", "maximize": [{"criterion": "coverage"}], "give_up": {"percent": 2.5}},
            {"name": "fair", "leximin": {"maximize": [{"criterion": "same_value", "field": "state"}], "step": 2}},
            {"name": "ranks", "rank_maximal": {}},
            {"lottery": {"seed": 7}},
        ]
    },
    "expectations": {"travelers": [2, 3]},
}


def test_all_findings_at_once():
    """Defects of fields and of references are found together, each with a stable code and its place."""
    found = findings(DEFECTIVE)
    assert set(found) == FINDINGS
    assert len(found) == len(FINDINGS)


def test_json_text_has_the_same_findings():
    """A document given as JSON text is read by the same rules."""
    with pytest.raises(ValidationError) as raised:
        Problem.model_validate_json(json.dumps(DEFECTIVE))
    assert {(error["type"], error["loc"]) for error in raised.value.errors()} == FINDINGS


def test_findings_guess_what_was_meant():
    """A near miss is named together with the word that was probably meant."""
    guesses = {"Did you mean 'diversion'?", "Did you mean 'oak'?", "Did you mean 'name'?", "Did you mean 'selection'?"}
    said = " ".join(sentences(DEFECTIVE))
    assert all(guess in said for guess in guesses)


def test_findings_name_the_site():
    """A sentence says whose field it is, by the id that the user wrote."""
    assert "team_size of mentee 'pine' should be a whole number, not 'four'." in sentences(DEFECTIVE)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ([], [("model_type", ())]),
        ({"mentees": 3}, [("tuple_type", ("mentees",))]),
        ({"mentees": [3]}, [("model_type", ("mentees", 0))]),
        ({"mentees": [{}]}, [("missing", ("mentees", 0, "id"))]),
        ({"mentees": [{"id": " "}]}, [("string_pattern_mismatch", ("mentees", 0, "id"))]),
        ({"schema_version": "2"}, [("literal_error", ("schema_version",))]),
        ({"schema_version": 1}, [("literal_error", ("schema_version",))]),
        ({"preset": "prssmi"}, [("literal_error", ("preset",))]),
        ({"default_capacity": -1}, [("greater_than_equal", ("default_capacity",))]),
        ({"mentor": []}, [("extra_forbidden", ("mentor",))]),
    ],
)
def test_one_defect(document, expected):
    """A document of the wrong shape is one finding at the right place, never a crash."""
    assert findings(document) == expected


@pytest.mark.parametrize("written", [WRITTEN, {}, {"mentees": [{"id": "pine"}]}])
def test_dump_gives_back_what_was_written(written):
    """Neither defaults nor the preset are merged into a document."""
    problem = Problem.model_validate(written)
    assert problem.model_dump(mode="json", exclude_unset=True) == written
    again = Problem.model_validate_json(problem.model_dump_json(exclude_unset=True))
    assert again == problem


def test_full_dump_is_the_same_problem():
    """A dump with every default written out is read as an equal problem."""
    problem = Problem.model_validate(WRITTEN)
    assert Problem.model_validate_json(problem.model_dump_json()) == problem


def test_only_ids_are_required():
    """Sites with nothing but an id make a problem, and the documented defaults apply."""
    problem = Problem.model_validate({"mentees": [{"id": "pine"}], "mentors": [{"id": "oak"}]})
    assert (problem.preset, problem.default_capacity, problem.schema_version) == ("prssmi_2019", 3, "1")
    assert problem.mentees[0].available
    assert problem.mentors[0].available


def test_problem_is_frozen():
    """A problem cannot be changed once it is read."""
    problem = Problem.model_validate(WRITTEN)
    with pytest.raises(ValidationError, match="frozen"):
        problem.name = "other"


def test_sites_are_looked_up_in_the_order_of_ids():
    """The order of rows is forgotten."""
    problem = Problem.model_validate({"mentors": [{"id": "oak"}, {"id": "ash"}], "mentees": [{"id": "b"}, {"id": "a"}]})
    assert list(problem.mentor_by_id) == ["ash", "oak"]
    assert list(problem.mentee_by_id) == ["a", "b"]


def test_copy_works_out_its_program_anew():
    """A copy with other rules does not keep the program, or the look-ups, of the original."""
    problem = Problem.model_validate(WRITTEN)
    assert [named.id for named in problem.program.rules] == ["eligibility", "opening", "quota", "selection"]
    assert set(problem.mentor_by_id) == {"oak", "elm"}
    copy = problem.model_copy(update={"rules": (), "mentors": problem.mentors[:1]})
    assert [named.from_preset for named in copy.program.rules] == [True, True, True]
    assert set(copy.mentor_by_id) == {"oak"}


@pytest.mark.parametrize(("stated", "capacity"), [(None, 4), (0, 0), (2, 2)])
def test_capacity(stated, capacity):
    """A mentor that states no number takes the default; 0 is a number."""
    document = {"default_capacity": 4, "mentors": [{"id": "oak", "max_mentees": stated}]}
    problem = Problem.model_validate(document)
    assert problem.capacity(problem.mentors[0]) == capacity


def test_schema_has_every_field():
    """The JSON Schema of the document can be generated and names its parts."""
    schema = Problem.model_json_schema()
    assert set(schema["properties"]) == set(Problem.model_fields)
    assert schema["additionalProperties"] is False
