"""The ledger over random documents: what is written comes back, and what is in force is in the document."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.strategies import documents
from prssmi_match.records.ledger import Ledger, apply_ledger, parse_ledger
from prssmi_match.records.ledger.file import as_text

USUAL = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
WORDS = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() and "\x00" not in text)
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds have none


@st.composite
def ledgers(draw, doc):
    """Draw up to six decisions about a document's sites, some of sites that it does not have, some taken back."""
    mentees = [*(row["id"] for row in doc["mentees"]), "gone"]
    mentors = [*(row["id"] for row in doc["mentors"]), "left"]
    rows = []
    for number in range(draw(st.integers(0, 6))):
        mentee, mentor = draw(st.sampled_from(mentees)), draw(st.sampled_from(mentors))
        own = {
            "pin": {"mentee": mentee, "mentor": mentor},
            "forbid": {"mentee": mentee, "mentor": mentor},
            "swap": {"pairs": [[mentee, mentor], [draw(st.sampled_from(mentees)), draw(st.sampled_from(mentors))]]},
            "hold": {"mentee": mentee},
            "capacity": {"mentor": mentor, "max_mentees": draw(st.integers(0, 4))},
        }
        if rows:
            own["undo"] = {"undoes": draw(st.sampled_from([row["id"] for row in rows]))}
        action = draw(st.sampled_from(sorted(own)))
        said = {"id": f"{number} {draw(WORDS)}", "when": draw(TIMES), "who": draw(WORDS), "why": draw(WORDS)}
        rows.append({**said, "action": action, **own[action]})
    return Ledger.model_validate({"overrides": rows})


@USUAL
@given(documents(), st.data())
def test_what_is_written_comes_back(doc, data):
    """Any words, any time, any action; the text of more decisions begins with the text of fewer."""
    ledger = data.draw(ledgers(doc))
    text = ""
    for override in ledger.overrides:
        longer = f"{text}\n{as_text(override)}"
        assert longer.startswith(text)
        text = longer
    assert parse_ledger(text) == ledger
    assert parse_ledger(text.encode()) == ledger


def in_force(ledger):
    """Return the decisions that hold, worked out from the first to the last: each undo flips what it names."""
    state = {}
    for override in ledger.overrides:
        state[override.id] = True
    for position in range(len(ledger.overrides) - 1, -1, -1):
        override = ledger.overrides[position]
        if override.action == "undo" and state[override.id]:
            state[override.undoes] = False
    return [override for override in ledger.overrides if state[override.id] and override.action != "undo"]


@USUAL
@given(documents(), st.data())
def test_what_is_in_force_is_in_the_document(doc, data):
    """Every decision is applied or told, and an answer keeps all that were applied."""
    problem = pm.Problem.model_validate(doc)
    ledger, before = data.draw(ledgers(doc)), problem.model_dump_json()
    applied = apply_ledger(problem, ledger)
    assert problem.model_dump_json() == before
    told = {row.place.removeprefix("overrides, override ") for row in applied.findings}
    skipped = [row.id for row in in_force(ledger) if row not in applied.overrides]
    assert set(skipped) <= told
    rules = {(named.rule.kind, named.rule.mentee, named.rule.mentor) for named in applied.problem.program.rules
             if named.rule.kind in {"pin", "forbid"}}  # fmt: skip
    places = {}
    for override in applied.overrides:
        match override.action:
            case "pin" | "forbid":
                assert (override.action, override.mentee, override.mentor) in rules
            case "swap":
                assert {("pin", *pair) for pair in override.pairs} <= rules
            case "hold":
                assert not applied.problem.mentee_by_id[override.mentee].available
            case "capacity":
                places[override.mentor] = override.max_mentees
    for mentor, most in places.items():
        assert applied.problem.mentor_by_id[mentor].max_mentees == most
    again = pm.Problem.model_validate_json(applied.problem.model_dump_json())
    assert again == applied.problem
    result = pm.match(again)
    if result.has_matching:
        for kind, mentee, mentor in rules:
            assert (result.matching.mentor_of(mentee) == mentor) == (kind == "pin")
