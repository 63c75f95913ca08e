"""What-if questions against the oracle: each is the answer of a changed document."""

from __future__ import annotations

import copy
import math

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from oracle.brute_force import best, narrowed
from property.strategies import assignments, documents

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=30, suppress_health_check=HEALTH)
LONG = settings(max_examples=120, suppress_health_check=HEALTH)


def solved(doc):
    """Return the result of a document that has an answer."""
    result = pm.match(pm.Problem.model_validate(doc))
    assume(result.has_matching)
    return result


def assert_answer_of(doc, row, result):
    """Hold a changed answer against the oracle's answer of the changed document."""
    expected = best(doc)
    assert row.proved
    if expected is None:
        assert (row.status, row.change, row.moves) == ("infeasible", {}, ())
        return
    own = {tier.name: tier.value for tier in result.tiers}
    assert row.change == {tier.name: tier.value - own[tier.name] for tier in expected.tiers}
    after = {pair.mentee: pair.mentor for pair in result.matching.pairs}
    after |= {move.mentee: move.after for move in row.moves}
    assert {mentee: mentor for mentee, mentor in after.items() if mentor} == expected.mentor_of


def check_slots(doc):
    """One more and one fewer place at each available mentor are those of the document that says so."""
    result = solved(doc)
    values = pm.whatif.slot_values(result)
    assert values.complete
    places = {mentor.id: result.problem.capacity(mentor) for mentor in result.problem.mentors if mentor.available}
    assert {(row.mentor, row.slots) for row in values.rows} == {
        (mentor, slots) for mentor, count in places.items() for slots in (-1, 1) if count + slots >= 0
    }
    for row in values.rows:
        changed = copy.deepcopy(doc)
        mentor = next(site for site in changed["mentors"] if site["id"] == row.mentor)
        mentor["max_mentees"] = places[row.mentor] + row.slots
        if mentor["max_mentees"] < mentor.get("min_mentees", 0):
            mentor |= {"max_mentees": 0, "min_mentees": 0}
        assert_answer_of(changed, row, result)


def check_rules(doc):
    """The answer without a rule is that of the document that does not state it, or leaves it out of the preset."""
    result = solved(doc)
    costs = pm.whatif.rule_costs(result)
    named = {rule.id: rule for rule in result.problem.program.rules}
    assert [row.rule_id for row in costs.rows] == sorted(named)
    for row in costs.rows:
        stated = [rule for rule in named.values() if rule.id != row.rule_id]
        rules = [{**rule.rule.model_dump(mode="json"), "id": rule.id} for rule in stated]
        policy = {"tiers": [tier.model_dump(mode="json", exclude_none=True) for tier in result.problem.program.tiers]}
        assert_answer_of({**doc, "preset": "none", "rules": rules, "policy": policy}, row, result)


def check_curve(doc):
    """Each point of a give-up curve is what the oracle finds when the tier may give up that much."""
    result = solved(doc)
    tiers = result.problem.program.tiers
    index = next((i for i, tier in enumerate(tiers[:-2]) if "maximize" in tier.model_dump()), None)
    assume(index is not None)
    curve = pm.whatif.give_up_curve(result, tiers[index].name, steps=2)
    step = max(1, math.ceil(abs(result.tiers[index].best) / 100))
    assert [row.given_up for row in curve.rows] == [0, step, 2 * step]
    policy = [tier.model_dump(mode="json", exclude_none=True) for tier in tiers]
    for row in curve.rows:
        policy[index]["give_up"] = {"points": row.given_up}
        expected = best({**doc, "policy": {"tiers": policy}})
        assert (row.value, row.next_best) == (expected.tiers[index].value, expected.tiers[index + 1].best)
        assert row.gain == row.next_best - curve.rows[0].next_best


def check_weights(doc):
    """The best answers are the same at both ends of each range, and others one beyond."""
    result = solved(doc)
    ranges = pm.whatif.weight_ranges(result, most=9)
    own = sets(narrowed(doc))
    assume(len(own) <= 100)
    for row in ranges.rows:
        event(f"{row.low == row.weight} {row.high == row.weight}")
        assert row.proved
        assert 1 <= row.low <= row.weight <= row.high <= max(9, row.weight)
        for weight in {row.low, row.high, *(range(row.low, row.high) if row.between else ())}:
            assert weighed(doc, result, row, weight) == own
        if row.low > 1:
            assert weighed(doc, result, row, row.low - 1) != own
        assert row.high_open == (row.high == max(9, row.weight))
        if not row.high_open:
            assert weighed(doc, result, row, row.high + 1) != own


def weighed(doc, result, row, weight):
    """Return the best answers of the document with one weight changed."""
    policy = [tier.model_dump(mode="json", exclude_none=True) for tier in result.problem.program.tiers]
    tier = next(tier for tier in policy if tier["name"] == row.tier)
    inner = tier.get("maximize") or (tier.get("leximin") or tier.get("max_min"))["maximize"]
    inner[row.place]["weight"] = weight
    return sets(narrowed({**doc, "policy": {"tiers": policy}}))


def sets(lists):
    """Return the best answers as a set."""
    return {tuple(sorted(answer.items())) for answer in lists[-1]}


def check_compare(doc, one):
    """Comparing turns around, and an answer does not differ from itself."""
    result = solved(doc)
    by_hand = pm.Matching(pairs=[(mentee, mentor) for mentee, mentor in one.items() if mentor is not None])
    there, back = pm.compare(result, by_hand), pm.compare(by_hand, result)
    assert there.violations_before == back.violations_after == ()
    assert there.violations_after == back.violations_before == pm.verify(result.problem, by_hand).violations
    assert [(row.mentee, row.before, row.after) for row in there.mentees] == [
        (row.mentee, row.after, row.before) for row in back.mentees
    ]
    assert (there.gainers, there.losers) == (back.losers, back.gainers)
    assert [row.change for row in there.tiers] == [-row.change for row in back.tiers]
    evaluation = pm.evaluate(result.problem, by_hand)
    assert [row.after for row in there.tiers] == [tier.value for tier in evaluation.tiers]
    own = pm.compare(result, result.matching)
    assert (own.mentees, own.loads) == ((), ())


CHECKS = [check_slots, check_rules, check_curve, check_weights]


@pytest.mark.parametrize("check", CHECKS)
@given(doc=documents())
@QUICK
def test_what_if_is_solving_again(check, doc):
    """Slot values, rule costs, give-up curves and weight ranges are those of the changed documents."""
    check(doc)


@given(data=st.data())
@QUICK
def test_comparing_turns_around(data):
    """From one to the other is the reverse of from the other to the one, also for a matching that breaks rules."""
    doc = data.draw(documents())
    check_compare(doc, data.draw(assignments(doc)))


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS)
@given(doc=documents())
@LONG
def test_what_if_is_solving_again_at_length(check, doc):
    """The same, on many more documents."""
    check(doc)
