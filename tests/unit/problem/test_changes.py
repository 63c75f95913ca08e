"""Every change of a document: what it does to the document, and how it is told."""

import copy
from typing import get_args

import pytest
from pydantic import ValidationError

from prssmi_match.problem.changes import ChangeKind, Lever, apply_changes
from prssmi_match.problem.document import Problem
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.wording import change_sentence, changes_sentence

DOCUMENT = {
    "preset": "none",
    "mentees": [
        {"id": "p", "name": "Pine County", "unacceptable": ["o", "e"], "status": "hold"},
        {"id": "b", "name": "Bay County", "status": "withdrawn"},
    ],
    "mentors": [
        {"id": "o", "name": "Oak City", "min_mentees": 2, "max_mentees": 2, "max_workload": 5, "unacceptable": ["p"]},
        {"id": "e", "name": "Elm City", "status": "withdrawn"},
    ],
    "rules": [
        {"kind": "quota", "where": {"settings": "child_welfare"}, "min": 3, "max": 4},
        {"kind": "quota", "id": "each", "where": {"attributes.grantee": "yes"}, "per": "mentor", "min": 1, "max": 1},
        {"kind": "opening", "min": 2, "max": 2, "must_open": ["e", "o"]},
        {"kind": "selection", "min": 2, "max": 3, "must_match": ["p"]},
        {"kind": "eligibility", "id": "all", "setting": "all", "no_prior_mentor": True, "max_km": 59.508},
        {"kind": "eligibility", "id": "any", "setting": "any", "listed_only": True, "scored_only": True, "max_km": 100},
        {"kind": "eligibility", "id": "people", "team_size": [3, 5], "travelers": [2, 3]},
        {"kind": "pin", "mentee": "p", "mentor": "o"},
        {"kind": "forbid", "mentee": "b", "mentor": "e"},
        {"kind": "together", "mentees": ["p", "b"]},
        {"kind": "apart", "mentees": ["p", "b"]},
        {"kind": "stability"},
    ],
}


def lever(kind, rule_id, *sites, part=""):
    """Return a lever of a rule, or of a fact about sites."""
    return Lever(kind, Fact(rule_id, sites) if sites else Fact("rule", (rule_id,)), part)


CHANGES = [
    (lever("capacity", "capacity", "o"), 1, "Let Oak City take 3 mentees instead of 2."),
    (lever("capacity", "capacity", "e"), 2, "Let Elm City take 5 mentees instead of 3 (assumed: it states no number)."),
    (lever("min_mentees", "min_mentees", "o"), 1, "Let Oak City take as few as 1 instead of 2 mentees."),
    (lever("max_workload", "max_workload", "o"), 2, "Let Oak City take a workload of 7 instead of 5."),
    (lever("mentee_veto", "mentee_veto", "p", "o"), 1, "Ask Pine County to accept Oak City."),
    (lever("mentor_veto", "mentor_veto", "o", "p"), 1, "Ask Oak City to accept Pine County."),
    (lever("mentee_availability", "mentee_availability", "p"), 1, "Take Pine County off hold."),
    (
        lever("mentee_availability", "mentee_availability", "b"),
        1,
        "Ask Bay County, which has withdrawn, to come back.",
    ),
    (
        lever("mentor_availability", "mentor_availability", "e"),
        1,
        "Ask Elm City, which has withdrawn, to come back as a mentor.",
    ),
    (lever("minimum", "quota"), 1, "Require 2 instead of 3 mentees with settings child welfare."),
    (lever("minimum", "each"), 1, "No longer require 1 mentee with grantee yes at each mentor."),
    (lever("minimum", "opening"), 1, "Require 1 instead of 2 mentors."),
    (lever("minimum", "selection"), 2, "No longer require 2 mentees."),
    (lever("maximum", "quota"), 1, "Admit one more mentee with settings child welfare (5 instead of 4)."),
    (lever("maximum", "each"), 2, "Admit 2 more mentees with grantee yes at each mentor (3 instead of 1)."),
    (lever("maximum", "opening"), 1, "Admit one more mentor (3 instead of 2)."),
    (lever("maximum", "selection"), 3, "Admit 3 more mentees (6 instead of 3)."),
    (lever("must", "opening", part="e"), 1, "No longer require Elm City to be used."),
    (lever("must", "selection", part="p"), 1, "No longer require Pine County to be matched."),
    (lever("pin", "pin"), 1, "Drop the pin of Pine County to Oak City."),
    (lever("forbid", "forbid"), 1, "Allow Bay County to be paired with Elm City."),
    (lever("together", "together"), 1, "No longer keep Bay County and Pine County together."),
    (lever("apart", "apart"), 1, "No longer keep Bay County and Pine County apart."),
    (
        lever("stability", "stability"),
        1,
        "Drop the rule that no mentee and mentor may both prefer each other to what they have.",
    ),
    (lever("setting", "all"), 1, "Ask a mentor to cover one of the mentee's settings instead of all."),
    (lever("setting", "all"), 2, "No longer ask that a mentor covers the mentee's settings."),
    (lever("setting", "any"), 1, "No longer ask that a mentor covers one of the mentee's settings."),
    (lever("no_prior_mentor", "all"), 1, "Allow mentors that have mentored the mentee before."),
    (lever("listed_only", "any"), 1, "Allow mentors that the mentee has not listed."),
    (lever("scored_only", "any"), 1, "Allow pairs without a score."),
    (lever("max_km", "all"), 1, "Allow mentors up to 109.508 km away instead of 59.508."),
    (lever("max_km", "any"), 2, "Allow mentors up to 200 km away instead of 100."),
    (lever("team_size", "people", part="low"), 2, "Allow teams of as few as 1 instead of at least 3."),
    (lever("team_size", "people", part="high"), 1, "Allow teams of up to 6 instead of at most 5."),
    (lever("travelers", "people", part="low"), 1, "Allow as few as 1 traveler instead of at least 2."),
    (lever("travelers", "people", part="high"), 2, "Allow up to 5 travelers instead of at most 3."),
]
EDITS = [
    {"mentors": {"o": {"max_mentees": 3}}},
    {"mentors": {"e": {"max_mentees": 5}}},
    {"mentors": {"o": {"min_mentees": 1}}},
    {"mentors": {"o": {"max_workload": 7}}},
    {"mentees": {"p": {"unacceptable": ["e"]}}},
    {"mentors": {"o": {"unacceptable": []}}},
    {"mentees": {"p": {"status": "ready"}}},
    {"mentees": {"b": {"status": "ready"}}},
    {"mentors": {"e": {"status": "active"}}},
    {"rules": {0: {"min": 2}}},
    {"rules": {1: {"min": 0}}},
    {"rules": {2: {"min": 1}}},
    {"rules": {3: {"min": 0}}},
    {"rules": {0: {"max": 5}}},
    {"rules": {1: {"max": 3}}},
    {"rules": {2: {"max": 3}}},
    {"rules": {3: {"max": 6}}},
    {"rules": {2: {"must_open": ["o"]}}},
    {"rules": {3: {"must_match": []}}},
    {"rules": {7: None}},
    {"rules": {8: None}},
    {"rules": {9: None}},
    {"rules": {10: None}},
    {"rules": {11: None}},
    {"rules": {4: {"setting": "any"}}},
    {"rules": {4: {"setting": "off"}}},
    {"rules": {5: {"setting": "off"}}},
    {"rules": {4: {"no_prior_mentor": False}}},
    {"rules": {5: {"listed_only": False}}},
    {"rules": {5: {"scored_only": False}}},
    {"rules": {4: {"max_km": 109.508}}},
    {"rules": {5: {"max_km": 200}}},
    {"rules": {6: {"team_size": [1, 5]}}},
    {"rules": {6: {"team_size": [3, 6]}}},
    {"rules": {6: {"travelers": [1, 3]}}},
    {"rules": {6: {"travelers": [2, 5]}}},
]


def edited(edits):
    """Return the document with fields replaced, written by hand."""
    doc = copy.deepcopy(DOCUMENT)
    for side in ("mentees", "mentors"):
        for row in doc[side]:
            row.update(edits.get(side, {}).get(row["id"], {}))
    rules = [(rule, edits.get("rules", {}).get(row, {})) for row, rule in enumerate(doc["rules"])]
    doc["rules"] = [{**rule, **fields} for rule, fields in rules if fields is not None]
    return Problem.model_validate(doc)


@pytest.mark.parametrize(
    ("moved", "amount", "edits"), [(*change[:2], edits) for change, edits in zip(CHANGES, EDITS, strict=True)]
)
def test_a_change_is_an_edit_of_the_document(moved, amount, edits):
    """A change does what a coordinator would type into the document, and nothing else; the document itself stays."""
    problem = Problem.model_validate(DOCUMENT)
    assert apply_changes(problem, {moved: amount}) == edited(edits)
    assert problem == Problem.model_validate(DOCUMENT)


@pytest.mark.parametrize(("moved", "amount", "sentence"), CHANGES)
def test_changes_in_plain_words(moved, amount, sentence):
    """A change says what to do, with names and both numbers."""
    assert change_sentence(Problem.model_validate(DOCUMENT), moved, amount) == sentence


def test_every_kind_of_change_is_tried():
    """The examples above leave no kind of change out."""
    assert {moved.kind for moved, _, _ in CHANGES} == set(get_args(ChangeKind))


def test_several_changes_at_once():
    """All changes are made on the document as it was, so dropping a rule does not renumber the others meanwhile."""
    rules = [{"kind": "pin", "mentee": mentee, "mentor": "o"} for mentee in ("p", "b")]
    problem = Problem.model_validate({**DOCUMENT, "rules": [*rules, {"kind": "quota", "min": 2, "max": 3}]})
    both = {lever("minimum", "quota"): 2, lever("maximum", "quota"): 1}
    mended = apply_changes(problem, {lever("pin", "pin"): 1, lever("capacity", "capacity", "o"): 1, **both})
    assert [rule.kind for rule in mended.rules] == ["pin", "quota"]
    assert mended.rules[0].mentee == "b"
    assert (mended.rules[1].min, mended.rules[1].max) == (0, 4)
    assert mended.mentor_by_id["o"].max_mentees == 3


def test_several_changes_in_one_sentence():
    """Several changes read as one sentence, in the order given."""
    amounts = {lever("capacity", "capacity", "o"): 1, lever("maximum", "opening"): 1, lever("pin", "pin"): 1}
    assert changes_sentence(Problem.model_validate(DOCUMENT), amounts) == (
        "Let Oak City take 3 mentees instead of 2, admit one more mentor (3 instead of 2) "
        "and drop the pin of Pine County to Oak City."
    )


def program(problem):
    """Return the rules in force by id."""
    return {named.id: named.rule for named in problem.program.rules}


def test_a_rule_of_the_preset_becomes_one_of_the_document():
    """A preset's rule is replaced whole, by its own id, with all else that it says."""
    problem = Problem.model_validate({"preset": "prssmi_2019"})
    mended = apply_changes(problem, {lever("maximum", "opening"): 2, lever("no_prior_mentor", "eligibility"): 1})
    assert {named.id for named in mended.program.replaced} == {"opening", "eligibility"}
    assert program(mended)["opening"].max == 8
    assert program(mended)["eligibility"].setting == "any"
    assert not program(mended)["eligibility"].no_prior_mentor
    assert program(mended)["selection"] == program(problem)["selection"]


@pytest.mark.parametrize(
    "rules", [[], [{"kind": "stability"}], [{"kind": "stability"}, {"kind": "stability"}]], ids=["none", "one", "two"]
)
def test_a_rule_of_the_preset_that_is_dropped_stays_dropped(rules):
    """Stability of the preset is gone for good, also where the document states it besides."""
    problem = Problem.model_validate({"preset": "stable", "rules": rules})
    levers = [lever("stability", named.id) for named in problem.program.rules if named.rule.kind == "stability"]
    mended = apply_changes(problem, dict.fromkeys(levers, 1))
    assert {rule.kind for rule in program(mended).values()} == {"eligibility", "selection", "opening"}
    assert program(mended)["selection"].max == 15
    assert program(mended)["stability"].max is None


def test_the_default_of_settings():
    """Where no rule states a setting, a rule that does is added."""
    default = Lever("setting", Fact("setting"))
    problem = Problem.model_validate({"preset": "none", "rules": [{"kind": "eligibility", "listed_only": True}]})
    assert change_sentence(problem, default, 1) == "No longer ask that a mentor covers one of the mentee's settings."
    assert [rule.setting for rule in program(apply_changes(problem, {default: 1})).values()] == [None, "off"]
    stated = Problem.model_validate({"preset": "prssmi_2019"})
    with pytest.raises(ValueError, match="no setting of 'setting' to change"):
        apply_changes(stated, {default: 1})


MUSTS = [
    ("mentee_preference", "listed_only", "Make being on the mentee's list a strong wish instead of a must."),
    ("pair_score", "scored_only", "Make having a score a strong wish instead of a must."),
    ("setting_fit", "setting", "Make covering all of the mentee's settings a strong wish instead of a must."),
]


@pytest.mark.parametrize("preset", ["none", "prssmi_2019"])
@pytest.mark.parametrize(("wish", "test", "sentence"), MUSTS)
def test_a_must_becomes_a_strong_wish(preset, wish, test, sentence):
    """A must of the strengths becomes high, which weighs the same, and its rule is gone."""
    problem = Problem.model_validate({"preset": preset, "strengths": {wish: "must", "locale_fit": "low"}})
    must = lever(test, f"must-{wish}")
    mended = apply_changes(problem, {must: 1})
    assert mended.strengths == {wish: "high", "locale_fit": "low"}
    assert mended.program.tiers == problem.program.tiers
    assert program(mended) == {name: rule for name, rule in program(problem).items() if name != must.fact.id}
    assert change_sentence(problem, must, 1) == sentence


def test_a_must_beyond_the_default_of_settings():
    """Where the must alone spoke of settings, the default comes after it, and takes a second step."""
    problem = Problem.model_validate({"preset": "none", "strengths": {"setting_fit": "must"}})
    must = lever("setting", "must-setting_fit")
    assert [rule.setting for rule in program(apply_changes(problem, {must: 2})).values()] == ["off"]
    assert change_sentence(problem, must, 2) == "No longer ask that a mentor covers the mentee's settings."
    with pytest.raises(ValueError, match="no setting of 'must-setting_fit'"):
        apply_changes(
            Problem.model_validate({"preset": "prssmi_2019", "strengths": {"setting_fit": "must"}}), {must: 2}
        )


GONE = [
    lever("capacity", "capacity", "x"),
    lever("min_mentees", "min_mentees", "e"),
    lever("max_workload", "max_workload", "e"),
    lever("mentee_veto", "mentee_veto", "b", "o"),
    lever("mentor_veto", "mentor_veto", "x", "b"),
    lever("mentee_availability", "mentee_availability", "x"),
    lever("mentor_availability", "mentor_availability", "o"),
    lever("minimum", "nothing"),
    lever("minimum", "pin"),
    lever("maximum", "people"),
    lever("must", "opening", part="x"),
    lever("pin", "quota"),
    lever("stability", "nothing"),
    lever("listed_only", "all"),
    lever("max_km", "people"),
    lever("setting", "people"),
]


@pytest.mark.parametrize("moved", GONE)
def test_what_is_gone_cannot_be_changed(moved):
    """A change of something that the document does not have is refused, and says what is missing."""
    with pytest.raises(ValueError, match=r"This document has no .* to change") as refused:
        apply_changes(Problem.model_validate(DOCUMENT), {moved: 1})
    assert repr(moved.part or moved.fact.id) in str(refused.value)


def test_a_capacity_below_the_minimum_is_no_document():
    """A document that states an assumed capacity has to reach the minimum, or lower that too."""
    mentor = {"id": "o", "min_mentees": 4}
    problem = Problem.model_validate({"preset": "none", "default_capacity": 1, "mentors": [mentor]})
    more, fewer = lever("capacity", "capacity", "o"), lever("min_mentees", "min_mentees", "o")
    with pytest.raises(ValidationError, match="above max_mentees"):
        apply_changes(problem, {more: 1})
    assert apply_changes(problem, {more: 1, fewer: 2}).mentors[0].max_mentees == 2
