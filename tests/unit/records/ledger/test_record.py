"""Decisions as a coordinator makes them: measured, applied on later runs, contradicted by the data, taken back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import prssmi_match as pm
from integration.stories import program, read_aloud
from prssmi_match.records.ledger import Ledger, active, apply_ledger, record_override, words_of
from prssmi_match.solution.status import Status

WHEN = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BY = {"who": "Dana Lee", "why": "The director asked for it.", "when": WHEN}
COHORT = program(
    {
        "p-1": {"name": "Pine County", "review_score": 90, "preferences": [["o-1"]]},
        "r-2": {"name": "Reed Court", "review_score": 80, "preferences": [["e-2"]]},
        "m-3": {"name": "Moss Bank", "review_score": 50, "unacceptable": ["o-1"]},
        "h-4": {"name": "Heath", "status": "hold"},
    },
    {
        "o-1": {"name": "Oak City", "max_mentees": 1},
        "e-2": {"name": "Elm Town", "min_mentees": 1, "max_mentees": 1},
    },
)


def decided(*actions, problem=COHORT):
    """Return the last of these decisions as it was recorded, with the ledger of all."""
    ledger, recorded = Ledger(), None
    for action in actions:
        recorded = record_override(ledger, problem, action, **BY)
        ledger = recorded.ledger
    return recorded


PIN = {"action": "pin", "mentee": "m-3", "mentor": "e-2"}
HOLD = {"action": "hold", "mentee": "p-1"}
SWAP = {"action": "swap", "mentees": ["p-1", "r-2"]}
CAPACITY = {"action": "capacity", "mentor": "o-1", "max_mentees": 2}


def test_a_pin_has_its_measured_price_and_holds_from_then_on():
    """What it cost at that time is written down; later runs keep it, as a rule that says who, when and why."""
    recorded = decided(PIN)
    assert recorded.override.id == "1"
    assert recorded.override.cost.status == "optimal"
    assert recorded.override.cost.moves == len(recorded.moves) == 2
    assert recorded.override.cost.losses["review"] == 300
    assert "30.0 review points" in read_aloud(COHORT, recorded.sentence)
    applied = apply_ledger(COHORT, recorded.ledger)
    assert applied.findings == ()
    result = pm.match(applied.problem)
    assert result.matching.mentor_of("m-3") == "e-2"
    rule = next(named.rule for named in applied.problem.program.rules if named.id == "override-1")
    assert rule.reason == "The director asked for it (Dana Lee, 2026-11-24)"


def test_a_hold_frees_the_seat():
    """The site is not matched until the hold is undone."""
    recorded = decided(HOLD)
    assert pm.match(apply_ledger(COHORT, recorded.ledger).problem).matching.mentor_of("p-1") is None
    back = record_override(recorded.ledger, COHORT, {"action": "undo", "undoes": "1"}, **BY)
    assert pm.match(apply_ledger(COHORT, back.ledger).problem).matching.mentor_of("p-1") == "o-1"
    assert len(back.ledger.overrides) == 2


def test_an_undo_can_be_undone():
    """Nothing is taken out of the ledger; what is in force follows."""
    ledger = decided(HOLD, {"action": "undo", "undoes": "1"}, {"action": "undo", "undoes": "2"}).ledger
    assert [override.id for override in active(ledger)] == ["1"]
    assert len(ledger.overrides) == 3
    assert apply_ledger(COHORT, ledger).problem.mentee_by_id["p-1"].status == "hold"


def test_a_swap_is_of_the_mentors_they_have_now():
    """The pairs that come of it are written down, so it means the same after everything else has changed."""
    recorded = decided(SWAP)
    assert recorded.override.pairs == (("p-1", "e-2"), ("r-2", "o-1"))
    matching = pm.match(apply_ledger(COHORT, recorded.ledger).problem).matching
    assert (matching.mentor_of("p-1"), matching.mentor_of("r-2")) == ("e-2", "o-1")
    ids = [named.id for named in apply_ledger(COHORT, recorded.ledger).problem.program.rules]
    assert {"override-1", "override-1-2"} <= set(ids)


def test_a_changed_capacity():
    """One more place, and what it gains."""
    recorded = decided(CAPACITY)
    assert apply_ledger(COHORT, recorded.ledger).problem.mentor_by_id["o-1"].max_mentees == 2
    later = record_override(recorded.ledger, COHORT, {**CAPACITY, "max_mentees": 1}, **BY).ledger
    assert apply_ledger(COHORT, later).problem.mentor_by_id["o-1"].max_mentees == 1


def test_each_price_counts_from_the_decisions_before():
    """The second of two equal decisions costs nothing more."""
    recorded = decided(PIN, PIN)
    assert not any(recorded.override.cost.losses.values())
    assert recorded.sentence.endswith("It costs nothing. Nobody moves.")


@pytest.mark.parametrize(
    ("action", "code", "words"),
    [
        ({**PIN, "mentee": "m-4"}, "unknown_id", "Did you mean 'm-3'?"),
        ({**PIN, "mentor": "zzz"}, "unknown_id", "There is no mentor 'zzz'."),
        ({"action": "undo", "undoes": "7"}, "unknown_id", "no override '7'"),
        ({"action": "swap", "mentees": ["p-1", "m-3"]}, "not_matched", "Moss Bank has no mentor"),
        ({"action": "pin", "mentee": "p-1"}, "missing", "mentor"),
        ({"action": "pine"}, "union_tag_invalid", "pine"),
        ({**CAPACITY, "max_mentees": -1}, "greater_than_equal", "max_mentees"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(action, code, words):
    """With every finding, and the ledger stays as it was."""
    with pytest.raises(pm.ProblemError) as error:
        decided(action)
    assert {finding.code for finding in error.value.findings} == {code}
    assert words in str(error.value)


@pytest.mark.parametrize("missing", [{"who": " "}, {"why": ""}, {"when": datetime(2026, 11, 24, 9, 30)}])  # noqa: DTZ001 - no zone
def test_who_why_and_a_clear_moment_are_required(missing):
    """A decision without them is refused."""
    with pytest.raises(pm.ProblemError):
        record_override(Ledger(), COHORT, PIN, **{**BY, **missing})


def test_undoing_twice_is_refused():
    """It says how to bring it back."""
    with pytest.raises(pm.ProblemError, match="undo the undo"):
        decided(HOLD, {"action": "undo", "undoes": "1"}, {"action": "undo", "undoes": "1"})


def test_a_pair_that_the_data_refuses_is_written_down_and_told():
    """The site does not accept the mentor: both stand, the match says so with the decision's id."""
    recorded = decided({**PIN, "mentor": "o-1"})
    assert recorded.override.cost.status == "infeasible"
    assert "After this, not all rules can be kept. These cannot all hold: Moss Bank does not" in recorded.sentence
    applied = apply_ledger(COHORT, recorded.ledger)
    (finding,) = applied.findings
    assert (finding.code, finding.severity, finding.place) == ("contradiction", "warning", "overrides, override 1")
    assert "Moss Bank does not accept Oak City." in read_aloud(COHORT, finding.sentence)
    result = pm.match(applied.problem)
    assert result.status is Status.INFEASIBLE
    assert "override-1" in {member.rule_id for member in result.conflict}


def test_decisions_that_contradict_each_other_are_told():
    """Two mentors for one mentee; a pin of a site on hold; a pair that is demanded and forbidden."""
    two = apply_ledger(COHORT, decided(PIN, {**PIN, "mentor": "o-1", "mentee": "p-1"}, {**PIN, "mentee": "p-1"}).ledger)
    assert "Pine County cannot be with Oak City and Elm Town" in str(two.findings[0])
    assert "override 2" in read_aloud(COHORT, two.findings[0].sentence)
    held = apply_ledger(COHORT, decided({**PIN, "mentee": "p-1"}, HOLD).ledger)
    assert "Pine County is on hold." in held.findings[0].sentence
    both = apply_ledger(COHORT, decided(PIN, {**PIN, "action": "forbid"}).ledger)
    assert [finding.code for finding in both.findings] == ["contradiction"]


def test_what_a_decision_names_may_have_left():
    """It is told and not applied, nothing is lost, and it comes back with the site."""
    ledger = decided(PIN, HOLD).ledger
    left = COHORT.model_copy(update={"mentees": tuple(site for site in COHORT.mentees if site.id != "m-3")})
    applied = apply_ledger(left, ledger)
    assert [override.id for override in applied.overrides] == ["2"]
    (finding,) = applied.findings
    assert finding.code == "unknown_id"
    assert "'m-3'" in finding.sentence
    assert len(apply_ledger(COHORT, ledger).overrides) == 2


def test_a_capacity_below_the_minimum_is_refused_and_later_told():
    """The mentor asks for more: nobody can decide it, and where it has come to ask for more it is not applied."""
    fewer = {"action": "capacity", "mentor": "e-2", "max_mentees": 1}
    asking = COHORT.mentors[1].model_copy(update={"min_mentees": 2, "max_mentees": 3})
    later = COHORT.model_copy(update={"mentors": (COHORT.mentors[0], asking)})
    with pytest.raises(pm.ProblemError, match="or 0 to use it no more") as error:
        decided(fewer, problem=later)
    assert [(row.code, row.severity) for row in error.value.findings] == [("min_above_max", "error")]
    applied = apply_ledger(later, decided(fewer).ledger)
    assert applied.problem.mentor_by_id["e-2"].max_mentees == 3
    assert "at least 2 mentees" in read_aloud(later, applied.findings[0].sentence)


def test_no_place_at_all_closes_a_mentor_whatever_its_minimum():
    """It is not used, so its minimum asks for nothing, and the document is one that can be read."""
    recorded = decided({"action": "capacity", "mentor": "e-2", "max_mentees": 0})
    applied = apply_ledger(COHORT, recorded.ledger)
    assert applied.findings == ()
    assert pm.Problem.model_validate_json(applied.problem.model_dump_json()) == applied.problem
    assert pm.match(applied.problem).matching.mentees_of("e-2") == ()


def test_what_was_impossible_before_is_not_blamed_on_the_next_decision():
    """Neither the decision after it nor its undo."""
    clash = {**PIN, "mentor": "o-1"}
    after = decided(clash, HOLD)
    assert after.sentence == "Pine County is on hold. Not all rules can be kept, and they could not before."
    undone = decided(clash, {"action": "undo", "undoes": "1"})
    assert undone.sentence.endswith("After this, all rules can be kept, which they could not before.")


def test_a_hold_of_a_site_that_is_on_hold_anyway():
    """It is told; the status of the input stays."""
    applied = apply_ledger(COHORT, decided({"action": "hold", "mentee": "h-4"}).ledger)
    assert [finding.code for finding in applied.findings] == ["already_unavailable"]
    assert applied.problem.mentee_by_id["h-4"].status == "hold"


def test_the_document_itself_stays_as_it_is():
    """Applying gives another document."""
    before = COHORT.model_dump_json()
    apply_ledger(COHORT, decided(PIN, HOLD, CAPACITY).ledger)
    assert COHORT.model_dump_json() == before


def test_rule_ids_that_are_taken_are_not_taken_twice():
    """A rule of the document may be called as an override would be."""
    rules = [{"id": "override-1", "kind": "forbid", "mentee": "p-1", "mentor": "e-2"}]
    problem = pm.Problem.model_validate({**COHORT.model_dump(mode="json", exclude_unset=True), "rules": rules})
    ids = [named.id for named in apply_ledger(problem, decided(PIN).ledger).problem.program.rules]
    assert {"override-1", "override-1-2"} <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("action", [PIN, {**PIN, "action": "forbid"}, HOLD, SWAP, CAPACITY])
def test_words_can_be_read_aloud(action):
    """Of the decision, and of its undo."""
    recorded = decided(action, {"action": "undo", "undoes": "1"})
    for override in recorded.ledger.overrides:
        read_aloud(COHORT, words_of(COHORT, recorded.ledger, override))


def test_out_of_time_nothing_is_claimed():
    """The decision is written down, its price is not known."""
    recorded = record_override(Ledger(), COHORT, PIN, **BY, time_limit=0)
    assert recorded.override.cost == recorded.override.cost.model_copy(update={"status": "unknown", "moves": None})
    assert "is not known" in recorded.sentence
