"""Stories: small programs as they happen, and what a coordinator reads about them.

Most follow the cases of public training records of a sister program; all names are invented.
"""

from __future__ import annotations

import pytest

import prssmi_match as pm
from integration.stories import program, read_aloud

BIG_CITY = {"name": "Harbor City", "locale": "urban", "settings": ["diversion"], "max_mentees": 1}


def test_a_rural_county_goes_to_the_big_city_that_knows_its_topics():
    """Topics outweigh the kind of place: the reason names the topics, and the rural mentor has its exact price."""
    topics = {"jail in-reach": 5, "peer workforce": 5, "family support": 5}
    problem = program(
        {"m1": {"name": "Juniper County", "locale": "rural", "topics": topics}},
        {
            "h1": {"name": "Harbor City", "locale": "urban", "topics": topics},
            "h2": {"name": "Cedar Valley", "locale": "rural", "topics": {"jail in-reach": 2}},
        },
    )
    result = pm.match(problem)
    reason = pm.explain(result).of("m1")
    assert reason.mentor == "h1"
    assert (
        "Juniper County asks about family support, jail in-reach and peer workforce, and Harbor City knows them."
        in (read_aloud(problem, reason.sentence))
    )
    other = pm.why_not(result, "m1", "h2")
    # Topics: 3 x (1000 - 133) lost; place: 1000 won.
    assert read_aloud(problem, other.sentence) == (
        "It is possible to pair Juniper County with Cedar Valley. The price: “fit” loses 1601 points; "
        "the worst-off site in “fairness” loses 4 levels. "
        "Juniper County moves from Harbor City to Cedar Valley."
    )


def test_the_temporary_mentor_had_worked_with_the_site_before():
    """A mentor that cannot be reached is out, and the one at hand had mentored the site: both are named."""
    problem = program(
        {"m1": {"name": "Juniper County", "prior_mentors": ["h2"]}},
        {"h1": {"name": "Harbor City", "status": "withdrawn"}, "h2": {"name": "Cedar Valley"}},
    )
    reason = pm.explain(pm.match(problem)).of("m1")
    assert reason.kind == "no_mentor"
    assert read_aloud(problem, reason.sentence) == (
        "No mentor can be paired with Juniper County: Harbor City has withdrawn as a mentor. "
        "Cedar Valley has mentored Juniper County before."
    )


def test_a_site_that_has_to_plan_first():
    """Why a site on hold is not matched is that it is on hold, and making it ready is what it takes."""
    problem = program({"m1": {"name": "Juniper County", "status": "hold"}}, {"h1": {"name": "Harbor City"}})
    answer = pm.why_not(pm.match(problem), "m1")
    assert (answer.possible, [rule.rule_id for rule in answer.rules]) == (False, ["mentee_availability:m1"])
    sentence = read_aloud(problem, answer.sentence)
    assert sentence.startswith("It is not possible to match Juniper County: Juniper County is on hold. ")
    assert answer.repairs[0].changes[0].owner == "mentee"
    assert pm.match(answer.repairs[0].apply(problem)).matching.mentor_of("m1") == "h1"


def test_seven_travelers_where_the_program_takes_three():
    """The number that the site would send stands beside the number that is asked for."""
    rule = {"kind": "eligibility", "travelers": [2, 3], "reason": "The funder pays for three."}
    problem = program({"m1": {"name": "Juniper County", "travelers": 7}}, {"h1": {"name": "Harbor City"}}, rules=[rule])
    reason = pm.explain(pm.match(problem)).of("m1")
    assert read_aloud(problem, reason.sentence) == (
        "No mentor can be paired with Juniper County: Juniper County would send 7 travelers; 2 to 3 are asked for."
    )


def test_one_organization_under_two_hats():
    """A site is never its own mentor; that is said, and no change of the rules is offered for it."""
    problem = program(
        {"m1": {"name": "Juniper Courts", "organization": "Juniper County"}, "m2": {"name": "Alder County"}},
        {"h1": {"name": "Juniper Jail", "organization": " juniper  COUNTY"}},
    )
    answer = pm.why_not(pm.match(problem), "m1", "h1")
    assert answer.possible is False
    assert answer.repairs == ()
    assert "Juniper Courts and Juniper Jail belong to the same organization." in read_aloud(problem, answer.sentence)


def test_the_last_seat_goes_to_the_better_reviewed_site():
    """Two seats and three sites: the reason names the aim, the points and the site that would lose its place."""
    problem = program(
        {
            "m1": {"name": "Juniper County", "review_score": 91},
            "m2": {"name": "Alder County", "review_score": 84.5},
            "m3": {"name": "Cedar Valley", "review_score": 79.4},
        },
        {"h1": {"name": "Harbor City", "max_mentees": 2}},
    )
    reason = pm.explain(pm.match(problem)).of("m3")
    assert (reason.kind, reason.tier, reason.loss, reason.by) == ("outranked", "review", 51, ("m2",))
    assert read_aloud(problem, reason.sentence) == (
        "Cedar Valley could be matched, but others serve the program's aims better. "
        "The least that it would cost: “review” loses 5.1 review points. Alder County would lose its place."
    )


def test_a_coin_toss_is_called_one():
    """Two sites that are alike in everything and one place: each share is a half, and the swap is named."""
    problem = program(
        {"m1": {"name": "Juniper County"}, "m2": {"name": "Alder County"}},
        {"h1": {"name": "Harbor City", "max_mentees": 1}},
    )
    result = pm.match(problem)
    (loser,) = result.matching.unmatched
    assert pm.explain(result).of(loser).kind == "drawn"
    certainty = pm.whatif.certainty(result)
    assert [(row.kind, row.share) for row in certainty.mentees] == [("toss_up", 0.5)] * 2
    assert read_aloud(problem, certainty.sentence) == (
        "There are 2 equally good answers, of which the draw chose this one; "
        "0 of 2 mentees are in the same place in all of them."
    )
    for row in certainty.mentees:
        read_aloud(problem, row.sentence)
        assert {move.mentee for move in row.swap} == {"m1", "m2"}


def test_a_site_without_a_list_is_not_held_to_dislike_anybody():
    """A site that lists nobody is matched, and no sentence says that its mentor is not on its list."""
    problem = program({"m1": {"name": "Juniper County"}}, {"h1": {"name": "Harbor City"}})
    reason = pm.explain(pm.match(problem)).of("m1")
    assert reason.mentee_rank is None
    assert "list" not in read_aloud(problem, reason.sentence)


def test_a_promise_against_a_veto():
    """The conflict is the promise and the veto, no more; taking back either one is offered, with who decides."""
    problem = program(
        {"m1": {"name": "Juniper County", "unacceptable": ["h1"]}, "m2": {"name": "Alder County"}},
        {"h1": {"name": "Harbor City"}},
        rules=[{"kind": "pin", "mentee": "m1", "mentor": "h1", "reason": "The director promised it."}],
    )
    found = pm.diagnose(problem)
    assert not found.feasible
    assert sorted(member.rule_id for member in found.conflict.members) == ["mentee_veto:m1:h1", "pin"]
    sentences = [read_aloud(problem, member.sentence) for member in found.conflict.members]
    assert any("Juniper County does not accept Harbor City." in sentence for sentence in sentences)
    owners = {change.owner for repair in found.repairs for change in repair.changes}
    assert owners == {"coordinator", "mentee"}
    for repair in found.repairs:
        read_aloud(problem, repair.sentence)
        assert pm.match(repair.apply(problem)).has_matching


def test_the_grant_asks_for_three_tribal_sites_and_two_applied():
    """The cheapest correction lowers the number that is asked for from 3 to 2, and says both numbers."""
    problem = program(
        {"m1": {"name": "Juniper Nation", "locale": "tribal"}, "m2": {"name": "Alder Nation", "locale": "tribal"}},
        {"h1": {"name": "Harbor City"}},
        rules=[{"kind": "quota", "id": "grant", "where": {"locale": "tribal"}, "min": 3}],
    )
    found = pm.diagnose(problem)
    assert [member.rule_id for member in found.conflict.members] == ["grant"]
    sentence = read_aloud(problem, found.repairs[0].sentence)
    assert "2" in sentence
    assert "3" in sentence
    assert found.repairs[0].changes[0].owner == "coordinator"
    assert pm.match(found.repairs[0].apply(problem)).has_matching


def test_one_mentor_more_would_do():
    """Where every site is promised a place and too few mentors may be used, admitting one more is offered."""
    problem = program(
        {"m1": {"name": "Juniper County"}, "m2": {"name": "Alder County"}},
        {"h1": BIG_CITY, "h2": {"name": "Cedar Valley", "max_mentees": 1}},
        rules=[
            {"kind": "opening", "id": "opening", "max": 1},
            {"kind": "selection", "id": "selection", "must_match": ["m1", "m2"]},
        ],
    )
    found = pm.diagnose(problem)
    assert not found.feasible
    sentences = [read_aloud(problem, repair.sentence) for repair in found.repairs]
    assert any("mentor" in sentence and "2" in sentence for sentence in sentences)
    raised = [repair for repair in found.repairs if repair.changes[0].rule_id == "opening"]
    assert pm.match(raised[0].apply(problem)).matching.mentees_of("h2")


def test_a_mentor_that_is_not_used():
    """Why a mentor has nobody: using it is possible, and what that costs is said."""
    problem = program(
        {"m1": {"name": "Juniper County", "settings": ["diversion", "child_welfare"]}},
        {
            "h1": {"name": "Harbor City", "settings": ["diversion", "child_welfare"]},
            "h2": {"name": "Cedar Valley", "settings": ["diversion"]},
        },
    )
    answer = pm.why_not(pm.match(problem), mentor="h2")
    assert answer.possible
    assert read_aloud(problem, answer.sentence) == (
        "It is possible to use Cedar Valley. The price: “fit” loses 2000 points; "
        "the worst-off site in “fairness” loses 4 levels. Juniper County moves from Harbor City to Cedar Valley."
    )


def test_a_matching_made_by_hand_is_held_against_the_answer():
    """A matching made by hand that overloads a mentor is told so first, by name."""
    problem = program(
        {"m1": {"name": "Juniper County"}, "m2": {"name": "Alder County"}},
        {"h1": BIG_CITY, "h2": {"name": "Cedar Valley", "max_mentees": 1}},
    )
    by_hand = pm.Matching(pairs=[("m1", "h1"), ("m2", "h1")])
    found = pm.compare(pm.match(problem), by_hand)
    assert "Harbor City" in read_aloud(problem, found.sentence)


def test_a_full_mentor_holds_a_site_back():
    """Where a promised pair fills the only mentor of a site, the promise and the number of places are the reason."""
    problem = program(
        {
            "m1": {"name": "Juniper County", "settings": ["child_welfare"]},
            "m2": {"name": "Alder County", "settings": ["child_welfare"]},
        },
        {"h1": {"name": "Harbor City", "max_mentees": 1}},
        rules=[{"kind": "pin", "mentee": "m1", "mentor": "h1"}],
    )
    reason = pm.explain(pm.match(problem)).of("m2")
    assert (reason.kind, sorted(rule.rule_id for rule in reason.rules)) == ("held_back", ["capacity:h1", "pin"])
    assert read_aloud(problem, reason.sentence) == (
        "Alder County cannot be matched as long as all of this holds: "
        "Harbor City takes at most 1 mentee. Juniper County must be paired with Harbor City."
    )


@pytest.mark.parametrize(("mentee", "mentor"), [("nobody", None), (None, "h9"), (None, None)])
def test_who_is_asked_about_has_to_exist(mentee, mentor):
    """A question about an unknown site, or about nobody, is a finding, not an answer."""
    problem = program({"m1": {"name": "Juniper County"}}, {"h1": {"name": "Harbor City"}})
    with pytest.raises(pm.ProblemError) as raised:
        pm.why_not(pm.match(problem), mentee, mentor)
    assert all(finding.sentence for finding in raised.value.findings)
