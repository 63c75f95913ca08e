"""Degenerate documents: each has an answer or a clear ``ValidationError``, never another exception."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

import prssmi_match as pm
from oracle.brute_force import best, feasible


def match(doc):
    """Match a document, and hold its answer against the oracle's."""
    result = pm.match(pm.Problem.model_validate(doc))
    expected = best(doc)
    if expected is None:
        assert result.status == "infeasible"
    else:
        assert result.status == "optimal"
        assert {pair.mentee: pair.mentor for pair in result.matching.pairs} == expected.mentor_of
        assert feasible(doc, expected.mentor_of)
    return result


def sites(*ids, **fields):
    """Return rows of sites that are alike but for their ids."""
    return [{"id": site, **fields} for site in ids]


@pytest.mark.parametrize("preset", ["prssmi_2019", "none"])
@pytest.mark.parametrize(
    ("mentees", "mentors"),
    [([], []), (["pine"], []), ([], ["oak"]), (["pine", "fir"], []), ([], ["oak", "elm"])],
    ids=["nothing", "one mentee", "one mentor", "mentees", "mentors"],
)
def test_side_without_sites_gives_no_pairs(preset, mentees, mentors):
    """With nobody on a side the answer is an empty matching, and every mentee is unmatched."""
    result = match({"preset": preset, "mentees": sites(*mentees), "mentors": sites(*mentors)})
    assert result.matching.pairs == ()
    assert sorted(result.matching.unmatched) == sorted(mentees)
    assert len(result.to_frame()) == len(mentees)


def test_empty_document_has_an_answer():
    """A document that states nothing at all is a problem, and its answer is empty."""
    result = match({})
    assert result.matching.pairs == ()
    assert [tier.value for tier in result.tiers] == [0] * 7


def test_one_of_each_is_paired():
    """One mentee and one mentor that nothing is known of are paired."""
    assert match({"mentees": sites("pine"), "mentors": sites("oak")}).matching.mentor_of("pine") == "oak"


@pytest.mark.parametrize(
    "doc",
    [
        {"mentees": sites("pine", "fir", status="withdrawn"), "mentors": sites("oak")},
        {"mentees": sites("pine", "fir", status="hold"), "mentors": sites("oak")},
        {"mentees": sites("pine", "fir"), "mentors": sites("oak", "elm", status="withdrawn")},
        {"mentees": sites("pine", unacceptable=["oak"]), "mentors": sites("oak")},
        {"mentees": sites("pine"), "mentors": sites("oak", unacceptable=["pine"])},
        {"mentees": sites("pine", settings=["diversion"]), "mentors": sites("oak", settings=["child_welfare"])},
        {"mentees": sites("pine"), "mentors": sites("pine")},
        {"mentees": sites("pine", organization=" Both "), "mentors": sites("oak", organization="BOTH")},
        {"mentees": sites("pine", "fir"), "mentors": sites("oak"), "default_capacity": 0},
        {"mentees": sites("pine", "fir"), "mentors": sites("oak", max_mentees=0)},
        {"mentees": sites("pine", workload=2), "mentors": sites("oak", max_workload=1)},
        {"mentees": sites("pine"), "mentors": sites("oak"), "rules": [{"kind": "selection", "max": 0}]},
        {"mentees": sites("pine"), "mentors": sites("oak"), "rules": [{"kind": "opening", "max": 0}]},
        {"mentees": sites("pine", "fir"), "mentors": sites("oak", min_mentees=4)},
        {"mentees": sites("pine", "fir", "ash", "elm"), "mentors": sites("oak", min_mentees=4)},
    ],
    ids=[
        "all withdrawn",
        "all on hold",
        "mentors withdrawn",
        "vetoed by the mentee",
        "vetoed by the mentor",
        "no setting in common",
        "the same site",
        "the same organization",
        "default capacity 0",
        "capacity 0",
        "too much work",
        "nobody selected",
        "nobody opened",
        "minimum above the number of mentees",
        "minimum above the default capacity",
    ],
)
def test_nobody_can_be_paired(doc):
    """Where no pair is possible and nothing demands one, the answer is the empty matching."""
    assert match(doc).matching.pairs == ()


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "pin", "mentee": "pine", "mentor": "oak"},
        {"kind": "selection", "min": 1},
        {"kind": "selection", "must_match": ["pine"]},
        {"kind": "opening", "min": 1},
        {"kind": "opening", "must_open": ["oak"]},
        {"kind": "quota", "min": 1},
    ],
    ids=["pin", "selection min", "must_match", "opening min", "must_open", "quota min"],
)
@pytest.mark.parametrize("status", ["withdrawn", "hold"])
def test_demand_that_nobody_can_meet_is_infeasible(rule, status):
    """A rule that needs a pair while the only mentee is not available is a status, not an error."""
    result = match({"mentees": sites("pine", status=status), "mentors": sites("oak"), "rules": [rule]})
    assert result.tiers == ()
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        _ = result.matching


def test_demand_of_an_empty_cohort_is_infeasible():
    """A minimum with no sites at all is infeasible."""
    assert not match({"rules": [{"kind": "selection", "min": 1}]}).has_matching


@pytest.mark.parametrize(
    ("mentee", "mentor"),
    [
        ("007", "7"),
        ("1e3", "1000"),
        ("2019-04-01", "2019-04-02"),
        ("None", "null"),
        ("true", "False"),
        ("NaN", "inf"),
        ("🌲", "🌳🏽"),
        ("مقاطعة الصنوبر", "מחוז אלון"),
        ("\u202epine\u202c", "oak\u200b"),
        ("a|b", "c|d"),
        ("../etc", "C:\\oak"),
        ('"quoted"', "<b>&amp;</b>"),
        ("=1+1", "@SUM(A1)"),
        (" pine ", "oak\n"),
        ("e\u0301lan", "élan"),
        ("x" * 500, "y" * 500),
    ],
    ids=[
        "numbers",
        "decimals",
        "dates",
        "nothing",
        "truth",
        "not a number",
        "emoji",
        "right to left",
        "invisible",
        "bars",
        "paths",
        "markup",
        "formulas",
        "spaces",
        "accents",
        "long",
    ],
)
def test_ids_and_names_are_text_whatever_they_look_like(mentee, mentor):
    """Ids and names that look like numbers, dates, code or markup, in any script and length, come back unchanged."""
    doc = {
        "mentees": [{"id": mentee, "name": mentee * 2, "preferences": [[mentor]]}, {"id": "other", "name": "n" * 500}],
        "mentors": [{"id": mentor, "name": mentor * 2, "preferences": [[mentee]], "max_mentees": 1}],
        "rules": [{"kind": "pin", "mentee": mentee, "mentor": mentor, "reason": mentor}],
    }
    result = match(doc)
    assert [pair.key for pair in result.matching.pairs] == [(mentee, mentor)]
    assert result.matching.unmatched == ("other",)
    assert result.to_frame().loc[lambda rows: rows["mentee"] == mentee, "mentor_name"].item() == mentor * 2


@pytest.mark.parametrize(
    ("doc", "code"),
    [
        ({"mentees": [{"id": 7}]}, "string_type"),
        ({"mentees": [{"id": dt.date(2019, 4, 1)}]}, "string_type"),
        ({"mentees": [{"id": ""}]}, "string_too_short"),
        ({"mentees": [{"id": " "}]}, "string_pattern_mismatch"),
        ({"mentees": [{}]}, "missing"),
        ({"mentees": sites("pine", "pine")}, "duplicate_id"),
        ({"mentors": sites("oak", min_mentees=2, max_mentees=1)}, "min_above_max"),
        ({"mentors": sites("oak", max_mentees=-1)}, "greater_than_equal"),
        ({"mentors": sites("oak", max_mentees=True)}, "int_type"),
        ({"mentors": sites("oak", review_score=float("nan"))}, "finite_number"),
        ({"mentors": sites("oak", location=[91, 0])}, "less_than_equal"),
        ({"default_capacity": None}, "int_type"),
    ],
    ids=[
        "number as id",
        "date as id",
        "empty id",
        "blank id",
        "no id",
        "id twice",
        "minimum above maximum",
        "negative capacity",
        "true as capacity",
        "score that is no number",
        "beyond the pole",
        "no default capacity",
    ],
)
def test_defect_is_a_validation_error_with_its_code(doc, code):
    """A defect of one field is refused with a stable code, before anything is matched."""
    with pytest.raises(ValidationError) as refused:
        pm.Problem.model_validate(doc)
    assert code in [finding["type"] for finding in refused.value.errors()]


def test_special_tiers_of_an_empty_cohort():
    """Every kind of special tier has a value and a profile where there is nobody."""
    fit = {"maximize": [{"criterion": "setting_fit"}]}
    kinds = [{"leximin": fit}, {"max_min": fit}, {"rank_maximal": {}}, {"generous": {}}, {"lottery": {"seed": 1}}]
    tiers = [{"name": f"tier {number}", **kind} for number, kind in enumerate(kinds)]
    found = match({"policy": {"tiers": tiers}}).tiers
    assert [(tier.value, tier.profile) for tier in found] == [(0, ()), (0, None), (0, (0,)), (0, (0,)), (0, None)]


def test_weights_at_the_edge_are_exact():
    """A tier that stays just within 2^53 is exact to the last unit; one beyond it is refused."""
    scores = {"oak": 2**53 - 1, "elm": 2**53}
    rows = [{"mentee": "pine", "mentor": mentor, "score": score} for mentor, score in scores.items()]
    tiers = [{"name": "scores", "maximize": [{"criterion": "pair_score"}]}]
    doc = {"mentees": sites("pine"), "mentors": sites("oak", "elm"), "pairs": rows, "policy": {"tiers": tiers}}
    assert match(doc).tiers[0].best == 2**53
    rows[1]["score"] += 1
    with pytest.raises(ValidationError):
        pm.Problem.model_validate(doc)
