"""What-ifs re-use what the answer proved: the same as the changed documents, read and matched from the start."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, event, given, settings

import prssmi_match as pm
from property.rich import rich_documents

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=12, suppress_health_check=HEALTH)
LONG = settings(max_examples=120, suppress_health_check=HEALTH)
PLENTY = 40


def rebuilt(doc, **changes):
    """Return the result of a changed document, of which nothing is known."""
    return pm.match(pm.Problem.model_validate({**doc, **changes}))


def policy_of(result):
    """Return the tiers in force as dictionaries."""
    return [tier.model_dump(mode="json", exclude_none=True) for tier in result.problem.program.tiers]


def values(result):
    """Return the value of each tier."""
    return {tier.name: tier.value for tier in result.tiers}


def after(result, moves):
    """Return mentors by mentee once the moves are made."""
    mentors = {pair.mentee: pair.mentor for pair in result.matching.pairs}
    mentors |= {move.mentee: move.after for move in moves}
    return {mentee: mentor for mentee, mentor in mentors.items() if mentor}


def answer_of(result):
    """Return mentors by mentee."""
    return {pair.mentee: pair.mentor for pair in result.matching.pairs}


def best_answers(result):
    """Return all best answers; None where there are too many."""
    others = pm.alternatives(result, PLENTY, kind="best")
    assert others.proved
    if not others.complete:
        return None
    return {tuple(answer_of(one).items()) for one in (result, *others.answers)}


def check_give_up(doc, result):
    """Every amount, of every tier that can give up, is the document that gives up as much."""
    tiers = policy_of(result)
    for index, tier in enumerate(tiers[:-2]):
        if "maximize" not in tier:
            continue
        for row in pm.whatif.give_up_curve(result, tier["name"], steps=4).rows:
            changed = {**tier, "give_up": {"points": row.given_up}}
            again = rebuilt(doc, policy={"tiers": [*tiers[:index], changed, *tiers[index + 1 :]]})
            own, following = again.tiers[index : index + 2]
            assert row.proved
            assert (row.value, row.next_best, row.next_profile) == (own.value, following.best, following.profile)
            assert after(result, row.moves) == answer_of(again)


def check_places(doc, result):
    """Every place more or less is the document that says so."""
    for row in pm.whatif.slot_values(result).rows:
        places = result.problem.capacity(result.problem.mentor_by_id[row.mentor]) + row.slots
        own = next(site for site in doc["mentors"] if site["id"] == row.mentor)
        usable = places >= own.get("min_mentees", 0)
        site = {**own, "max_mentees": places} if usable else {**own, "max_mentees": 0, "min_mentees": 0}
        again = rebuilt(doc, mentors=[site if other is own else other for other in doc["mentors"]])
        assert (row.proved, row.status) == (True, again.status)
        if again.has_matching:
            assert row.change == {name: value - values(result)[name] for name, value in values(again).items()}
            assert after(result, row.moves) == answer_of(again)


def check_prices(doc, result):
    """Every price of a pair is that of the document with a pin, and nothing is asked of one that is refused."""
    for row in pm.whatif.pair_prices(result).rows:
        pin = {"kind": "pin", "id": "the question", "mentee": row.mentee, "mentor": row.mentor}
        again = rebuilt(doc, rules=[*doc["rules"], pin])
        assert (row.proved, row.possible) == (True, again.has_matching)
        if again.has_matching:
            assert row.price == {name: values(result)[name] - value for name, value in values(again).items()}
            assert after(result, row.moves) == answer_of(again)


def check_weights(doc, result):
    """At both ends of every range the best answers are those of the document, and one beyond they are others."""
    own = best_answers(result)
    assume(own is not None)
    tiers = policy_of(result)
    for row in pm.whatif.weight_ranges(result, most=6).rows:
        event(f"{row.low == row.weight} {row.high == row.weight}")
        place = next(index for index, tier in enumerate(tiers) if tier["name"] == row.tier)
        beyond = {row.low - 1, *([] if row.high_open else [row.high + 1])} - {0}
        assert row.proved
        for weight in {row.low, row.high, *beyond}:
            changed = weighing(tiers[place], row, weight)
            again = rebuilt(doc, policy={"tiers": [*tiers[:place], changed, *tiers[place + 1 :]]})
            assert (best_answers(again) == own) == (weight not in beyond)


def weighing(tier, row, weight):
    """Return a tier with another weight in one place."""
    kind = next(name for name in ("maximize", "leximin", "max_min") if name in tier)
    inner = tier[kind] if kind == "maximize" else tier[kind]["maximize"]
    changed = [{**one, "weight": weight} if place == row.place else one for place, one in enumerate(inner)]
    return {**tier, kind: changed if kind == "maximize" else {**tier[kind], "maximize": changed}}


CHECKS = [check_give_up, check_places, check_prices, check_weights]


def run(check, doc):
    """Put a question to the answer of a document that has one."""
    result = rebuilt(doc)
    assume(result.has_matching)
    check(doc, result)


@pytest.mark.parametrize("check", CHECKS)
@given(doc=rich_documents())
@QUICK
def test_reused_is_rebuilt(check, doc):
    """With every kind of rule, tier and criterion, each question gives what the changed documents give."""
    run(check, doc)


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS)
@given(doc=rich_documents())
@LONG
def test_reused_is_rebuilt_at_length(check, doc):
    """The same, on many more documents."""
    run(check, doc)
