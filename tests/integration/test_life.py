"""The five scenarios of how matching really goes, over the life of a match: what a coordinator does, and is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import prssmi_match as pm
from integration.stories import program, read_aloud
from prssmi_match.problem.changes import with_previous, without_mentors
from prssmi_match.records.ledger import Ledger, apply_ledger, record_override
from prssmi_match.records.memory import history_rows

BY = {"who": "Dana Lee", "when": datetime(2026, 11, 24, 9, 30, tzinfo=UTC)}
MENTEES = {
    "h-1": {"name": "Hollow County", "locale": "rural", "state": "OH", "review_score": 90},
    "r-2": {"name": "Reed Court", "locale": "urban", "state": "MN", "review_score": 80},
    "m-3": {"name": "Moss Bank", "locale": "urban", "state": "MN", "review_score": 70},
    "k-4": {"name": "Kelp Bay", "locale": "rural", "state": "OH", "review_score": 60},
}
MENTORS = {
    "o-1": {"name": "Oak City", "locale": "urban", "state": "MN", "max_mentees": 1},
    "e-2": {"name": "Elm Town", "locale": "rural", "state": "OH", "max_mentees": 1},
    "t-3": {"name": "Temple Springs", "locale": "urban", "state": "MN", "max_mentees": 2},
}


def announced(problem, result):
    """Return the document with an answer as the announced one."""
    return with_previous(problem, (pair.key for pair in result.matching.pairs))


def test_the_mentor_cannot_be_reached_and_the_next_one_had_been_there_before():
    """Scenario 1: only the mentees of the lost mentor move, never to one that worked with them in an earlier round."""
    before = [{"round": 2025, "mentee": "h-1", "mentor": "t-3", "outcome": "completed", "satisfaction": 4}]
    problem = program(MENTEES, MENTORS, history=before)
    result = pm.match(problem)
    assert result.matching.mentor_of("h-1") == "e-2"
    backups = pm.whatif.backups(result)
    assert backups.backup_of("h-1") is None  # Temple Springs is the only one with room, and was there before
    later = without_mentors(announced(problem, result), {"e-2"})
    again = pm.rematch(later)
    assert again.fewest == 1
    assert {pair.mentee for pair in again.changed} == {"h-1"}
    assert again.matching.mentor_of("h-1") is None
    refused = pm.why_not(again, "h-1", "t-3")
    assert refused.possible is False
    assert "before (round 2025)" in refused.sentence
    lost = read_aloud(later, again.changed[0].sentence)
    assert "Elm Town has withdrawn as a mentor." in lost
    curve = pm.whatif.change_curve(again)
    moved = next(row for row in curve.rows if row.changed == 2)
    assert {move.mentee: move.after for move in moved.moves}["h-1"] == "o-1"


def test_a_site_needs_to_plan_first_and_the_next_one_comes_in():
    """Scenario 2: a hold with a reason, the waitlist said who comes in, and exactly that one does; others stay."""
    problem = program(MENTEES, {**MENTORS, "t-3": {**MENTORS["t-3"], "max_mentees": 1}})
    result = pm.match(problem)
    assert result.matching.unmatched == ("k-4",)
    (vacancy,) = (row for row in pm.whatif.waitlist(result).vacancies if row.mentee == "r-2")
    assert vacancy.queue == (("k-4",),)
    recorded = record_override(Ledger(), problem, {"action": "hold", "mentee": "r-2"}, why="It plans first.", **BY)
    assert "It costs" in read_aloud(problem, recorded.sentence)
    held = apply_ledger(announced(problem, result), recorded.ledger).problem
    again = pm.rematch(held)
    assert [pair.mentee for pair in again.changed] == ["r-2"]
    assert "Reed Court is on hold." in again.changed[0].sentence
    assert [move.mentee for move in again.moves if move.before is None] == ["k-4"]
    ready = record_override(recorded.ledger, problem, {"action": "undo", "undoes": "1"}, why="It has a plan.", **BY)
    assert apply_ledger(problem, ready.ledger).problem == problem


def test_a_provisional_pair_stays_marked():
    """Scenario 2, before it is known: the site is provisional, and its pair says so after every rematch."""
    problem = program({**MENTEES, "r-2": {**MENTEES["r-2"], "status": "provisional"}}, MENTORS)
    again = pm.rematch(announced(problem, pm.match(problem)))
    assert [pair.mentee for pair in again.matching.pairs if pair.provisional] == ["r-2"]


def test_the_topics_of_a_rural_county_outlive_a_change():
    """Scenario 3: the county stays with the big city that has its three topics when another mentor leaves."""
    topics = {"jail in-reach": 5, "peer credentialing": 5, "family support": 4}
    mentees = {**MENTEES, "h-1": {**MENTEES["h-1"], "topics": topics}}
    mentors = {**MENTORS, "o-1": {**MENTORS["o-1"], "topics": dict.fromkeys(topics, 5)}}
    mentors["e-2"] = {**MENTORS["e-2"], "topics": {"data": 3}}
    problem = program(mentees, mentors)
    result = pm.match(problem)
    assert result.matching.mentor_of("h-1") == "o-1"
    again = pm.rematch(without_mentors(announced(problem, result), {"e-2"}), frozen=["h-1"])
    assert again.matching.mentor_of("h-1") == "o-1"
    assert again.frozen == (("h-1", "o-1"),)


def test_seven_people_want_to_travel_and_the_director_insists_on_the_pair():
    """Scenario 4: the condition is told with every answer, also with one that was pinned, and it is in the report."""
    problem = program({**MENTEES, "m-3": {**MENTEES["m-3"], "travelers": 7}}, MENTORS)
    pin = {"action": "pin", "mentee": "m-3", "mentor": "o-1"}
    recorded = record_override(Ledger(), problem, pin, why="The director asked.", **BY)
    result = pm.match(apply_ledger(problem, recorded.ledger).problem)
    assert result.matching.mentor_of("m-3") == "o-1"
    (condition,) = result.conditions
    assert str(condition) == "7 travelers; the program pays for 3"
    text = pm.report(result).to_markdown()
    assert "7 travelers" in text
    assert "The director asked" in text


def test_one_organization_under_two_hats_cannot_be_pinned_to_itself():
    """Scenario 5: a decision that pairs a site with itself is written down, warned of, and named in the conflict."""
    shared = {"organization": "Temple Springs Health"}
    mentors = {**MENTORS, "t-3": {**MENTORS["t-3"], **shared}}
    problem = program({**MENTEES, "m-3": {**MENTEES["m-3"], **shared}}, mentors)
    assert pm.match(problem).matching.mentor_of("m-3") != "t-3"
    pin = {"action": "pin", "mentee": "m-3", "mentor": "t-3"}
    recorded = record_override(Ledger(), problem, pin, why="They know each other.", **BY)
    assert recorded.override.cost.status == "infeasible"
    applied = apply_ledger(problem, recorded.ledger)
    (finding,) = applied.findings
    assert "same organization" in read_aloud(problem, finding.sentence)
    result = pm.match(applied.problem)
    assert {member.rule_id for member in result.conflict} == {"override-1", "organization:m-3:t-3"}


def test_next_year_the_program_remembers():
    """The finished round becomes history: whoever was left out counts first, whoever was paired is not paired again."""
    problem = program(MENTEES, {**MENTORS, "t-3": {**MENTORS["t-3"], "max_mentees": 1}})
    result = pm.match(problem)
    rows = [row.model_dump(mode="json") for row in history_rows(problem, result.matching, 2026)]
    fairness = {"name": "waited", "maximize": [{"criterion": "past_disappointment"}]}
    tiers = [fairness, {"name": "seats", "maximize": [{"criterion": "coverage"}]}]
    following = program(
        MENTEES, {**MENTORS, "t-3": {**MENTORS["t-3"], "max_mentees": 1}}, history=rows, policy={"tiers": tiers}
    )
    again = pm.match(following)
    assert again.matching.mentor_of("k-4") is not None
    assert not {pair.key for pair in again.matching.pairs} & {pair.key for pair in result.matching.pairs}
    assert "What earlier rounds say" in pm.report(again).to_markdown()


@pytest.mark.parametrize("personal", [False, True])
def test_next_year_somebody_asks_what_was_decided(personal):
    """The record says by which rules, replays to the same answer, and names people only where that was asked for."""
    problem = program(MENTEES, MENTORS)
    recorded = record_override(Ledger(), problem, {"action": "hold", "mentee": "r-2"}, why="It plans first.", **BY)
    result = pm.match(apply_ledger(problem, recorded.ledger).problem)
    record = pm.record(result, overrides=recorded.ledger, personal=personal)
    text = record.model_dump_json()
    for word in ("Dana Lee", "It plans first.", "Reed Court"):
        assert (word in text) == personal
    replay = pm.replay(record, problem=result.problem)
    assert replay.same
    assert str(replay) == "The same answer came out, proved again."
    assert pm.replay(record, problem=problem).same is False


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"history": [{"round": 2025, "mentee": "h-1", "mentor": "e-2"}]}, "before (round 2025)."),
        ({"prior": ["e-2"]}, "before."),
        ({}, None),
    ],
)
def test_a_pair_that_has_met_before_says_so(known, words):
    """Where the program allows it, the reasons of the pair tell that the mentor knows the site."""
    mentees = {**MENTEES, "h-1": {**MENTEES["h-1"], "prior_mentors": known.get("prior", [])}}
    rules = [{"id": "eligibility", "kind": "eligibility", "setting": "any"}]
    problem = program(mentees, MENTORS, rules=rules, history=known.get("history", []))
    told = pm.explain(pm.match(problem)).of("h-1").sentence
    assert ("Elm Town has mentored Hollow County before" in told) == (words is not None)
    assert words is None or words in told
