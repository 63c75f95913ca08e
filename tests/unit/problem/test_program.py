import pytest

from prssmi_match.problem.document import Problem
from prssmi_match.problem.policy import LotteryTier, MaximizeTier
from prssmi_match.problem.rules import Eligibility, Opening, Selection

PRESET_TIERS = ["coverage", "review", "fit", "fairness", "balance", "fit_again", "lottery"]


def program(**document):
    """Return the program of a document."""
    return Problem.model_validate(document).program


def rule_ids(*rules):
    """Return the ids that rules get, in the order in which they are written."""
    problem = Problem.model_validate({"preset": "none", "rules": list(rules)})
    by_rule = {id(named.rule): named.id for named in problem.program.rules}
    return [by_rule[id(rule)] for rule in problem.rules]


@pytest.mark.parametrize(
    ("rules", "ids"),
    [
        ([{"kind": "quota"}], ["quota"]),
        ([{"kind": "quota"}, {"kind": "quota"}, {"kind": "selection"}], ["quota", "quota-2", "selection"]),
        ([{"kind": "quota"}, {"kind": "quota", "id": "quota"}], ["quota-2", "quota"]),
        (
            [{"kind": "quota"}, {"kind": "quota"}, {"kind": "opening", "id": "quota-2"}, {"kind": "quota"}],
            ["quota", "quota-3", "quota-2", "quota-4"],
        ),
    ],
)
def test_rules_are_numbered_within_their_kind(rules, ids):
    """A rule without an id is called by its kind, numbered from the second on; taken ids are skipped."""
    assert rule_ids(*rules) == ids


def test_document_extends_the_preset():
    """A rule with an id of its own stands beside the preset's."""
    merged = program(rules=[{"kind": "selection", "id": "ours", "max": 12}])
    assert [(named.id, named.from_preset) for named in merged.rules] == [
        ("eligibility", True),
        ("opening", True),
        ("ours", False),
        ("selection", True),
    ]
    assert merged.replaced == ()


def test_rule_with_a_preset_id_replaces_it_whole():
    """A plain selection replaces the preset's, and what was dropped is told."""
    merged = program(rules=[{"kind": "selection", "min": 2}])
    rules = {named.id: named.rule for named in merged.rules}
    assert rules["selection"] == Selection(min=2)
    assert [named.rule for named in merged.replaced] == [Selection(id="selection", max=15)]


def test_rule_of_another_kind_can_replace():
    """Only the id decides what is replaced."""
    merged = program(rules=[{"kind": "quota", "id": "opening", "max": 2}])
    assert not any(isinstance(named.rule, Opening) for named in merged.rules)
    assert [named.id for named in merged.replaced] == ["opening"]


def test_preset_of_the_2019_round():
    """The preset has the published limits and the documented tiers."""
    merged = program()
    rules = {named.id: named.rule for named in merged.rules}
    assert rules == {
        "eligibility": Eligibility(id="eligibility", setting="any", no_prior_mentor=True),
        "selection": Selection(id="selection", max=15),
        "opening": Opening(id="opening", max=6),
    }
    assert [tier.name for tier in merged.tiers] == PRESET_TIERS
    weights = {criterion.criterion: criterion.weight for criterion in merged.tiers[2].maximize}
    assert weights == {
        "setting_fit": 4,
        "topic_fit": 3,
        "mentee_preference": 2,
        "mentor_preference": 1,
        "locale_fit": 1,
    }
    assert merged.tiers[1].give_up.points == 20
    assert merged.tiers[2].give_up.percent == 2
    assert merged.tiers[3].leximin.step == 500
    assert merged.tiers[3].leximin.maximize == merged.tiers[5].maximize == merged.tiers[2].maximize
    assert merged.tiers[6].lottery.seed == 2019
    assert (merged.expectations.team_size, merged.expectations.travelers) == ((3, 5), (2, 3))


def test_preset_none_states_nothing():
    """Without a preset there are no rules, no expectations and no tiers but the lottery."""
    merged = program(preset="none")
    assert merged.rules == ()
    assert [(tier.name, tier.lottery.seed) for tier in merged.tiers] == [("lottery", 0)]
    assert merged.expectations.team_size is None
    assert merged.expectations.travelers is None


def test_policy_replaces_the_presets():
    """The document's tiers stand alone, and a lottery with seed 0 is appended."""
    merged = program(policy={"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]})
    assert [type(tier) for tier in merged.tiers] == [MaximizeTier, LotteryTier]
    assert merged.tiers[-1].lottery.seed == 0


def test_stated_lottery_is_kept():
    """A lottery that is stated is not joined by another one."""
    merged = program(policy={"tiers": [{"name": "draw", "lottery": {"seed": 5}}]})
    assert [(tier.name, tier.lottery.seed) for tier in merged.tiers] == [("draw", 5)]


def test_appended_lottery_takes_a_free_name():
    """A tier that is called lottery does not make the names collide."""
    merged = program(policy={"tiers": [{"name": "lottery", "rank_maximal": {}}]})
    assert [tier.name for tier in merged.tiers] == ["lottery", "lottery-2"]


def test_expectations_replace_the_presets_whole():
    """Expectations that leave one field out expect nothing of it."""
    merged = program(expectations={"travelers": [1, 2]})
    assert merged.expectations.travelers == (1, 2)
    assert merged.expectations.team_size is None
