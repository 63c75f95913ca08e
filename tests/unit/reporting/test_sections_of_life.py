"""The sections on what happens after an answer was announced: changes, leaving mentors, back-ups, the waitlist."""

from __future__ import annotations

import pytest

import prssmi_match as pm
from integration.stories import program
from prssmi_match.reporting import build_part
from prssmi_match.reporting.document import Report
from prssmi_match.reporting.markdown import render_markdown
from prssmi_match.solution.change_curve import ChangeCurve
from prssmi_match.solution.waitlist import Waitlist
from prssmi_match.solution.withdrawals import Withdrawals

MENTEES = {
    "p-1": {"name": "Pine County", "review_score": 90, "preferences": [["o-1"], ["e-2"]]},
    "r-2": {"name": "Reed Court", "review_score": 80, "preferences": [["y-3"], ["e-2"]]},
    "m-3": {"name": "Moss Bank", "review_score": 70},
    "k-4": {"name": "Kelp Bay", "review_score": 60},
}
MENTORS = {
    "o-1": {"name": "Oak City", "max_mentees": 1},
    "e-2": {"name": "Elm Town", "max_mentees": 1},
    "y-3": {"name": "Yew Springs", "max_mentees": 1},
}
ANNOUNCED = [{"mentee": "p-1", "mentor": "o-1"}, {"mentee": "r-2", "mentor": "e-2"}]
LATER = {**MENTORS, "o-1": {**MENTORS["o-1"], "status": "withdrawn"}}


def words(problem, part):
    """Return the sections of a part as Markdown."""
    return render_markdown(Report("A report", build_part(problem, part)))


def announced(mentors=MENTORS, **fields):
    """Return the cohort after two pairs were announced."""
    return program(MENTEES, mentors, previous=ANNOUNCED, **fields)


def test_a_rematch_tells_what_could_not_be_kept_and_what_was_changed():
    """Both lists, the frozen pairs and who is new; the reason stands beside the pair that could not be kept."""
    problem = announced(LATER)
    result = pm.rematch(problem, first="quality")
    text = words(problem, result)
    assert "0 of 2 earlier pairs are kept, 2 changed." in text
    assert "Pairs that could not be kept:" in text
    assert "Oak City has withdrawn as a mentor." in text
    frozen = words(problem, pm.rematch(problem, frozen=["r-2"]))
    assert "These were frozen:" in frozen
    assert "Reed Court with Elm Town" in frozen


def test_a_change_for_the_sake_of_the_aims_is_told_apart():
    """A pair that could have been kept stands under its own words, and who had no mentor before is new."""
    problem = announced()
    text = words(problem, pm.rematch(problem, first="quality"))
    assert "Pairs that could have stayed, and were changed for the sake of the aims:" in text
    assert "Pairs that could not be kept:" not in text
    assert "Mentees that had no mentor before:" in text


def test_pairs_that_gave_way_stand_apart():
    """With what left no room for them."""
    crowd = [{"mentee": "p-1", "mentor": "o-1"}, {"mentee": "r-2", "mentor": "o-1"}]
    problem = program(MENTEES, MENTORS, previous=crowd)
    text = words(problem, pm.rematch(problem))
    assert "Pairs that gave way to others:" in text
    assert "Oak City takes at most 1 mentee." in text


def test_what_is_not_proved_claims_no_aim():
    """Where time ran out a pair is called changed and no more."""
    problem = announced()
    good = pm.rematch(problem, first="quality")
    late = good.model_copy(update={"status": "feasible"})
    assert "Other pairs that were changed:" in words(problem, late)
    assert "for the sake of the aims" not in words(problem, late)


def test_without_an_answer_the_lost_pairs_are_named():
    """Each with the reason."""
    problem = announced(LATER)
    text = words(problem, pm.rematch(problem, most_changes=0))
    assert "At least 1 pair has to change; 0 may." in text
    assert "Pine County with Oak City: Oak City has withdrawn as a mentor." in text


def test_every_report_of_a_document_with_earlier_pairs_tells_what_became_of_them():
    """Also that of a plain match; without earlier pairs there is no such section."""
    title = "What changed since the announced match"
    plain = pm.report(pm.match(announced())).to_markdown()
    assert title in plain
    assert "Reed Court was with Elm Town and is with Yew Springs now." in plain
    assert pm.report(pm.rematch(announced(LATER))).to_markdown().count(title) == 1
    for silent in (pm.match(program(MENTEES, MENTORS)), pm.rematch(program(MENTEES, MENTORS))):
        assert title not in pm.report(silent).to_markdown()
    nothing = announced(rules=[{"kind": "selection", "min": 9}])
    assert title not in pm.report(pm.match(nothing)).to_markdown()
    assert title in pm.report(pm.rematch(nothing)).to_markdown()


def test_the_change_curve_starts_where_something_is_possible():
    """Rows that no answer can have are left out; the sentence says how many pairs have to change."""
    problem = announced(LATER)
    text = words(problem, pm.whatif.change_curve(pm.match(problem)))
    assert "At least 1 pair has to change; the best answer of all changes 2." in text
    assert "With no pair changed" not in text
    assert "With at most 1 changed pair" in text
    free = words(announced(), pm.whatif.change_curve(pm.match(announced())))
    assert "No pair has to change; the best answer of all changes 1." in free


def test_withdrawals_and_backups_go_mentor_by_mentor():
    """Who would go where, and for whom there is no place."""
    problem = program(MENTEES, MENTORS)
    result = pm.match(problem)
    left = words(problem, pm.whatif.withdrawals(result))
    assert "If Oak City left," in left
    backups = words(problem, pm.whatif.backups(result))
    assert "Not every withdrawal can be absorbed: not that of Elm Town, Oak City or Yew Springs." in backups
    assert "| Pine County | Oak City | None |" in backups


def test_the_waitlist_is_an_order_and_a_queue_for_each_seat():
    """Then whom to ask next."""
    mentees = {**MENTEES, "d-5": {"name": "Dune Town", "review_score": 50}}
    problem = program(mentees, MENTORS)
    text = words(problem, pm.whatif.waitlist(pm.match(problem)))
    assert "Kelp Bay is the first to come in for 3 of 3 seats." in text
    assert "Dune Town is the second to come in for 3 of 3 seats." in text
    assert "Kelp Bay, then Dune Town" in text


def test_a_seat_that_a_rule_needs_is_told_in_the_waitlist():
    """Beside the seat stands what cannot hold without its mentee."""
    problem = program(MENTEES, MENTORS, rules=[{"kind": "pin", "mentee": "p-1", "mentor": "o-1"}])
    text = words(problem, pm.whatif.waitlist(pm.match(problem)))
    assert "Nobody: not all rules could be kept. Pine County has withdrawn." in text


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Withdrawals(rows=(), tiers=(), complete=True), "No mentor has a mentee."),
        (Waitlist(rows=(), vacancies=(), complete=True), "No mentee is waiting."),
        (
            ChangeCurve(rows=(), tiers=(), previous=2, fewest=None, most=None, complete=False, sentence="Not known."),
            "Time ran out",
        ),
    ],
)
def test_without_rows_something_is_said(part, told):
    """An empty section would look like a mistake."""
    assert told in words(program({}, {}), part)
