from pathlib import Path
from typing import get_args

import pytest

from architecture.source import drawers
from prssmi_match.problem import rules
from prssmi_match.problem.criteria import CohortCriterion, PairCriterion
from prssmi_match.problem.rules import Rule
from prssmi_match.solving.cpsat.constraints import encode

KINDS = {kind.model_fields["kind"].default for kind in get_args(get_args(Rule)[0])}
PAIR = {criterion.model_fields["criterion"].default for criterion in get_args(PairCriterion)}
COHORT = {criterion.model_fields["criterion"].default for criterion in get_args(CohortCriterion)}
DECIDED_BEFORE = {"eligibility", "forbid"}
"""Kinds that refuse single pairs: compatibility drops those pairs, so there is nothing left to encode."""
LOOKED_UP = {"pair_score"}
"""Criteria without a formula: the points of ``pair_score`` are a field of the document, looked up in one line."""


def test_the_union_of_rules_is_closed():
    """Every kind of rule has its file, and every file its kind."""
    assert drawers("problem", "rules") - {"common"} == KINDS


def test_rule_classes_are_exported():
    """The room offers each kind of rule by its class name."""
    assert {kind.title().replace("_", "") for kind in KINDS} | {"Rule"} == set(rules.__all__)


def test_every_rule_has_its_check():
    """The verifier has a file for each kind of rule."""
    assert drawers("verification", "checks") >= KINDS


def test_every_rule_has_its_encoder():
    """The engine has a file for each kind of rule that is more than a refusal of single pairs."""
    assert drawers("solving", "cpsat", "constraints") - {"facts"} == KINDS - DECIDED_BEFORE


@pytest.mark.parametrize("kind", sorted(DECIDED_BEFORE))
def test_what_is_decided_before_is_not_encoded(kind):
    """A kind without an encoder gives no rows."""
    sites = {"mentee": "a", "mentor": "m"} if kind == "forbid" else {}
    rule = getattr(rules, kind.title().replace("_", ""))(**sites)
    assert list(encode(rule, None)) == []


def test_every_pair_criterion_has_its_points_twice():
    """Each pair criterion has a file on both sides of the wall."""
    assert drawers("compatibility", "criteria") == PAIR - LOOKED_UP
    assert drawers("verification", "points") == PAIR


def test_every_cohort_criterion_has_its_objective_and_its_value():
    """Each cohort criterion has a file on both sides of the wall; both review scores share a sum."""
    assert drawers("solving", "cpsat", "objectives") == COHORT
    assert drawers("verification", "cohort") - {"reviews"} == COHORT


def test_the_tests_have_the_same_drawers():
    """The tests of the engine and of the points have a file for each kind, too."""
    unit = Path(__file__).parents[1] / "unit"

    def tested(*room):
        return {path.stem.removeprefix("test_") for path in unit.joinpath(*room).glob("test_*.py")}

    assert tested("solving", "constraints") >= KINDS - DECIDED_BEFORE
    assert tested("solving", "objectives") >= COHORT
    assert tested("compatibility", "criteria") == PAIR
