"""Changes of a contested market that must change nothing, or only in one direction."""

from __future__ import annotations

import copy
from dataclasses import replace
from random import Random

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import prssmi_match as pm
from property.markets import (
    STABILITY,
    document,
    examples,
    market_rules,
    match,
    matched,
    small_markets,
    strict_markets,
    tied_markets,
)
from property.matching_algorithms import blocking_pairs, mentees_propose, stable_matchings

NAMES = ("Zoë", "alder", "Alder", "site 10", "site 9", "0", "é", "e\u0301", "_", "quince", "Yew", "x|y")
CRITERIA = [
    [{"criterion": "coverage"}],
    [{"criterion": "few_blocking_pairs"}],
    [{"criterion": "few_mentors"}, {"criterion": "mentee_preference"}],
    [{"criterion": "mentee_preference", "weight": 2}, {"criterion": "mentor_preference"}],
    [{"criterion": "mentor_preference"}],
]
TIERS = [
    *({"maximize": criteria} for criteria in CRITERIA),
    {"leximin": {"maximize": CRITERIA[3], "step": 300}},
    {"max_min": {"maximize": CRITERIA[4]}},
    {"rank_maximal": {}},
    {"generous": {}},
]


@st.composite
def contests(draw, markets, *, listed_only=False):
    """Draw a market, and its document with a policy of up to three tiers and mostly stability or other rules."""
    market = draw(markets)
    tiers = [{"name": f"tier {number}", **tier} for number, tier in enumerate(draw(st.permutations(TIERS))[:3])]
    rules = draw(st.sampled_from([[STABILITY], [STABILITY], []]))
    if not rules or draw(st.booleans()):
        rules = [*rules, *draw(market_rules(market))]
    return market, document(market, rules=rules, tiers=tiers, listed_only=listed_only)


def facts(result):
    """Return all that an answer says of its tiers and pairs, without the time it took."""
    tiers = [tier.model_dump(exclude={"seconds"}) for tier in result.tiers]
    return result.status, tiers, matched(result) if result.has_matching else None


def before_lottery(scored):
    """Return name, value and profile of the tiers before the lottery."""
    return [(tier.name, tier.value, tier.profile) for tier in scored.tiers[:-1]]


def held(result):
    """Return what all best answers share of their tiers: not the first count of `generous`, which is only reported."""
    return [(tier.name, tier.best, tier.value, tier.profile and tier.profile[1:]) for tier in result.tiers[:-1]]


def renamed(value, names):
    """Return a document with every id replaced."""
    if isinstance(value, dict):
        return {key: renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def check_renaming(market, doc, seed):
    """Hold status, tiers and score of the answer against those under other names."""
    ids = [*market.mentees, *market.mentors]
    names = dict(zip(ids, Random(seed).sample(NAMES, len(ids)), strict=True))
    other_doc = renamed(doc, names)
    before, after = match(doc), match(other_doc)
    event(f"status: {before.status}")
    assert before.status == after.status
    assert held(before) == held(after)
    if before.has_matching:
        same = pm.Matching(pairs=[(names[one], names[other]) for one, other in matched(before).items()])
        problem = pm.Problem.model_validate(other_doc)
        assert pm.verify(problem, same).valid
        assert before_lottery(pm.evaluate(problem, same)) == before_lottery(before)


@given(contest=contests(small_markets()), seed=st.integers(0, 2**40))
@examples(80)
def test_names_change_no_tier_before_the_lottery(contest, seed):
    """Under other names, the status and every tier are the same, and the same answer is as good."""
    check_renaming(*contest, seed)


@given(contest=contests(strict_markets() | tied_markets()), seed=st.integers(0, 2**40))
@examples(60)
def test_order_of_rows_changes_nothing(contest, seed):
    """Whatever the order of sites, rules and members of a tie, the whole answer is the same."""
    _, doc = contest
    other, random = copy.deepcopy(doc), Random(seed)
    for name in ("mentees", "mentors", "rules"):
        random.shuffle(other[name])
    for site in (*other["mentees"], *other["mentors"]):
        site["preferences"] = [random.sample(group, len(group)) for group in site["preferences"]]
    assert facts(match(other)) == facts(match(doc))


@given(contest=contests(strict_markets() | tied_markets(), listed_only=True), place=st.integers(0, 2))
@examples(60)
def test_mentor_that_nobody_lists_changes_nothing(contest, place):
    """Under ``listed_only``, one more mentor that everybody could have wished for, and nobody did, changes nothing."""
    market, doc = contest
    undecided = [mentee for mentee, groups in market.mentees.items() if not groups]
    other = copy.deepcopy(doc)
    other["mentors"].insert(place, {"id": "birch", "max_mentees": 3, "unacceptable": undecided})
    assert facts(match(other)) == facts(match(doc))


@given(contest=contests(strict_markets() | tied_markets()))
@examples(60)
def test_withdrawn_sites_on_lists_change_nothing(contest):
    """Withdrawn sites that share the first group of every list, and list everybody, change nothing."""
    market, doc = contest
    other = copy.deepcopy(doc)
    for site in (*other["mentees"], *other["mentors"]):
        for group in site["preferences"][:1]:
            group.append("birch" if site["id"] in market.mentees else "knoll")
    for side, site in (("mentees", "knoll"), ("mentors", "birch")):
        others = [*market.mentors] if side == "mentees" else [*market.mentees]
        row = {"id": site, "status": "withdrawn", "preferences": [[one] for one in others[:1]]}
        other[side].append(row)
    assert facts(match(other)) == facts(match(doc))


@given(contest=contests(strict_markets() | tied_markets()))
@examples(60)
def test_mentee_that_nobody_may_take_only_waits(contest):
    """One more mentee that every mentor refuses is unmatched, and the others' pairs stay as they were."""
    market, doc = contest
    refused = {"id": "knoll", "preferences": [[mentor] for mentor in market.mentors]}
    other = copy.deepcopy(doc)
    other["mentees"].append(refused)
    for mentor in other["mentors"]:
        mentor["unacceptable"] = [*mentor["unacceptable"], "knoll"]
    before, after = match(doc), match(other)
    assert before.status == after.status
    if before.has_matching:
        assert matched(after) == matched(before)
        assert set(after.matching.unmatched) == {*before.matching.unmatched, "knoll"}
        assert after.verification.blocking_pairs == before.verification.blocking_pairs


@given(contest=contests(strict_markets() | tied_markets()))
@examples(60)
def test_maximums_that_leave_nobody_out_change_nothing(contest):
    """A maximum of as many sites as there are excuses no blocking pair, and changes nothing."""
    market, doc = contest
    limits = (("selection", len(market.mentees)), ("opening", len(market.mentors)))
    rules = [*doc["rules"], *({"kind": kind, "max": most} for kind, most in limits)]
    assert facts(match({**doc, "rules": rules})) == facts(match(doc))


def check_split_of_a_tie(market, mentee, place):
    """Hold stable matchings and counts of blocking pairs against those after one tie of a mentee is split."""
    groups = market.mentees[mentee]
    split = [*groups[:place], *([one] for one in groups[place]), *groups[place + 1 :]]
    refined = replace(market, mentees={**market.mentees, mentee: split})
    problem = pm.Problem.model_validate(document(market, rules=[STABILITY]))
    event(f"fewer are stable after the split: {len(stable_matchings(refined)) < len(stable_matchings(market))}")
    answers = [*stable_matchings(refined), matched(match(document(refined, rules=[STABILITY])))]
    assert all(pm.verify(problem, pm.Matching(pairs=list(one.items()))).valid for one in answers)
    assert not any(blocking_pairs(market, one) for one in answers)


def ties(market):
    """Return mentee and place of every group of two or more."""
    lists = market.mentees.items()
    return [(one, place) for one, groups in lists for place, group in enumerate(groups) if len(group) > 1]


@given(data=st.data(), market=tied_markets().filter(ties))
@examples(80)
def test_what_is_stable_after_a_tie_is_split_was_weakly_stable_before(data, market):
    """Splitting a tie of a mentee's list makes nothing stable that was not weakly stable."""
    check_split_of_a_tie(market, *data.draw(st.sampled_from(ties(market))))


@given(data=st.data(), market=tied_markets().filter(ties))
@examples(60)
def test_splitting_a_tie_never_helps(data, market):
    """The largest stable answer is no larger, and under a rule no fewer pairs block, once a tie is split."""
    mentee, place = data.draw(st.sampled_from(ties(market)))
    rules = data.draw(market_rules(market))
    tiers = ([{"name": "seats", "maximize": CRITERIA[0]}], [{"name": "calm", "maximize": CRITERIA[1]}])
    for tier, program in zip(tiers, ([STABILITY], rules), strict=True):
        before = document(market, rules=program, tiers=tier)
        after = copy.deepcopy(before)
        row = next(row for row in after["mentees"] if row["id"] == mentee)
        row["preferences"][place : place + 1] = [[one] for one in row["preferences"][place]]
        one, other = match(before), match(after)
        assert one.status == other.status
        assert not one.has_matching or one.tiers[0].best >= other.tiers[0].best


@given(market=strict_markets(mentees=(3, 6)))
@examples(80)
def test_mentor_with_two_places_is_two_mentors_with_one(market):
    """With strict lists, the best stable answer for mentees is the same when every place is a mentor of its own."""
    rooms = {mentor: range(max(1, room)) for mentor, room in market.capacity.items()}
    places = {mentor: [f"{mentor} {place}" for place in rooms[mentor]] for mentor in market.mentors}
    doc = document(market, rules=[STABILITY], tiers=[{"name": "best", "rank_maximal": {}}], listed_only=True)
    apart = copy.deepcopy(doc)
    apart["mentors"] = [
        {**row, "id": place, "max_mentees": min(1, market.capacity[row["id"]])}
        for row in doc["mentors"] for place in places[row["id"]]
    ]  # fmt: skip
    for row in apart["mentees"]:
        row["preferences"] = [[place] for (mentor,) in row["preferences"] for place in places[mentor]]
        row["unacceptable"] = [place for mentor in row["unacceptable"] for place in places[mentor]]
    event(f"some mentor has several places: {max(market.capacity.values()) > 1}")
    whole = {mentee: place.rsplit(" ", 1)[0] for mentee, place in matched(match(apart)).items()}
    assert whole == matched(match(doc)) == mentees_propose(market)


@pytest.mark.slow
@given(data=st.data(), contest=contests(small_markets()), seed=st.integers(0, 2**40))
@examples(500)
def test_relabeling_at_length(data, contest, seed):
    """More markets under other names, and more splits of ties."""
    market, doc = contest
    check_renaming(market, doc, seed)
    for tie in ties(market):
        check_split_of_a_tie(market, *tie)
