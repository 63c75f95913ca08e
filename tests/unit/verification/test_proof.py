import pytest

import prssmi_match as pm
from prssmi_match.solution.proof import ProofStep, TierProof
from prssmi_match.verification import recompute_bounds
from unit.verification.documents import problem_of

COVERAGE = {"name": "seats", "maximize": [{"criterion": "coverage"}]}
SCORE = {"name": "score", "maximize": [{"criterion": "pair_score"}]}
ROWS = [{"mentee": "a", "mentor": "m", "score": 5}, {"mentee": "b", "mentor": "m", "score": 4}]
ONE = {"id": "m", "max_mentees": 1}


def recomputed(problem, pairs, *multipliers, tier="score"):
    """Return values and bounds of a tier for claimed multipliers, one dictionary a step."""
    steps = tuple(ProofStep(0, one) for one in multipliers)
    found = recompute_bounds(problem, pm.Matching(pairs=pairs), [TierProof(tier, steps)])
    return [(one.values, one.bounds, one.proved) for one in found]


def test_a_price_of_the_scarce_place_proves_the_best():
    """With one place at 5 points, or at 4, nobody earns more than 5; with none, 9 is not excluded."""
    problem = problem_of("ab", [ONE], tiers=[SCORE], pairs=ROWS)
    assert recomputed(problem, [("a", "m")], {("capacity", "m"): 5}) == [((5,), (5,), True)]
    assert recomputed(problem, [("a", "m")], {("capacity", "m"): 4}) == [((5,), (5,), True)]
    assert recomputed(problem, [("a", "m")], {}) == [((5,), (9,), False)]


def test_a_worse_answer_is_not_proved():
    """The bound does not come down to an answer that is not the best."""
    problem = problem_of("ab", [ONE], tiers=[SCORE], pairs=ROWS)
    assert recomputed(problem, [("b", "m")], {("capacity", "m"): 4}) == [((4,), (5,), False)]


def test_a_limit_with_a_price_of_the_wrong_sign_helps_nobody():
    """A price below 0 on a maximum only makes the bound worse."""
    problem = problem_of("ab", [ONE], tiers=[SCORE], pairs=ROWS)
    assert recomputed(problem, [("a", "m")], {("capacity", "m"): -2}) == [((5,), (13,), False)]


def test_a_later_tier_is_proved_among_the_best_of_the_first():
    """Once the first tier is proved, pairs that would worsen it are out; without its proof nothing follows."""
    problem = problem_of("ab", ["m"], [{"kind": "selection", "max": 1}], tiers=[SCORE, COVERAGE], pairs=ROWS)
    first = TierProof("score", (ProofStep(5, {("rule", "selection"): 5}),))
    second = TierProof("seats", (ProofStep(1, {("rule", "selection"): 1}),))
    answer = pm.Matching(pairs=[("a", "m")])
    assert [one.proved for one in recompute_bounds(problem, answer, [first, second])] == [True, True]
    assert recompute_bounds(problem, answer, [second]) == ()


@pytest.mark.parametrize(
    ("levels", "is_covered"),
    [
        ([-1, 4], True),
        ([-1, 3, 4], True),
        ([-1], False),
        ([-1, 5], False),
        ([4], False),
        ([4, -1], False),
        ([None], False),
    ],
)
def test_levels_have_to_tell_the_whole_list(levels, is_covered):
    """Of leximin, levels that rise, leave nobody of the answer between them and nobody above, prove its list."""
    fair = {"name": "fair", "leximin": {"maximize": [{"criterion": "pair_score"}]}}
    problem = problem_of(["a", "b"], [ONE], tiers=[fair], pairs=[*ROWS[1:], {**ROWS[0], "score": 2}])
    place = {("capacity", "m"): 1}
    steps = tuple(ProofStep(0, place if level == -1 else {}, level) for level in levels)
    found = recompute_bounds(problem, pm.Matching(pairs=[("b", "m")]), [TierProof("fair", steps)])
    assert bool(found) == is_covered
    assert all(one.values[0] == one.bounds[0] == 1 for one in found)


@pytest.mark.parametrize(
    "key",
    [
        ("capacity", "nobody"),
        ("rule", "eligibility"),
        ("rule", "apart", "nobody"),
        ("min_mentees", "m"),
        ("rule", "quota", "m"),
        ("rule", "selection", "b"),
        ("else",),
    ],
)
def test_what_the_document_does_not_say_is_no_limit(key):
    """A multiplier for something that no rule states is refused."""
    rules = [
        {"kind": "quota", "max": 1},
        {"kind": "selection", "must_match": ["a"]},
        {"kind": "apart", "mentees": ["a", "b"]},
    ]
    problem = problem_of("ab", [{"id": "m", "min_mentees": 1}], rules, tiers=[SCORE])
    if key == ("rule", "apart", "nobody"):
        assert recomputed(problem, [("a", "m")], {key: 3}) == recomputed(problem, [("a", "m")], {})
        return
    with pytest.raises(KeyError):
        recomputed(problem, [("a", "m")], {key: 3})


@pytest.mark.parametrize(
    ("rules", "fields", "key"),
    [
        ([{"kind": "selection", "max": 1}], {}, ("rule", "selection")),
        ([{"kind": "quota", "where": {}, "max": 1}], {}, ("rule", "quota")),
        ([{"kind": "quota", "where": {}, "max": 1, "per": "mentor"}], {}, ("rule", "quota", "m")),
        ([{"kind": "apart", "mentees": ["a", "b"]}], {}, ("rule", "apart", "m")),
        ([], {"max_workload": 1}, ("max_workload", "m")),
    ],
)
def test_every_limit_can_carry_a_proof(rules, fields, key):
    """Whatever holds the number down to one proves that five points are the most."""
    problem = problem_of("ab", [{"id": "m", **fields}], rules, tiers=[SCORE], pairs=ROWS)
    assert recomputed(problem, [("a", "m")], {key: 5}) == [((5,), (5,), True)]


@pytest.mark.parametrize(
    ("rules", "fields", "key"),
    [
        ([{"kind": "selection", "min": 1}], {}, ("rule", "selection")),
        ([{"kind": "selection", "must_match": ["a"]}], {}, ("rule", "selection", "a")),
        ([{"kind": "pin", "mentee": "a", "mentor": "m"}], {}, ("rule", "pin")),
        ([{"kind": "opening", "must_open": ["m"]}], {}, ("rule", "opening", "m")),
        ([{"kind": "opening", "must_open": ["m"]}], {"min_mentees": 1}, ("min_mentees", "m")),
    ],
)
def test_every_minimum_can_carry_a_proof(rules, fields, key):
    """Whatever forces a pair proves that its loss cannot be avoided."""
    history = [{"round": 2018, "mentee": "x", "mentor": "m"}]
    rest = {"name": "score", "maximize": [{"criterion": "mentor_rest"}]}
    problem = problem_of("a", [{"id": "m", **fields}], rules, tiers=[rest], history=history)
    assert recomputed(problem, [("a", "m")], {key: -1}) == [((-1,), (-1,), True)]


def test_a_proof_is_not_written():
    """The document of a result is the same with and without a proof."""
    result = pm.match(problem_of("ab", [ONE], tiers=[SCORE], pairs=ROWS))
    assert [tier.name for tier in result.proof] == ["score", "lottery"]
    assert "proof" not in result.model_dump(mode="json")
    assert pm.Result.model_validate({**result.model_dump(mode="json"), "problem": result.problem}).proof == ()
