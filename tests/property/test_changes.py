"""Answers that keep earlier pairs, back-ups and the waitlist against the oracle, which tries every assignment."""

from __future__ import annotations

import copy

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from oracle.brute_force import best, feasible, narrowed, possible
from property.strategies import documents

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=40, suppress_health_check=HEALTH)
LONG = settings(max_examples=250, suppress_health_check=HEALTH)


def earlier(doc):
    """Return the earlier pairs of sites that the document has."""
    sides = [{row["id"] for row in doc[side]} for side in ("mentees", "mentors")]
    pairs = {(row["mentee"], row["mentor"]) for row in doc["previous"]}
    return {pair for pair in pairs if pair[0] in sides[0] and pair[1] in sides[1]}


def changes(doc, mentor_of):
    """Count the earlier pairs that an assignment does not have."""
    return sum(mentor_of.get(mentee) != mentor for mentee, mentor in earlier(doc))


def best_of(doc, wanted):
    """Return the oracle's answer among the assignments that are wanted."""
    return best(doc, without=[one for one in possible(doc) if not wanted(one)])


def gentle(doc, most):
    """Return the oracle's best answer with at most so many changes: of equally good ones, that with the fewest."""
    whole = possible(doc)
    far = [one for one in whole if changes(doc, one) > most]
    if len(far) == len(whole):
        return None
    left = narrowed(doc, without=far)[-1]
    fewest = min(changes(doc, one) for one in left)
    return best(doc, without=[one for one in whole if one not in left or changes(doc, one) > fewest])


def mentors_of(result):
    """Return the answer as mentors by mentee."""
    return {pair.mentee: pair.mentor for pair in result.matching.pairs}


def check_rematch(doc):
    """Few changes first, quality first and every budget give the oracle's answer, and what is told of it is true."""
    problem, every = pm.Problem.model_validate(doc), possible(doc)
    few, good = pm.rematch(problem), pm.rematch(problem, first="quality")
    if not every:
        assert (few.status, good.status, few.changed) == ("infeasible", "infeasible", ())
        return
    fewest = min(changes(doc, one) for one in every)
    event(f"changes {fewest}")
    assert mentors_of(few) == best_of(doc, lambda one: changes(doc, one) == fewest).mentor_of
    assert mentors_of(good) == gentle(doc, len(doc["previous"])).mentor_of
    assert few.fewest == fewest
    for told in (few, good):
        assert told.verification.valid
        assert pm.verify(problem, told.matching).valid
        lost = {pair for pair in earlier(doc) if mentors_of(told).get(pair[0]) != pair[1]}
        assert {(pair.mentee, pair.mentor) for pair in told.changed} == lost
        assert told.kept == len(earlier(doc)) - len(lost)
        assert told.impossible == tuple(pair for pair in told.changed if not pair.possible)
        check_lost(every, earlier(doc) - lost, told.changed)
    for budget in range(len(earlier(doc)) + 1):
        told = pm.rematch(problem, most_changes=budget)
        if budget < fewest:
            assert (told.status, told.fewest) == ("infeasible", fewest)
        else:
            assert mentors_of(told) == gentle(doc, budget).mentor_of


def check_lost(every, kept, pairs):
    """What is said of each changed pair is so: whether any assignment has it, or has it and all that are kept."""
    for pair in pairs:
        having = [one for one in every if one.get(pair.mentee) == pair.mentor]
        beside = [one for one in having if all(one.get(mentee) == mentor for mentee, mentor in kept)]
        assert (pair.possible, pair.could_stay) == (bool(having), bool(beside))
        assert bool(pair.reasons) == (not beside)


def check_curve(doc):
    """Each number of changed pairs has the oracle's values, from the fewest to those of the best answer of all."""
    result = pm.match(pm.Problem.model_validate(doc))
    assume(result.has_matching)
    curve = pm.whatif.change_curve(result)
    assert curve.proved
    assert curve.most == changes(doc, gentle(doc, len(doc["previous"])).mentor_of)
    assert curve.fewest == min(changes(doc, one) for one in possible(doc))
    assert [row.allowed for row in curve.rows] == list(range(curve.most + 1))
    for row in curve.rows:
        expected = gentle(doc, row.allowed)
        assert (expected is None) == (row.status == "infeasible") == (row.allowed < curve.fewest)
        if expected is not None:
            assert row.values == {tier.name: tier.value for tier in expected.tiers}
            assert row.changed == changes(doc, expected.mentor_of)


def check_frozen(doc, pair):
    """A frozen pair stays, or no matching keeps all rules; nothing else is asked for."""
    result = pm.rematch(pm.Problem.model_validate(doc), frozen=[pair])
    with_it = [one for one in possible(doc) if one.get(pair[0]) == pair[1]]
    assert result.frozen == (pair,)
    assert result.has_matching == bool(with_it)
    if with_it:
        fewest = min(changes(doc, one) for one in with_it)
        wanted = best_of(doc, lambda one: one in with_it and changes(doc, one) == fewest)
        assert mentors_of(result) == wanted.mentor_of


def leaving(doc, side, gone, answer):
    """Return the document without some sites, with an answer as the earlier one."""
    changed = copy.deepcopy(doc)
    for row in changed[side]:
        if row["id"] in gone:
            row["status"] = "withdrawn"
    changed["previous"] = [{"mentee": mentee, "mentor": mentor} for mentee, mentor in answer.items()]
    return changed


def check_withdrawals(doc):
    """Without each mentor of the answer, as few others move as can be, and the answer is the oracle's."""
    result = pm.match(pm.Problem.model_validate(doc))
    assume(result.has_matching)
    answer = mentors_of(result)
    rows = pm.whatif.withdrawals(result).rows
    assert [row.mentor for row in rows] == sorted(set(answer.values()))
    for row in rows:
        changed = leaving(doc, "mentors", {row.mentor}, answer)
        every = possible(changed)
        assert (row.status == "infeasible") == (not every) == (row.conflict is not None)
        if not every:
            continue
        fewest = min(changes(changed, one) for one in every)
        expected = best_of(changed, lambda one, least=fewest, own=changed: changes(own, one) == least)
        after = answer | {move.mentee: move.after for move in row.moves}
        assert {mentee: mentor for mentee, mentor in after.items() if mentor} == expected.mentor_of


def check_backups(doc):
    """For each mentor as many of its mentees as can be find a place together, with all others where they are."""
    result = pm.match(pm.Problem.model_validate(doc))
    assume(result.has_matching)
    answer, backups = mentors_of(result), pm.whatif.backups(result)
    assert backups.proved
    assert [row.mentee for row in backups.rows] == sorted(answer)
    for row in backups.mentors:
        changed = leaving(doc, "mentors", {row.mentor}, answer)
        own = {mentee for mentee, mentor in answer.items() if mentor == row.mentor}
        others = {mentee: mentor for mentee, mentor in answer.items() if mentee not in own}
        room = [
            one
            for one in possible(changed)
            if {mentee: one.get(mentee) for mentee in others} == others and set(one) <= set(answer)
        ]
        places = {mentee: backups.backup_of(mentee) for mentee in own}
        found = {mentee: mentor for mentee, mentor in places.items() if mentor is not None}
        most = max((len(own & set(one)) for one in room), default=0)
        assert len(found) == most
        assert row.absorbed == (most == len(own))
        assert set(row.without) == own - set(found)
        if room:
            assert feasible(changed, {**others, **found})
    assert backups.absorbed == all(row.absorbed for row in backups.mentors)


def check_waitlist(doc):
    """Whoever comes in is who comes in by the oracle's answer with the fewest changes, seat by seat."""
    result = pm.match(pm.Problem.model_validate(doc))
    assume(result.has_matching)
    answer, waitlist = mentors_of(result), pm.whatif.waitlist(result, depth=2)
    assert waitlist.proved
    assert sorted(waitlist.order) == sorted(result.matching.unmatched)
    for row in waitlist.vacancies:
        gone, queue = {row.mentee}, []
        while len(queue) < 2:
            changed = leaving(doc, "mentees", gone, answer)
            every = possible(changed)
            if not every:
                break
            fewest = min(changes(changed, one) for one in every)
            expected = best_of(changed, lambda one, least=fewest, own=changed: changes(own, one) == least)
            new = tuple(sorted(set(expected.mentor_of) - set(answer)))
            if not new:
                break
            queue.append(new)
            gone.update(new)
        assert row.queue == tuple(queue)
    firsts = [row.places for row in waitlist.rows]
    assert firsts == sorted(firsts, reverse=True)


@QUICK
@given(documents())
def test_rematch(doc):
    """Few changes first, quality first and every budget are the oracle's answers."""
    check_rematch(doc)


@QUICK
@given(documents())
def test_change_curve(doc):
    """The curve has the oracle's values at every number of changes."""
    check_curve(doc)


@QUICK
@given(documents(), st.randoms(use_true_random=False))
def test_frozen_pairs(doc, chance):
    """A frozen pair stays."""
    pairs = sorted(earlier(doc))
    assume(pairs)
    check_frozen(doc, chance.choice(pairs))


@QUICK
@given(documents())
def test_withdrawals(doc):
    """Each withdrawal moves as few others as can be."""
    check_withdrawals(doc)


@QUICK
@given(documents())
def test_backups(doc):
    """Backups are as many as can be, together."""
    check_backups(doc)


@QUICK
@given(documents())
def test_waitlist(doc):
    """Seat by seat the right mentee comes in."""
    check_waitlist(doc)


@pytest.mark.slow
@pytest.mark.parametrize(
    "check",
    [check_rematch, check_curve, check_withdrawals, check_backups, check_waitlist],
    ids=lambda one: one.__name__,
)
def test_at_length(check):
    """The same on many more documents."""

    @LONG
    @given(documents())
    def run(doc):
        check(doc)

    run()
