"""Stability against deferred acceptance, the theorems about it, and all stable matchings found by trial."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import prssmi_match as pm
from property.markets import (
    STABILITY,
    document,
    examples,
    keeps,
    market_rules,
    match,
    matched,
    maximums,
    pins,
    small_markets,
    strict_markets,
    tied_markets,
)
from property.matching_algorithms import (
    assignments,
    blocking_pairs,
    mentees_propose,
    mentors_propose,
    sets_of,
    stable_matchings,
    stable_with_most_matched,
    stable_with_most_used,
)

COVERAGE = {"name": "coverage", "maximize": [{"criterion": "coverage"}]}
FEW_BLOCKING = {"name": "calm", "maximize": [{"criterion": "few_blocking_pairs"}]}


def best_for(side):
    """Return tiers that each rank a stable matching highest that is best for every site of a side at once.

    Strict lists match the same mentees in every stable matching, so the matching that is best for all of a side has the
    componentwise best ranks: any objective that only grows with them finds it, and no other has the same ranks.
    """
    criteria = [{"criterion": f"{side}_preference", "rank_points": [1000, 900, 700, 650, 640, 500, 20, 10]}]
    tiers = [{"maximize": criteria}, {"leximin": {"maximize": criteria}}]
    if side == "mentee":
        tiers += [{"rank_maximal": {}}, {"generous": {}}]
    return st.sampled_from([{"name": "best", **tier} for tier in tiers])


def stable_answer(market, tier, withdrawn=()):
    """Return the library's stable matching of a market of two-sided lists; it always has one."""
    result = match(document(market, rules=[STABILITY], tiers=[tier], listed_only=True, withdrawn=withdrawn))
    assert result.status == "optimal"
    return matched(result)


def tell(name, number, most=3):
    """Count in hypothesis's statistics how contested the examples are."""
    event(f"{name}: {min(number, most)}{'+' if number >= most else ''}")


def check_side_optimal(market, tier, propose):
    """Hold the stable answer under a tier that favors one side against that side's deferred acceptance."""
    expected = propose(market)
    tell("left unmatched", len(market.mentees) - len(expected))
    event(f"the two sides agree: {mentees_propose(market) == mentors_propose(market)}")
    assert stable_answer(market, tier) == expected


@given(market=strict_markets(), tier=best_for("mentee"))
@examples(120)
def test_best_stable_answer_for_mentees_is_their_deferred_acceptance(market, tier):
    """With strict lists, the stable answer with the best ranks for mentees is what acceptance of their offers gives."""
    check_side_optimal(market, tier, mentees_propose)


@given(market=strict_markets(), tier=best_for("mentor"))
@examples(120)
def test_best_stable_answer_for_mentors_is_their_deferred_acceptance(market, tier):
    """With strict lists, the stable answer with the best ranks for mentors is what acceptance of their offers gives."""
    check_side_optimal(market, tier, mentors_propose)


def check_rural_hospitals(market, mentee_tier, mentor_tier):
    """Hold two stable answers, one for each side, against the theorem of the rural hospitals (Roth 1986)."""
    one, other = stable_answer(market, mentee_tier), stable_answer(market, mentor_tier)
    event(f"the two answers differ: {one != other}")
    sets, other_sets = sets_of(one), sets_of(other)
    assert set(one) == set(other)
    for mentor in market.mentors:
        mentees, other_mentees = sets.get(mentor, set()), other_sets.get(mentor, set())
        assert len(mentees) == len(other_mentees)
        assert mentees == other_mentees or len(mentees) == market.capacity[mentor]


@given(market=strict_markets(), mentee_tier=best_for("mentee"), mentor_tier=best_for("mentor"))
@examples(80)
def test_rural_hospitals(market, mentee_tier, mentor_tier):
    """All stable answers match the same mentees and load mentors equally; one with room left has the same mentees."""
    check_rural_hospitals(market, mentee_tier, mentor_tier)


@given(data=st.data(), market=strict_markets())
@examples(60)
def test_one_slot_more_makes_no_mentee_worse_off(data, market):
    """In the stable answer that is best for mentees, more room at one mentor costs no mentee a place on its list."""
    lucky, tier = data.draw(st.sampled_from(sorted(market.mentors))), data.draw(best_for("mentee"))
    roomier = replace(market, capacity={**market.capacity, lucky: market.capacity[lucky] + 1})
    before, after = stable_answer(market, tier), stable_answer(roomier, tier)
    event(f"the answer changes: {before != after}")
    assert all(market.rank(one, after.get(one)) <= market.rank(one, before[one]) for one in before)


@given(data=st.data(), market=strict_markets())
@examples(60)
def test_one_mentee_less_makes_no_other_mentee_worse_off(data, market):
    """In the stable answer that is best for mentees, a withdrawal costs no other mentee a place on its list."""
    tier = data.draw(best_for("mentee"))
    gone = data.draw(st.sampled_from(sorted(market.mentees)))
    stay = set(market.mentees) - {gone}
    before, after = stable_answer(market, tier), stable_answer(market, tier, withdrawn=[gone])
    assert after == mentees_propose(market.part(stay, market.mentors))
    event(f"somebody else moves: {any(before.get(one) != after.get(one) for one in stay)}")
    assert all(market.rank(one, after.get(one)) <= market.rank(one, before[one]) for one in stay & set(before))


def check_stable_or_infeasible(market, rules):
    """Hold the status and the answer under extra rules against every stable matching that keeps them."""
    stable = stable_matchings(market, *maximums(rules))
    left = [one for one in stable if all(keeps(rule, one) for rule in rules)]
    tell("stable matchings", len(stable))
    tell("of them keep the rules", len(left))
    result = match(document(market, rules=[STABILITY, *rules]))
    assert result.status == ("optimal" if left else "infeasible")
    assert not left or matched(result) in left


@given(market=small_markets())
@examples(100)
def test_stability_alone_is_never_infeasible(market):
    """Stability alone always has an answer, and it is one of the stable matchings."""
    assert stable_matchings(market)
    check_stable_or_infeasible(market, [])


@given(data=st.data(), market=small_markets())
@examples(200)
def test_infeasible_exactly_when_no_stable_matching_keeps_the_rules(data, market):
    """With a pin, quotas, minimums, maximums and the like: an answer exactly when a stable matching keeps them all."""
    check_stable_or_infeasible(market, data.draw(market_rules(market)))


@given(data=st.data(), market=small_markets())
@examples(120)
def test_every_stable_matching_can_be_the_answer(data, market):
    """Where the scores ask for its pairs and no others, each stable matching is the answer, and nothing unstable is."""
    wanted = data.draw(st.sampled_from(stable_matchings(market)))
    pairs = [{"mentee": mentee, "mentor": mentor, "score": 1} for mentee, mentor in wanted.items()]
    tier = {"name": "wanted", "maximize": [{"criterion": "pair_score"}]}
    result = match(document(market, rules=[STABILITY], tiers=[tier], pairs=pairs))
    assert (result.tiers[0].value, matched(result)) == (len(wanted), wanted)


def check_largest_stable(market, rules):
    """Hold the coverage of the stable answer against the largest weakly stable matching."""
    sizes = {len(one) for one in stable_matchings(market, *maximums(rules)) if all(keeps(rule, one) for rule in rules)}
    tell("sizes of stable matchings", len(sizes))
    result = match(document(market, rules=[STABILITY, *rules], tiers=[COVERAGE]))
    assert result.status == ("optimal" if sizes else "infeasible")
    if sizes:
        assert not blocking_pairs(market, matched(result), *maximums(rules))
        assert result.tiers[0].value == len(matched(result)) == max(sizes)


@given(market=tied_markets())
@examples(150)
def test_most_matched_of_the_weakly_stable(market):
    """With ties, stable matchings differ in size: the answer is stable by definition, and the largest of them."""
    check_largest_stable(market, [])


def check_fewest_blocking(market, rules):
    """Hold the fewest blocking pairs under rules against every matching that keeps the rules."""
    counts = [
        len(blocking_pairs(market, one, *maximums(rules)))
        for one in assignments(market) if all(keeps(rule, one) for rule in rules)
    ]  # fmt: skip
    result = match(document(market, rules=rules, tiers=[FEW_BLOCKING]))
    assert result.status == ("optimal" if counts else "infeasible")
    if counts:
        tell("fewest blocking pairs", min(counts))
        assert result.tiers[0].value == -len(result.verification.blocking_pairs) == -min(counts)
        assert result.tiers[0].proved


@given(data=st.data(), market=small_markets())
@examples(200)
def test_fewest_blocking_pairs_where_stability_cannot_hold(data, market):
    """Whatever the other rules force, the answer has as few blocking pairs as any matching that keeps them."""
    check_fewest_blocking(market, data.draw(market_rules(market) | pins(market)))


@given(data=st.data(), market=small_markets())
@examples(200)
def test_blocking_pairs_of_any_matching(data, market):
    """The verifier names exactly the blocking pairs of any matching, valid or not, with or without maximums."""
    mentor_of = {one: data.draw(st.none() | st.sampled_from(sorted(market.mentors))) for one in market.mentees}
    mentor_of = {one: mentor for one, mentor in mentor_of.items() if mentor is not None}
    most = data.draw(st.sampled_from([math.inf, len(mentor_of), len(market.mentees)]))
    used = data.draw(st.sampled_from([math.inf, len(sets_of(mentor_of)), len(market.mentors)]))
    limits = (("selection", most), ("opening", used))
    rules = [{"kind": kind, "max": limit} for kind, limit in limits if limit < math.inf]
    found = pm.verify(
        pm.Problem.model_validate(document(market, rules=rules)), pm.Matching(pairs=list(mentor_of.items()))
    ).blocking_pairs
    tell("blocking pairs", len(found))
    assert list(found) == blocking_pairs(market, mentor_of, most, used)


def check_maximum_leaves_a_stable_answer(market, kind, most):
    """Hold that a stable answer exists under one maximum: let in one at a time, and by the library."""
    build = {"selection": stable_with_most_matched, "opening": stable_with_most_used}[kind]
    doc = document(market, rules=[STABILITY, {"kind": kind, "max": most}])
    problem, built = pm.Problem.model_validate(doc), build(market, most)
    count = len(built) if kind == "selection" else len(set(built.values()))
    event(f"the maximum of {kind} is reached: {count == most}")
    assert pm.verify(problem, pm.Matching(pairs=list(built.items()))).valid
    limits = (most, math.inf) if kind == "selection" else (math.inf, most)
    result = pm.match(problem)
    assert result.status == "optimal"
    assert not blocking_pairs(market, matched(result), *limits)


@given(market=strict_markets() | tied_markets(mentees=(2, 8), mentors=(2, 4)), most=st.integers(0, 6))
@examples(200)
def test_selection_maximum_alone_leaves_a_stable_answer(market, most):
    """However few mentees may be selected, some selection is stable: let mentees in one at a time."""
    check_maximum_leaves_a_stable_answer(market, "selection", most)


@given(market=strict_markets() | tied_markets(mentees=(2, 8), mentors=(2, 4)), most=st.integers(0, 4))
@examples(200)
def test_opening_maximum_alone_leaves_a_stable_answer(market, most):
    """However few mentors may be opened, some choice of them is stable: let mentors in one at a time."""
    check_maximum_leaves_a_stable_answer(market, "opening", most)


KINDS = st.sampled_from(["selection", "opening"])


@pytest.mark.slow
@given(market=strict_markets() | tied_markets(mentees=(2, 8), mentors=(2, 4)), kind=KINDS, most=st.integers(0, 6))
@examples(2500)
def test_one_maximum_leaves_a_stable_answer_at_length(market, kind, most):
    """Thousands more markets with one maximum have a stable answer."""
    check_maximum_leaves_a_stable_answer(market, kind, most)


@pytest.mark.slow
@given(data=st.data(), market=small_markets())
@examples(1000)
def test_rules_beside_stability_at_length(data, market):
    """More markets and rules: the status, the largest stable answer and the fewest blocking pairs."""
    rules = data.draw(market_rules(market))
    check_stable_or_infeasible(market, rules)
    check_largest_stable(market, rules)
    check_fewest_blocking(market, rules)


@pytest.mark.slow
@given(market=strict_markets(), mentee_tier=best_for("mentee"), mentor_tier=best_for("mentor"))
@examples(600)
def test_deferred_acceptance_at_length(market, mentee_tier, mentor_tier):
    """More strict markets: both sides' deferred acceptance."""
    check_side_optimal(market, mentee_tier, mentees_propose)
    check_side_optimal(market, mentor_tier, mentors_propose)
