"""Run records: the reduced document has the same answer, records replay, and every change of one is told."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.strategies import documents, shuffled
from prssmi_match.records.reduced import reduced
from prssmi_match.records.replaying import replay_record
from prssmi_match.records.run_record import parse_record, record_run

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
QUICK = settings(max_examples=40, suppress_health_check=HEALTH)
SECONDS = re.compile(r'"seconds": ?[0-9.e+-]+')


def secret(fields, *names):
    """Return fields with some texts, also those that are values or keys of an object, made recognizable."""
    changed = {}
    for name in names:
        match fields.get(name):
            case str() as text if text.strip():
                changed[name] = f"Secret {text}"
            case dict() as inner if name == "topics":
                changed[name] = {f"Secret {key}": value for key, value in inner.items()}
            case dict() as inner:
                changed[name] = {key: f"Secret {value}" for key, value in inner.items() if value.strip()}
    return {**fields, **changed}


def named(doc):
    """Return a document in which everything that people type is secret; that changes no answer."""
    sites = {
        side: [
            {**secret(row, "organization", "state", "topics", "attributes"), "name": f"Secret {row['id']}"}
            for row in doc[side]
        ]
        for side in ("mentees", "mentors")
    }
    rules = [{**rule, "reason": "Secret reason"} for rule in doc["rules"]]
    for rule in rules:
        if "where" in rule:
            typed = [field for field in rule["where"] if field == "state" or field.startswith("attributes.")]
            rule["where"] = secret(rule["where"], *typed)
    history = [{**row, "lessons": "Secret", "answers": {"Secret": "Secret"}} for row in doc.get("history", [])]
    return {**doc, **sites, "rules": rules, "history": history, "name": "Secret cohort"}


@QUICK
@given(documents())
def test_the_reduced_document_has_the_same_answer(doc):
    """Status, every tier and every pair; nothing in it is a name or a reason."""
    problem = pm.Problem.model_validate(named(doc))
    small = reduced(problem)
    full, less = pm.match(problem), pm.match(small)
    assert less.status == full.status
    assert [tier.model_copy(update={"seconds": 0}) for tier in less.tiers] == [
        tier.model_copy(update={"seconds": 0}) for tier in full.tiers
    ]
    if full.has_matching:
        assert less.matching == full.matching
    assert "Secret" not in small.model_dump_json()
    assert pm.Problem.model_validate_json(small.model_dump_json()) == small


@QUICK
@given(documents())
def test_a_record_replays(doc):
    """Written, read and solved again it is the same; the bytes are the same for every run of it."""
    problem = pm.Problem.model_validate(named(doc))
    record = record_run(pm.match(problem))
    text = record.model_dump_json(indent=2)
    assert "Secret" not in text
    assert text == record_run(pm.match(problem)).model_dump_json(indent=2)
    replay = replay_record(parse_record(text), problem=problem)
    assert (replay.same, replay.differences, replay.versions) == (True, (), {})


@QUICK
@given(documents(), st.data())
def test_a_record_does_not_depend_on_the_order_of_rows(doc, data):
    """The same problem in another order gives the same digest and the same answer in its record."""
    one = record_run(pm.match(pm.Problem.model_validate(doc)))
    other = record_run(pm.match(pm.Problem.model_validate(data.draw(shuffled(doc)))))
    assert (one.digest, one.document_digest, one.pairs) == (other.digest, other.document_digest, other.pairs)
    assert one.tiers == other.tiers


def another(value):
    """Return another value that a field of a record can have."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return f"{value}0"
        case dict():
            return {}
        case _:
            assume(value)
            return value[1:]


@QUICK
@given(documents(), st.data())
def test_a_record_that_was_changed_does_not_replay(doc, data):
    """Another answer, another value, another site in the document: each is told."""
    record = json.loads(record_run(pm.match(pm.Problem.model_validate(doc))).model_dump_json())
    fields = sorted(record.keys() - {"versions", "schema_version", "status"})
    kinds = ["document", *fields] + (["value"] if record["pairs"] else [])
    kind = data.draw(st.sampled_from(kinds))
    if kind == "value":
        record["tiers"][-1]["value"] -= 1
    elif kind == "document":
        record["document"]["default_capacity"] += 1
    else:
        record[kind] = another(record[kind])
    replay = replay_record(parse_record(json.dumps(record)))
    assert replay.same is False
    assert "record" in {row.what for row in replay.differences}
