import json

import pytest

import prssmi_match as pm
from unit.verification.documents import problem_of

FIT = {"criterion": "pair_score", "weight": 2}
LOCALE = {"criterion": "locale_fit"}
PROBLEM = problem_of(
    [{"id": "a", "name": "Alder", "status": "provisional"}, "b", {"id": "c", "status": "hold"}],
    [{"id": "m", "name": "Maple", "max_mentees": 1}],
    tiers=[
        {"name": "seats", "maximize": [{"criterion": "coverage"}]},
        {"name": "fit", "maximize": [FIT, LOCALE]},
    ],
    pairs=[{"mentee": "a", "mentor": "m", "score": 30}],
)
INFEASIBLE = problem_of(["a"], ["m"], rules=[{"kind": "selection", "min": 2}])


@pytest.fixture(scope="module")
def result():
    """The answer: a with m, for its score; b is left."""
    return pm.match(PROBLEM)


def test_marks(result):
    """A pair of a mentee that is not ready yet, and one that rests on an unknown, are marked."""
    (pair,) = result.matching.pairs
    assert pair == pm.Pair(mentee="a", mentor="m", assumed=("locale_fit",), provisional=True)


def test_unmatched_are_the_available_ones(result):
    """A mentee on hold was never to be matched."""
    assert result.matching.unmatched == ("b",)


def test_frame(result):
    """One row an available mentee, with names, marks and points by tier; 2 x 30 + 500 for the unknown."""
    frame = result.to_frame()
    assert frame.columns.tolist() == ["mentee", "mentee_name", "mentor", "mentor_name", "provisional", "assumed", "fit"]
    first, second = frame.to_dict("records")
    assert list(first.values()) == ["a", "Alder", "m", "Maple", True, "locale_fit", 560]
    assert [second[column] for column in ("mentee", "mentee_name", "provisional", "assumed")] == ["b", "b", False, ""]
    assert frame[["mentor", "mentor_name", "fit"]].isna().to_numpy().tolist() == [[False] * 3, [True] * 3]


def test_frame_has_none_where_unmatched(result):
    """As documented, who is unmatched has None for a mentor, not a missing number."""
    assert result.to_frame().loc[1, ["mentor", "mentor_name"]].tolist() == [None, None]


def test_frame_of_nobody():
    """A cohort without mentees has a frame with the same columns and no rows."""
    frame = pm.match(problem_of([], ["m"])).to_frame()
    assert frame.empty
    assert frame.columns.tolist()[:2] == ["mentee", "mentee_name"]


def test_json_has_the_answer_but_not_the_problem(result):
    """The serialized result calls the matching by its name and leaves the document out."""
    document = json.loads(result.model_dump_json())
    assert document["status"] == "optimal"
    assert document["matching"]["pairs"][0]["mentor"] == "m"
    assert "problem" not in document
    assert "answer" not in document


def test_status_is_text(result):
    """A status compares with, and prints as, its text."""
    assert result.status == "optimal"
    assert f"{result.status}" == "optimal"


def test_no_matching():
    """A result without a matching says so, and names the status where one is asked for."""
    result = pm.match(INFEASIBLE)
    assert not result.has_matching
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        _ = result.matching
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        result.to_frame()
    assert json.loads(result.model_dump_json())["matching"] is None
    assert result.tiers == ()


def test_provenance(result):
    """The result tells of which document it is, what computed it, and how it was asked."""
    assert len(result.provenance.digest) == 64
    assert set(result.provenance.versions) == {"prssmi-match", "ortools", "pydantic", "python"}
    assert result.provenance.settings == {"time_limit": None, "workers": 1}
