"""Scenarios of a document: what can be stated, what is refused, and what is told."""

from __future__ import annotations

import pytest

import prssmi_match as pm
from prssmi_match.problem.scenario import Scenario
from unit.solving.answers import problem

TIERS = [
    {"name": "seats", "maximize": [{"criterion": "coverage"}]},
    {"name": "score", "maximize": [{"criterion": "pair_score", "weight": 2}, {"criterion": "few_mentors"}]},
    {"name": "draw", "lottery": {"seed": 1}},
]
ASKED = problem("ab", "mn", tiers=TIERS, scores={"am": 5, "bn": 5, "an": 4, "bm": 1})


def places(row):
    """Return the mentor of each mentee."""
    return {pair.mentee: pair.mentor for pair in row.matching.pairs}


def test_each_kind_of_change():
    """Sites leave, capacities, weights and the seed change, rules come and go; the document stays as it is."""
    before = ASKED.model_dump_json()
    sweep = pm.whatif.sweep(
        ASKED,
        {
            "m leaves": {"withdrawn": ["m"]},
            "a leaves": {"withdrawn": ["a"]},
            "n takes two": {"capacities": {"n": 2}, "weights": {"score": {"few_mentors": 9}}},
            "apart": {"rules": [{"kind": "forbid", "mentee": "a", "mentor": "m"}]},
            "seed": {"seed": 7},
        },
    )
    assert ASKED.model_dump_json() == before
    assert sweep.rows[0].name == "as it is"
    assert places(sweep.of("as it is")) == {"a": "m", "b": "n"}
    assert places(sweep.of("m leaves")) == {"b": "n"}
    assert places(sweep.of("a leaves")) == {"b": "n"}
    assert places(sweep.of("n takes two")) == {"a": "n", "b": "n"}
    assert places(sweep.of("apart")) == {"a": "n", "b": "m"}
    assert sweep.of("seed").values["draw"] != sweep.of("as it is").values["draw"]
    assert sweep.proved
    assert [move.mentee for move in sweep.of("apart").moves] == ["a", "b"]
    assert str(sweep.of("apart")) == "“apart”: 2 mentees are matched; 2 are elsewhere."
    assert str(sweep.of("m leaves")) == "“m leaves”: 1 mentee is matched; 1 mentee is elsewhere."


def test_rules_of_the_preset_and_of_the_document():
    """A rule of the preset can be dropped, and one with the id of another takes its place."""
    asked = pm.Problem.model_validate(
        {
            "mentees": [{"id": name} for name in "abc"],
            "mentors": [{"id": "m", "max_mentees": 3}],
            "rules": [{"kind": "selection", "id": "few", "max": 1}],
        }
    )
    new = {"kind": "selection", "id": "few", "max": 2}
    sweep = pm.whatif.sweep(asked, [{"without_rules": ["few", "selection"]}, {"rules": [new]}])
    assert [len(row.matching.pairs) for row in sweep.rows] == [1, 3, 2]
    assert [row.name for row in sweep.rows] == ["as it is", "scenario 1", "scenario 2"]


def test_other_cohorts():
    """Another document is a scenario of its own, by its name; nobody is told to be elsewhere."""
    other = problem("xyz", "m", name="Autumn")
    sweep = pm.whatif.sweep(ASKED, [other, Scenario(name="later", problem=other, capacities={"m": 3})])
    assert [(row.name, len(row.matching.pairs)) for row in sweep.rows[1:]] == [("Autumn", 1), ("later", 3)]
    assert not any(row.moves for row in sweep.rows)


def test_without_an_answer_the_conflict_is_told():
    """A scenario whose rules cannot all hold says which, and the others have their answers."""
    clash = {"rules": [{"kind": "pin", "mentee": "a", "mentor": "m"}], "withdrawn": ["m"]}
    sweep = pm.whatif.sweep(ASKED, {"clash": clash})
    row = sweep.of("clash")
    assert (row.status, row.matching, row.proved) == ("infeasible", None, True)
    assert str(row).startswith("“clash”: no matching keeps all rules. These cannot all hold: ")
    assert len(row.conflict.members) == 2
    frame = sweep.to_frame()
    assert list(frame.columns) == ["name", "status", "matched", "moved", "seats", "score", "draw", "sentence"]
    assert frame["matched"].isna().tolist() == [False, True]


def test_all_findings_of_all_scenarios_before_anything_is_solved():
    """Unknown names, fields and repeated names are told together, each with its scenario."""
    with pytest.raises(pm.ProblemError) as caught:
        pm.whatif.sweep(ASKED, {"one": {"withdrawn": ["q"], "capacities": {"a": 1}}, "two": {"weights": {"sore": {}}}})
    assert [(found.code, found.place) for found in caught.value.findings] == [
        ("unknown_id", "one: withdrawn"),
        ("unknown_id", "one: capacities"),
        ("unknown_id", "two: weights"),
    ]
    assert "Did you mean 'score'?" in str(caught.value)
    with pytest.raises(pm.ProblemError) as caught:
        pm.whatif.sweep(ASKED, [{"withdrawm": ["a"]}, {"name": "as it is"}, {"name": "b"}, {"name": "b", "seed": "x"}])
    assert [(found.code, found.place) for found in caught.value.findings] == [
        ("extra_forbidden", "scenario 1: withdrawm"),
        ("int_type", "scenario 4: seed"),
        ("duplicate_name", "scenarios"),
    ]
    twice = [{"kind": "stability", "id": "s"}, {"kind": "stability", "id": "s"}]
    with pytest.raises(pm.ProblemError, match="'s'"):
        pm.whatif.sweep(ASKED, {"twice": {"rules": twice}})


def test_out_of_time():
    """Without time there are no rows, and the answer says that it is not complete."""
    sweep = pm.whatif.sweep(ASKED, {"m leaves": {"withdrawn": ["m"]}}, time_limit=0)
    assert (sweep.rows, sweep.complete, sweep.proved) == ((), False, False)
    assert sweep.to_frame().empty
