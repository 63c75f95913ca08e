"""Data frames: Python's own values as they are, text as in the tables."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from prssmi_match.errors import ProblemError
from prssmi_match.intake import from_frames
from prssmi_match.problem.policy import Policy
from prssmi_match.problem.rules import Pin

OAK = pd.DataFrame({"id": ["oak"]})


def only(mentees, mentors=OAK, **options):
    """Return the mentee of a frame of one."""
    (mentee,) = from_frames(pd.DataFrame(mentees), mentors, **options).mentees
    return mentee


def findings(*frames, **options):
    """Return code and place of every finding."""
    with pytest.raises(ProblemError) as caught:
        from_frames(*frames, **options)
    return [(found.code, found.place) for found in caught.value.findings]


def test_native_values():
    """Lists, mappings and numbers are taken as they are, numpy's as Python's."""
    mentee = only(
        {
            "id": [7],
            "settings": [["diversion"]],
            "topics": [{"peer workforce": np.int64(5)}],
            "preferences": [[["oak"]]],
            "location": [np.array([46.1, -92.9])],
            "review_score": [Decimal("87.50")],
            "unacceptable": [{"oak"}],
        }
    )
    assert mentee.model_dump(exclude_unset=True) == {
        "id": "7",
        "settings": ("diversion",),
        "topics": {"peer workforce": 5},
        "preferences": (("oak",),),
        "location": (46.1, -92.9),
        "review_score": 87.5,
        "unacceptable": ("oak",),
    }


@pytest.mark.parametrize("blank", [None, np.nan, pd.NA, pd.NaT, "", "  "])
def test_blanks(blank):
    """Every way to say nothing leaves the field out."""
    assert only({"id": ["pine"], "team_size": [blank]}).model_fields_set == {"id"}


def test_whole_numbers_beside_blanks():
    """A frame holds whole numbers beside a blank as decimals; they stay whole numbers, and ids text."""
    problem = from_frames(pd.DataFrame({"id": [1, 2], "team_size": [4, None], "prior_mentors": [3, None]}), OAK)
    assert (problem.mentees[0].id, problem.mentees[0].team_size, problem.mentees[0].prior_mentors) == ("1", 4, ("3",))


def test_text_is_read_as_in_tables():
    """Text in a frame has the form that it has in a file."""
    mentee = only({"id": ["pine"], "settings": ["Diversion|child_welfare"], "preferences": ["oak"]})
    assert (mentee.settings, mentee.preferences) == (("diversion", "child_welfare"), (("oak",),))


def test_the_other_fields():
    """Everything else is an argument, as mappings or as models."""
    problem = from_frames(
        pd.DataFrame({"id": ["pine"]}),
        OAK,
        pd.DataFrame({"mentee": ["pine"], "mentor": ["oak"], "score": [3.0]}),
        pd.DataFrame({"mentee": ["gone"], "mentor": ["oak"]}),
        pd.DataFrame({"round": [2018], "mentee": ["pine"], "satisfaction": [4.0], "mentor": "elm", "answers.Why?": 1}),
        name="Spring",
        preset="none",
        default_capacity=2,
        rules=iter([{"kind": "selection", "max": np.int64(3)}, Pin(mentee="pine", mentor="oak")]),
        policy=Policy.model_validate({"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]}),
        expectations={"team_size": (3, 5)},
    )
    assert (problem.name, problem.preset, problem.default_capacity) == ("Spring", "none", 2)
    assert [rule.kind for rule in problem.rules] == ["selection", "pin"]
    assert problem.pairs[0].score == 3
    assert problem.previous[0].mentee == "gone"
    assert (problem.history[0].satisfaction, problem.history[0].answers) == (4, {"Why?": "1"})
    assert problem.policy is not None
    assert problem.expectations is not None
    assert problem.expectations.team_size == (3, 5)


def test_a_named_index_is_a_column():
    """After set_index("id") the ids are not lost."""
    frame = pd.DataFrame({"id": ["pine"], "team_size": [4]}).set_index("id")
    assert from_frames(frame, OAK).mentees[0].id == "pine"


def test_findings_name_the_row_by_its_label():
    """A finding names table, index label and column; those of arguments the place in the document."""
    frame = pd.DataFrame(
        {"id": ["pine", "fir"], "team_size": [3, 2.5], "settings": [["diverson"], None]}, index=["a", "b"]
    )
    assert findings(frame, OAK, rules=[{"kind": "pin", "mentee": "pine", "mentor": "yew"}]) == [
        ("literal_error", "mentees frame index a, column settings"),
        ("not_a_whole_number", "mentees frame index b, column team_size"),
        ("unknown_id", "rules[0].mentor"),
    ]


def test_headers_of_frames():
    """Columns are checked as in files; a date is not text."""
    frame = pd.DataFrame({"id": ["pine"], "zip": [1], "stage": [pd.Timestamp("2019-05-01")], "team_size": [True]})
    assert findings(frame, OAK) == [
        ("unknown_column", "mentees frame, column zip"),
        ("turned_into_date", "mentees frame index 0, column stage"),
        ("not_a_whole_number", "mentees frame index 0, column team_size"),
    ]


def test_something_else_than_a_frame():
    """A list is a mistake of the caller."""
    with pytest.raises(TypeError, match=r"mentors should be a pandas\.DataFrame, not list"):
        from_frames(OAK, [])


def test_columns_by_other_names():
    """A mapping of columns reads the result of any query: the named columns, and no others."""
    mentees = pd.DataFrame({"site_code": ["pine"], "county": ["Pine"], "size": [4], "notes": ["x"], "id": [17]})
    names = {"mentees": {"site_code": "id", "county": "name", "size": "team_size"}}
    problem = from_frames(mentees, pd.DataFrame({"id": ["oak"]}), columns=names)
    assert [(site.id, site.name, site.team_size) for site in problem.mentees] == [("pine", "Pine", 4)]


def test_findings_name_the_columns_as_the_frame_does():
    """A defect stands at the column of the frame; a column that is not there, and an unknown field, are told."""
    mentees = pd.DataFrame({"site_code": ["pine", "bay"], "size": [4, -1]})
    mentors = pd.DataFrame({"id": ["oak"]})
    columns = {"mentees": {"site_code": "id", "size": "team_size"}}
    assert findings(mentees, mentors, columns=columns) == [("greater_than_equal", "mentees frame index 1, column size")]
    columns = {"mentees": {"site_code": "id", "sizes": "team_size", "size": "teams"}}
    assert findings(mentees, mentors, columns=columns) == [
        ("missing_column", "mentees frame, column sizes"),
        ("unknown_column", "mentees frame, column teams"),
    ]
    with pytest.raises(ValueError, match="no table"):
        from_frames(mentees, mentors, columns={"mentee": {}})
