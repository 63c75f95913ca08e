"""Rematches as people ask for them: a mentor that left, frozen pairs, a budget, and words that can be read aloud."""

from __future__ import annotations

import pytest

import prssmi_match as pm
from integration.stories import program, read_aloud

NAMES = {"p-1": "Pine County", "r-2": "Reed Court", "m-3": "Moss Bank"}
MENTEES = {site: {"name": name, "review_score": 90 - 10 * place} for place, (site, name) in enumerate(NAMES.items())}
MENTORS = {
    "o-1": {"name": "Oak City", "max_mentees": 1},
    "e-2": {"name": "Elm Town", "max_mentees": 1},
    "y-3": {"name": "Yew Springs", "max_mentees": 1},
}
ANNOUNCED = [{"mentee": "p-1", "mentor": "o-1"}, {"mentee": "r-2", "mentor": "e-2"}]


def cohort(mentors=MENTORS, mentees=MENTEES, **fields):
    """Return the cohort after two pairs were announced."""
    return program(mentees, mentors, previous=ANNOUNCED, **fields)


def gone(*sites):
    """Return the mentors with some withdrawn."""
    return {site: {**row, "status": "withdrawn"} if site in sites else row for site, row in MENTORS.items()}


def test_only_the_mentees_of_the_mentor_that_left_move():
    """The other announced pair stays, the reason is named, and who comes in is told."""
    result = pm.rematch(cohort(gone("o-1")))
    assert result.status == "optimal"
    assert (result.kept, result.fewest) == (1, 1)
    assert [(pair.mentee, pair.mentor, pair.now, pair.possible) for pair in result.changed] == [
        ("p-1", "o-1", "y-3", False)
    ]
    assert result.impossible == result.changed
    assert "Oak City has withdrawn as a mentor." in read_aloud(result.problem, result.changed[0].sentence)
    assert str(result) == "1 of 2 earlier pairs is kept, 1 changed."
    assert [move.mentee for move in result.moves] == ["p-1"]


def test_the_aims_first_moves_whoever_it_takes():
    """With quality first a better pair is worth a change; with few changes first it is not."""
    keen = {**MENTEES, "r-2": {"name": "Reed Court", "preferences": [["y-3"]]}}
    problem = cohort(mentees=keen)
    assert pm.rematch(problem).matching.mentor_of("r-2") == "e-2"
    good = pm.rematch(problem, first="quality")
    assert good.matching.mentor_of("r-2") == "y-3"
    assert (good.changed[0].possible, good.changed[0].could_stay, good.changed[0].reasons) == (True, True, ())
    assert good.matching.pairs == pm.match(problem).matching.pairs


def test_a_budget_that_is_too_small_says_how_many_it_takes():
    """It is a status with a reason, and the number is exact."""
    problem = cohort(gone("o-1", "e-2"))
    result = pm.rematch(problem, most_changes=1)
    assert (result.status, result.fewest, result.is_over_budget) == ("infeasible", 2, True)
    assert result.sentence == "At least 2 pairs have to change; 1 may."
    assert [member.rule_id for member in result.conflict] == ["most_changes"]
    assert {pair.mentee for pair in result.impossible} == {"p-1", "r-2"}
    assert pm.rematch(problem, most_changes=2).status == "optimal"


def test_a_frozen_pair_that_cannot_be_is_a_conflict_that_names_it():
    """Freezing by mentee or by pair is the same; all freezes what is still possible."""
    problem = cohort(gone("o-1"))
    for one in ("p-1", ("p-1", "o-1")):
        result = pm.rematch(problem, frozen=[one])
        assert result.status == "infeasible"
        assert {"frozen-p-1", "mentor_availability:o-1"} == {member.rule_id for member in result.conflict}
    result = pm.rematch(problem, frozen="all")
    assert (result.status, result.frozen) == ("optimal", (("r-2", "e-2"),))


def test_what_was_never_announced_cannot_be_frozen():
    """All that is wrong is said at once, with a guess."""
    with pytest.raises(pm.ProblemError) as error:
        pm.rematch(cohort(), frozen=["p-l", ("m-3", "y-3")])
    first, second = error.value.findings
    assert (first.code, first.place) == ("unknown_pair", "frozen")
    assert "Did you mean 'p-1'?" in first.sentence
    assert "m-3 with y-3" in second.sentence


@pytest.mark.parametrize("arguments", [{"first": "speed"}, {"most_changes": -1}, {"time_limit": -1}, {"workers": 0}])
def test_arguments_out_of_range(arguments):
    """A value error says what to give."""
    with pytest.raises(ValueError, match=r"use|give"):
        pm.rematch(cohort(), **arguments)


def test_without_an_earlier_answer_it_is_a_match():
    """Nothing to keep, nothing changed, and it says so."""
    problem = program(MENTEES, MENTORS)
    result = pm.rematch(problem)
    assert result.matching.pairs == pm.match(problem).matching.pairs
    assert (result.kept, result.changed, result.fewest) == (0, (), 0)
    assert result.sentence == "There is no earlier answer whose pairs could be kept."


def test_an_empty_document():
    """Nobody is there, and that is an answer."""
    result = pm.rematch(program({}, {}))
    assert result.status == "optimal"
    assert result.matching.pairs == ()


def test_sites_that_the_document_no_longer_has_do_not_count():
    """Unknown ids in the earlier answer are ignored, as everywhere."""
    problem = program(MENTEES, MENTORS, previous=[*ANNOUNCED, {"mentee": "gone", "mentor": "o-1"}])
    result = pm.rematch(problem)
    assert (result.kept, result.unknown) == (2, (("gone", "o-1"),))
    assert "All 2 earlier pairs are kept. 1 more names a site that is no longer in the input." in result.sentence


@pytest.mark.parametrize(
    ("changed", "rules", "reason"),
    [
        ({"max_mentees": 0}, [], "Oak City takes at most 0 mentees."),
        ({"max_workload": 0}, [], "Oak City takes a workload of at most 0."),
        (
            {},
            [{"kind": "pin", "mentee": "p-1", "mentor": "y-3", "reason": "They share a judge."}],
            "Pine County must be paired with Yew Springs. (Reason: They share a judge.)",
        ),
    ],
)
def test_what_stands_against_a_pair_that_nobody_refuses_is_told(changed, rules, reason):
    """A place, a workload, a minimum or a rule that leaves no room for the pair, in words."""
    problem = cohort({**MENTORS, "o-1": {**MENTORS["o-1"], **changed}}, rules=rules)
    (pair,) = pm.rematch(problem).impossible
    assert (pair.mentee, pair.mentor, pair.could_stay) == ("p-1", "o-1", False)
    assert reason in read_aloud(problem, pair.sentence)
    assert reason in pair.reasons
    assert ("p-1", "o-1") not in pm.rematch(problem, frozen="all").frozen


def test_a_pair_that_gave_way_to_others_says_what_there_was_no_room_for():
    """Two announced pairs, and one place left for both: the one that moves could have stayed by itself."""
    two = [{"mentee": "p-1", "mentor": "o-1"}, {"mentee": "r-2", "mentor": "o-1"}]
    problem = program(MENTEES, MENTORS, previous=two)
    (pair,) = pm.rematch(problem).changed
    assert (pair.possible, pair.could_stay) == (True, False)
    words = "It could not stay beside the pairs that are kept: Oak City takes at most 1 mentee."
    assert words in read_aloud(problem, pair.sentence)


def test_a_mentee_with_two_earlier_mentors_keeps_one():
    """The other pair is not blamed on any rule."""
    problem = program(MENTEES, MENTORS, previous=[*ANNOUNCED, {"mentee": "p-1", "mentor": "e-2"}])
    (pair,) = pm.rematch(problem).changed
    assert (pair.mentee, pair.could_stay) == ("p-1", False)
    assert "A mentee has at most one mentor." in pair.reasons


def test_every_question_can_be_put_to_a_rematch():
    """It is a result: reasons, alternatives, prices, a report, a change curve of the document that was given."""
    result = pm.rematch(cohort(gone("o-1")))
    assert isinstance(result, pm.Result)
    assert pm.explain(result).complete
    assert pm.why_not(result, "p-1", "o-1").possible is False
    assert pm.alternatives(result, 1).answers
    assert pm.whatif.certainty(result).answers == 1
    curve = pm.whatif.change_curve(result)
    assert (curve.fewest, curve.most) == (1, 1)
    assert pm.whatif.backups(result).proved
    assert "What changed since the announced match" in pm.report(result).to_markdown()


def test_a_policy_that_has_the_names_already():
    """The aim to keep pairs gets a name of its own."""
    policy = {"tiers": [{"name": "continuity", "maximize": [{"criterion": "coverage"}]}]}
    result = pm.rematch(cohort(policy=policy), most_changes=2)
    assert [tier.name for tier in result.tiers] == [
        "continuity_again",
        "continuity",
        "continuity_again_again",
        "lottery",
    ]


def test_strengths_keep_their_musts():
    """A must of the strengths stays a rule of the rematch."""
    mentees = {**MENTEES, "p-1": {**MENTEES["p-1"], "settings": ["diversion"]}}
    mentors = {**MENTORS, "o-1": {**MENTORS["o-1"], "settings": ["child_welfare"]}}
    result = pm.rematch(program(mentees, mentors, previous=ANNOUNCED, strengths={"setting_fit": "must"}))
    assert result.matching.mentor_of("p-1") != "o-1"
    assert not result.changed[0].possible


def test_time_that_is_up_at_once_is_a_status():
    """Nothing was found, and nothing is claimed."""
    result = pm.rematch(cohort(), time_limit=0, most_changes=1)
    assert (result.status, result.fewest, result.changed) == ("unknown", None, ())


def test_sentences_of_life_can_be_read_aloud():
    """No id of a site with a name and no word of the solver stands in any of them."""
    result = pm.match(cohort())
    for part in (
        *pm.whatif.withdrawals(result).rows,
        *pm.whatif.backups(result).rows,
        *pm.whatif.backups(result).mentors,
        *pm.whatif.waitlist(result).rows,
        *pm.whatif.waitlist(result).vacancies,
        *pm.whatif.change_curve(pm.rematch(cohort(gone("o-1", "e-2")))).rows,
    ):
        read_aloud(result.problem, part.sentence)


@pytest.mark.parametrize("question", ["withdrawals", "backups", "waitlist", "change_curve"])
def test_questions_need_an_answer(question):
    """Without a matching there is nothing to ask about."""
    result = pm.match(cohort(rules=[{"kind": "selection", "min": 9}]))
    with pytest.raises(pm.NoMatchingError):
        getattr(pm.whatif, question)(result)


@pytest.mark.parametrize("question", ["withdrawals", "backups", "waitlist", "change_curve"])
def test_out_of_time_claims_nothing(question):
    """What was not worked out is missing, and it says so."""
    part = getattr(pm.whatif, question)(pm.match(cohort()), time_limit=0)
    assert not part.complete
    assert not part.proved


def test_frames_have_a_row_each():
    """For notebooks and spreadsheets."""
    result = pm.match(cohort())
    assert list(pm.whatif.backups(result).to_frame().columns) == ["mentee", "mentor", "backup", "sentence"]
    assert len(pm.whatif.withdrawals(result).to_frame()) == 3
    assert len(pm.whatif.waitlist(result).to_frame()) == 3
    curve = pm.whatif.change_curve(pm.rematch(cohort(gone("o-1"))))
    assert list(curve.to_frame()["allowed"]) == [0, 1]


@pytest.mark.parametrize(("question", "argument"), [("withdrawals", {"first": "x"}), ("waitlist", {"depth": 0})])
def test_questions_refuse_what_they_do_not_know(question, argument):
    """A value error, before anything is solved."""
    with pytest.raises(ValueError, match=r"use|give"):
        getattr(pm.whatif, question)(pm.match(cohort()), **argument)


def test_a_seat_that_a_rule_needs_says_which():
    """Nobody comes in for a mentee that a pin names, and that is not for want of a site."""
    result = pm.match(cohort(rules=[{"kind": "pin", "mentee": "p-1", "mentor": "o-1", "reason": "Promised"}]))
    (row,) = (row for row in pm.whatif.waitlist(result).vacancies if row.mentee == "p-1")
    assert row.queue == ()
    assert {member.rule_id for member in row.conflict} == {"pin", "mentee_availability:p-1"}
    assert "left Oak City, not all rules could be kept. These cannot" in read_aloud(result.problem, row.sentence)


def test_a_withdrawal_that_a_rule_forbids_says_which():
    """No back-up for anybody of that mentor, and the reason is told."""
    result = pm.match(cohort(rules=[{"kind": "pin", "mentee": "p-1", "mentor": "o-1", "reason": "Promised"}]))
    (row,) = (row for row in pm.whatif.backups(result).mentors if row.mentor == "o-1")
    assert row.absorbed is False
    assert "Pine County must be paired with Oak City. (Reason: Promised.)" in row.reasons
    assert "These cannot all hold:" in read_aloud(result.problem, row.sentence)


def test_a_withdrawal_that_only_somebody_new_could_make_up_for():
    """Everybody else could stay, but the minimum would need a site that has no mentor now: no single rule is blamed."""
    mentees = {
        "p-1": {"name": "Pine County", "locale": "rural", "review_score": 90, "unacceptable": ["o-1", "y-3"]},
        "r-2": {"name": "Reed Court", "locale": "urban", "review_score": 80, "unacceptable": ["e-2", "y-3"]},
        "m-3": {"name": "Moss Bank", "locale": "urban", "review_score": 10},
    }
    rules = [{"kind": "quota", "where": {"locale": "urban"}, "min": 1}, {"kind": "selection", "max": 2}]
    result = pm.match(program(mentees, MENTORS, rules=rules))
    (row,) = (row for row in pm.whatif.backups(result).mentors if row.mentor == "o-1")
    assert (row.status, row.absorbed, row.reasons) == ("infeasible", False, ())
    words = "the rules could not all be kept with everybody else in place."
    assert read_aloud(result.problem, row.sentence).endswith(words)


def test_a_mentor_that_must_be_used_leaves_a_conflict():
    """Where no matching is left, it says which statements clash."""
    result = pm.match(cohort(rules=[{"kind": "pin", "mentee": "p-1", "mentor": "o-1", "reason": "Promised"}]))
    row = pm.whatif.withdrawals(result).rows[1]
    assert (row.mentor, row.status) == ("o-1", "infeasible")
    assert {member.rule_id for member in row.conflict} == {"pin", "mentor_availability:o-1"}
    assert "These cannot all hold: " in read_aloud(result.problem, row.sentence)
