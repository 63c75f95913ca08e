from typing import get_args

import pytest

from prssmi_match.compatibility import assess
from prssmi_match.problem.criteria import CohortCriterion
from prssmi_match.problem.facts import Fact
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import Formulation, GuardedFormulation, Search
from prssmi_match.solving.cpsat.driver import solve
from unit.solving.answers import problem

MENTEES = [
    {"id": "a", "preferences": [["m"], ["n"]], "review_score": 4, "locale": "rural"},
    {"id": "b", "preferences": [["m"]], "workload": 2},
    {"id": "c", "review_score": -3},
    {"id": "d", "preferences": [["o"]], "locale": "rural"},
]
MENTORS = [
    {"id": "m", "preferences": [["b"], ["a"]], "max_mentees": 2, "min_mentees": 2, "review_score": 1},
    {"id": "n", "max_mentees": 3, "max_workload": 2},
    {"id": "o", "max_mentees": 1, "review_score": 9},
]
RULES = [
    {"kind": "together", "mentees": ["a", "b"], "partial": True},
    {"kind": "together", "mentees": ["a", "c"], "partial": False},
    {"kind": "apart", "mentees": ["b", "d"]},
    {"kind": "opening", "min": 1, "max": 2},
    {"kind": "selection", "min": 1, "max": 3},
    {"kind": "quota", "where": {"locale": "rural"}, "per": "mentor", "min": 0, "max": 1},
    {"kind": "quota", "where": {"locale": "rural"}, "min": 1},
]
COHORT = [criterion() for criterion in get_args(CohortCriterion)]


@pytest.mark.parametrize("rules", [[], RULES, [{"kind": "stability"}, *RULES[3:5]]], ids=["none", "all", "stability"])
def test_hints_are_full_and_true(rules):
    """Every variable is hinted, and the hint is a solution: the next tier starts from the last one's answer."""
    formulation = Formulation(assess(problem(MENTEES, MENTORS, rules)))
    search = Search(formulation, Budget())
    incumbent = search.incumbent
    objective = formulation.objective(COHORT)
    formulation.hint(incumbent)
    hint = formulation.model.proto.solution_hint
    assert sorted(hint.vars) == list(range(len(formulation.model.proto.variables)))
    fixed = formulation.model.clone()
    for index, value in zip(hint.vars, hint.values, strict=True):
        fixed.add(fixed.get_int_var_from_proto_index(index) == value)
    fixed.maximize(formulation.expression(objective))
    answer = solve(fixed, Budget())
    assert answer.optimal
    assert answer.bound == objective.value(incumbent)


def test_nobody_to_pair():
    """A model without pairs is a model: its only answer is nobody."""
    for mentees, mentors in (("", ""), ("a", ""), ("", "m")):
        formulation = Formulation(assess(problem(mentees, mentors)))
        assert Search(formulation, Budget()).incumbent.chosen == ()


VETO = {"id": "a", "unacceptable": ["m"]}
PIN = {"kind": "pin", "id": "pin", "mentee": "a", "mentor": "m"}


def test_every_rule_and_fact_can_be_blamed():
    """A guarded model names its rules and the facts that refuse or limit; a capacity that cannot bind is none."""
    guarded = GuardedFormulation(problem([VETO, "b"], ["m"], [PIN]))
    assert {fact.id for fact in guarded.facts} == {"pin", "mentee_veto:a:m", "capacity:m"}


@pytest.mark.parametrize(
    ("in_force", "feasible"),
    [
        ([], True),
        ([Fact("rule", ("pin",))], True),
        ([Fact("mentee_veto", ("a", "m"))], True),
        ([Fact("rule", ("pin",)), Fact("mentee_veto", ("a", "m"))], False),
    ],
)
def test_what_is_not_in_force_does_not_bind(in_force, feasible):
    """Only the rules and facts in force are kept; the same model answers again and again."""
    guarded = GuardedFormulation(problem([VETO], ["m"], [PIN]))
    for _ in range(2):
        assert guarded.is_feasible(in_force, Budget()) is feasible
    assert guarded.is_feasible(in_force, Budget(time_limit=0)) is None


def test_a_branch_knows_more_by_itself():
    """What a criterion adds to a branch is neither in the model that it came from nor in another branch."""
    base = Formulation(assess(problem(MENTEES, MENTORS, RULES)))
    size = len(base.model.proto.variables)
    found = {}
    for criterion in COHORT:
        branch = base.branch()
        search = Search(branch, Budget())
        found[criterion.criterion] = search.maximize(branch.objective([criterion])).value
        assert len(base.model.proto.variables) == size
    for criterion in COHORT:
        base.objective([criterion])
    for criterion in COHORT:
        search = Search(base.branch(), Budget())
        assert search.maximize(search.objective([criterion])).value == found[criterion.criterion]
