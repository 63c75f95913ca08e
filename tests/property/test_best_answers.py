"""Certainty, alternatives and reasons against the oracle, which lists every answer."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, event, given, settings

import prssmi_match as pm
from oracle.brute_force import best, evaluate, narrowed
from property.strategies import documents
from prssmi_match.explanation import find_certainty
from prssmi_match.solving import Budget

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=25, suppress_health_check=HEALTH)
LONG = settings(max_examples=400, suppress_health_check=HEALTH)
PLENTY = 3000


def solved(doc):
    """Return the result and the oracle's lists of a document that has an answer."""
    problem = pm.Problem.model_validate(doc)
    result = pm.match(problem)
    assume(result.has_matching)
    return result, narrowed(doc)


def answer_of(matching):
    """Return a matching as the oracle writes it."""
    return {pair.mentee: pair.mentor for pair in matching.pairs}


def moved(one, other):
    """Return the mentees that are elsewhere."""
    return {mentee for mentee in {*one, *other} if one.get(mentee) != other.get(mentee)}


def check_certainty(doc, limit):
    """Hold what is forced, the shares, the places and the swaps against all best answers."""
    result, lists = solved(doc)
    answers, own = lists[-1], answer_of(result.matching)
    certainty = find_certainty(result, Budget(), limit=limit)
    event(f"{min(len(answers), 9)} best answers")
    assert certainty.proved
    assert certainty.complete == (len(answers) <= limit)
    assert certainty.answers == min(len(answers), limit)
    assert [row.mentee for row in certainty.mentees] == sorted(
        row["id"] for row in doc["mentees"] if row.get("status", "ready") in {"ready", "provisional"}
    )
    for row in certainty.mentees:
        places = Counter(answer.get(row.mentee) for answer in answers)
        assert row.mentor == own.get(row.mentee)
        assert set(row.others) == set(places) - {row.mentor}
        assert (row.kind == "forced") == (not row.others)
        if certainty.complete:
            assert row.share == places[row.mentor] / len(answers)
            assert (row.kind == "toss_up") == (2 * row.share <= 1)
        check_swap(row, own, answers)


def check_swap(row, own, answers):
    """Hold the nearest best answer that has a mentee elsewhere against all of them."""
    elsewhere = [answer for answer in answers if answer.get(row.mentee) != own.get(row.mentee)]
    assert bool(row.swap) == bool(elsewhere)
    if elsewhere:
        after = {**own, **{move.mentee: move.after for move in row.swap}}
        assert {mentee: mentor for mentee, mentor in after.items() if mentor is not None} in elsewhere
        assert len(row.swap) == min(len(moved(own, answer)) for answer in elsewhere)


def check_alternatives(doc):
    """Hold all best answers, the next best and the most different one against the oracle."""
    result, lists = solved(doc)
    own, answers = answer_of(result.matching), lists[-1]
    assume(len(answers) <= 40)
    every = pm.alternatives(result, k=60, kind="best")
    found = [answer_of(row.matching) for row in every.answers]
    assert every.complete
    assert every.proved
    assert all(answer in answers and answer != own for answer in found)
    assert len({tuple(sorted(answer.items())) for answer in found}) == len(found) == len(answers) - 1
    check_next(doc, result, own, lists)
    different = pm.alternatives(result, k=1, kind="different")
    most = max(len(moved(own, answer)) for answer in answers)
    assert [len(row.moves) for row in different.answers] == ([most] if most else [])


def check_next(doc, result, own, lists):
    """Each next best answer is the oracle's answer without those before it."""
    seen = [own]
    following = pm.alternatives(result, k=3)
    for row in following.answers:
        expected = best(doc, without=seen)
        assert answer_of(row.matching) == expected.mentor_of
        assert row.losses == price_of(result, expected)
        assert row.is_best == (expected.mentor_of in lists[-1])
        assert {move.mentee for move in row.moves} == moved(own, expected.mentor_of)
        seen.append(expected.mentor_of)
    assert following.complete == (len(lists[0]) <= 3)
    assert len(following.answers) == min(3, len(lists[0]) - 1)


def check_reasons(doc):
    """Hold the reasons of every mentee against the oracle's lists."""
    result, lists = solved(doc)
    explanation = pm.explain(result)
    assert explanation.complete
    for row in explanation.pairs:
        forced = all(answer.get(row.mentee) == row.mentor for answer in lists[0])
        assert bool(row.forced_by) == forced
        for tier in {point.tier for point in row.points}:
            assert row.total(tier) == sum(point.weight * point.points for point in row.points if point.tier == tier)
    for row in explanation.unmatched:
        event(row.kind)
        check_unmatched(doc, result, row, lists)


def check_unmatched(doc, result, row, lists):
    """Hold one reason for being without a mentor against the oracle's lists."""
    with_it = [[answer for answer in left if row.mentee in answer] for left in lists]
    if row.kind in {"no_mentor", "held_back"}:
        assert not with_it[0]
        assert (row.kind == "held_back") == bool(row.rules)
        return
    if row.kind == "drawn":
        nearest = with_it[-1]
    else:
        step = next(index for index, left in enumerate(with_it) if not left)
        assert row.tier == result.tiers[step - 1].name
        values = [{name: value for name, value, _ in evaluate(doc, answer)}[row.tier] for answer in with_it[step - 1]]
        top = max(values) if "maximize" in tier_of(result, row.tier) else None
        if top is not None:
            assert row.loss == result.tiers[step - 1].value - top
        nearest = (
            with_it[step - 1]
            if top is None
            else [answer for answer, value in zip(with_it[step - 1], values, strict=True) if value == top]
        )
    own = answer_of(result.matching)
    after = {**own, **{move.mentee: move.after for move in row.moves}}
    assert {mentee: mentor for mentee, mentor in after.items() if mentor is not None} in nearest
    if row.kind == "drawn" or "maximize" in tier_of(result, row.tier):
        assert len(row.moves) == min(len(moved(own, answer)) for answer in nearest)
    assert set(row.by) == {move.mentee for move in row.moves if move.after is None}


def tier_of(result, name):
    """Return a tier of the program as a dictionary."""
    tier = next(tier for tier in result.problem.program.tiers if tier.name == name)
    return tier.model_dump(exclude_none=True)


def check_why_not(doc):
    """Hold what is possible, and its price, against the oracle's answer of the document with a pin."""
    result, lists = solved(doc)
    own = answer_of(result.matching)
    for mentee, mentor in [(row["id"], other["id"]) for row in doc["mentees"] for other in doc["mentors"]][:6]:
        answer = pm.why_not(result, mentee, mentor)
        assert answer.proved
        assert answer.possible == any(one.get(mentee) == mentor for one in lists[0])
        if not answer.possible:
            assert answer.price == {}
            continue
        pin = {"kind": "pin", "id": "the question", "mentee": mentee, "mentor": mentor}
        expected = best({**doc, "rules": [*doc["rules"], pin]})
        assert answer.price == price_of(result, expected)
        assert {move.mentee for move in answer.moves} == moved(own, expected.mentor_of)
        assert answer.in_answer == (own.get(mentee) == mentor)
        assert answer.in_answer or answer.is_best == (expected.mentor_of in lists[-1])


def check_why_not_at_all(doc):
    """Hold the price of a place for a mentee, and of the use of a mentor, against the oracle's lists."""
    result, lists = solved(doc)
    for site in doc["mentees"]:
        answer = pm.why_not(result, site["id"])
        assert answer.possible == any(site["id"] in one for one in lists[0])
        if answer.possible:
            rule = {"kind": "selection", "id": "the question", "must_match": [site["id"]]}
            expected = best({**doc, "rules": [*doc["rules"], rule]})
            assert answer.price == price_of(result, expected)
    for site in doc["mentors"]:
        answer = pm.why_not(result, mentor=site["id"])
        assert answer.possible == any(site["id"] in one.values() for one in lists[0])
        if answer.possible:
            rule = {"kind": "opening", "id": "the question", "must_open": [site["id"]]}
            assert answer.price == price_of(result, best({**doc, "rules": [*doc["rules"], rule]}))


def price_of(result, expected):
    """Return by how much each tier of the oracle's answer is lower."""
    return {own.name: own.value - tier.value for own, tier in zip(result.tiers, expected.tiers, strict=True)}


@pytest.mark.parametrize("limit", [PLENTY, 2])
@given(doc=documents())
@QUICK
def test_certainty_is_that_of_all_best_answers(limit, doc):
    """Forced, share, other places and the nearest swap are those of the list of all best answers."""
    check_certainty(doc, limit)


@given(doc=documents())
@QUICK
def test_alternatives_are_those_of_all_answers(doc):
    """All best answers are found; each next one is the best of those left; the most different moves the most."""
    check_alternatives(doc)


@given(doc=documents())
@QUICK
def test_reasons_are_true(doc):
    """What forces a pair or leaves a mentee out, which tier loses how much, and the nearest answer are as listed."""
    check_reasons(doc)


@given(doc=documents())
@QUICK
def test_the_price_is_that_of_a_pin(doc):
    """A pair is possible where some answer has it, and its price is the loss of the best answer with a pin."""
    check_why_not(doc)


@given(doc=documents())
@QUICK
def test_the_price_is_that_of_a_demand(doc):
    """The same for a place of a mentee, and for the use of a mentor."""
    check_why_not_at_all(doc)


CHECKS = [
    lambda doc: check_certainty(doc, 3),
    check_alternatives,
    check_reasons,
    check_why_not,
    check_why_not_at_all,
]


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS)
@given(doc=documents())
@LONG
def test_reasons_are_true_at_length(check, doc):
    """The same, on many more documents."""
    check(doc)
