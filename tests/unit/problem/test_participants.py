import pytest

from unit.problem.findings import findings


def mentee(**fields):
    """Return the findings of one mentee, as code and field."""
    found = findings({"mentees": [{"id": "pine", **fields}], "mentors": [{"id": "oak"}]})
    return [(code, ".".join(map(str, loc[2:]))) for code, loc in found]


def mentor(**fields):
    """Return the findings of one mentor, as code and field."""
    found = findings({"mentors": [{"id": "oak", **fields}]})
    return [(code, ".".join(map(str, loc[2:]))) for code, loc in found]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "active"}, [("literal_error", "status")]),
        ({"stage": "late"}, [("literal_error", "stage")]),
        ({"locale": "city"}, [("literal_error", "locale")]),
        ({"settings": "diversion"}, [("tuple_type", "settings")]),
        ({"team_size": True}, [("int_type", "team_size")]),
        ({"team_size": "4"}, [("int_type", "team_size")]),
        ({"team_size": 4.0}, [("int_type", "team_size")]),
        ({"travelers": -1}, [("greater_than_equal", "travelers")]),
        ({"workload": None}, [("int_type", "workload")]),
        ({"review_score": "91"}, [("number_type", "review_score")]),
        ({"review_score": False}, [("number_type", "review_score")]),
        ({"review_score": float("nan")}, [("finite_number", "review_score")]),
        ({"review_score": float("-inf")}, [("finite_number", "review_score")]),
        ({"topics": {"courts": 6}}, [("less_than_equal", "topics.courts")]),
        ({"topics": {"courts": 0}}, [("greater_than_equal", "topics.courts")]),
        ({"topics": {" ": 3}}, [("string_pattern_mismatch", "topics. .[key]")]),
        ({"topics": {"Peer work": 3, " peer  WORK": 4}}, [("duplicate_topic", "topics")]),
        ({"preferences": ["oak"]}, [("tuple_type", "preferences.0")]),
        ({"preferences": [[]]}, [("too_short", "preferences.0")]),
        ({"preferences": [[3]]}, [("string_type", "preferences.0.0")]),
        ({"attributes": {"beds": 4}}, [("string_type", "attributes.beds")]),
        ({"location": [91, 0]}, [("less_than_equal", "location.0")]),
        ({"location": [0, -181]}, [("greater_than_equal", "location.1")]),
        ({"location": [0]}, [("missing", "location.1")]),
        ({"location": [0, 0, 0]}, [("too_long", "location")]),
        ({"max_mentees": 3}, [("extra_forbidden", "max_mentees")]),
    ],
)
def test_mentee_fields_are_strict(fields, expected):
    """A value of the wrong type or range is a finding of that field, never coerced."""
    assert mentee(**fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "ready"}, [("literal_error", "status")]),
        ({"locales_served": ["rural", "sea"]}, [("literal_error", "locales_served.1")]),
        ({"min_mentees": 3, "max_mentees": 2}, [("min_above_max", "max_mentees")]),
        ({"max_workload": -1}, [("greater_than_equal", "max_workload")]),
        ({"team_size": 4}, [("extra_forbidden", "team_size")]),
        ({"prior_mentors": []}, [("extra_forbidden", "prior_mentors")]),
    ],
)
def test_mentor_fields_are_strict(fields, expected):
    """A mentor's fields are checked alike, and a mentee's fields are not known to it."""
    assert mentor(**fields) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"review_score": 91},
        {"review_score": -0.5},
        {"location": [46, -92.9]},
        {"organization": "", "state": ""},
        {"team_size": 0, "workload": 0},
    ],
)
def test_what_a_mentee_may_state(fields):
    """Whole numbers stand for decimals; empty text and zero are values."""
    assert mentee(**fields) == []


def test_minimum_above_the_default_capacity_is_no_defect():
    """Whether a minimum can be reached is a matter of two statements, so the document is read."""
    assert mentor(min_mentees=9) == []


@pytest.mark.parametrize(
    ("score", "workload", "codes"),
    [(0, 0, []), (-1, 1, ["greater_than_equal"]), (1.5, 1, ["int_type"]), (1, "2", ["int_type"]), (1, None, [])],
)
def test_pair_rows(score, workload, codes):
    """A score is a whole number from 0 on; a workload may be left open."""
    row = {"mentee": "pine", "mentor": "oak", "score": score, "workload": workload}
    found = findings({"mentees": [{"id": "pine"}], "mentors": [{"id": "oak"}], "pairs": [row]})
    assert [code for code, _ in found] == codes
