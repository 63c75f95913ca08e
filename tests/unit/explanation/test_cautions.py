import pytest

from prssmi_match.explanation import find_cautions
from prssmi_match.problem.document import Problem
from unit.verification.documents import problem_of

COVERAGE = {"name": "seats", "maximize": [{"criterion": "coverage"}]}


def cautions(problem, **options):
    """Return code, sites and sentence of every warning."""
    return [(caution.code, caution.sites, str(caution)) for caution in find_cautions(problem, **options)]


def test_nothing_to_warn_of():
    """A document without any trouble gets no warning."""
    sites = [{"id": "a", "preferences": [["m"]]}], [{"id": "m", "max_mentees": 1, "preferences": [["a"]]}]
    assert cautions(problem_of(*sites, tiers=[COVERAGE])) == []


def test_conflict():
    """Rules that cannot all hold are told in full, before any other warning."""
    mentees, mentors = [{"id": "a", "name": "Pine", "unacceptable": ["m"]}], [{"id": "m", "name": "Oak"}]
    pin = {"kind": "pin", "mentee": "a", "mentor": "m"}
    code, _, sentence = cautions(problem_of(mentees, mentors, rules=[pin]))[0]
    assert code == "conflict"
    assert sentence == (
        "No matching keeps all rules. These cannot all hold: Pine does not accept Oak. Pine must be paired with Oak."
    )


def test_out_of_time_claims_nothing():
    """Without time to look, no conflict is claimed."""
    problem = problem_of(["a"], ["m"], rules=[{"kind": "selection", "min": 2}])
    assert cautions(problem, time_limit=0) == []


def test_replaced_rules_of_the_preset():
    """What a rule of the document drops from the preset is told."""
    sites = {"mentees": [{"id": "a"}], "mentors": [{"id": "m"}], "policy": {"tiers": [COVERAGE]}}
    problem = Problem.model_validate({**sites, "rules": [{"kind": "selection", "min": 1}]})
    assert cautions(problem) == [
        (
            "preset_rule_replaced",
            (),
            "The document's rule 'selection' replaces the preset's, which said: At most 15 mentees are matched.",
        )
    ]


def test_sites_without_a_partner():
    """Available sites that nobody can be paired with are named; those that are not available are not."""
    mentees = [{"id": "a", "name": "Pine", "unacceptable": ["m", "n"]}, "b", {"id": "h", "status": "hold"}]
    mentors = ["m", {"id": "n", "name": "Elm", "unacceptable": ["b"]}, {"id": "w", "status": "withdrawn"}]
    assert cautions(problem_of(mentees, mentors, tiers=[COVERAGE])) == [
        ("mentee_without_mentor", ("a",), "No mentor can be paired with Pine."),
        ("mentor_without_mentee", ("n",), "No mentee can be paired with Elm."),
    ]


@pytest.mark.parametrize(("low", "expected"), [(3, []), (4, [("m",)])])
def test_minimum_above_the_assumed_capacity(low, expected):
    """A mentor that states a minimum above the assumed capacity cannot be used, and is named."""
    found = cautions(problem_of(["a"], [{"id": "m", "min_mentees": low}], tiers=[COVERAGE]))
    assert [sites for code, sites, _ in found if code == "minimum_above_capacity"] == expected
