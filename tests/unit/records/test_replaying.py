"""What a replay says of records and inputs that are not as they were."""

from __future__ import annotations

import json

import pytest

import prssmi_match as pm
from prssmi_match.records.run_record import parse_record

DOCUMENT = {
    "name": "Spring",
    "mentees": [
        {"id": "p-1", "name": "Pine County", "topics": {"courts": 3}, "review_score": 90},
        {"id": "r-2", "name": "Reed Court", "attributes": {"grantee": "Ada Lovelace"}, "review_score": 80},
        {"id": "m-3", "name": "Moss Bank", "state": "somewhere near Ada's", "review_score": 70},
    ],
    "mentors": [
        {"id": "o-1", "name": "Oak City", "max_mentees": 1},
        {"id": "e-2", "name": "Elm Town", "max_mentees": 1},
    ],
    "rules": [{"kind": "quota", "id": "grant", "where": {"attributes.grantee": "Ada Lovelace"}, "max": 2}],
}


def recorded(document=DOCUMENT, **options):
    """Return the record of a document's match as an object of JSON."""
    return json.loads(pm.record(pm.match(pm.Problem.model_validate(document)), **options).model_dump_json())


def replayed(record, problem=None):
    """Return the replay of a record as it is read from a file."""
    now = None if problem is None else pm.Problem.model_validate(problem)
    return pm.replay(parse_record(json.dumps(record)), problem=now)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("seed", 7, "The seed of the draw is not what the document in the record asks for."),
        ("expectations", {}, "What is expected of teams and travelers is not what"),
        ("policy", [], "The aims are not what the document in the record asks for."),
        ("rules", [], "The rule 'grant' is not what the document in the record asks for."),
        ("unmatched", [], "The mentees without a mentor are not those that the recorded pairs leave."),
        ("pairs", None, "The record holds no pairs, and there are some now."),
        ("pairs", [["p-1", "o-1"], ["p-1", "e-2"]], "Pine County stands in 2 pairs"),
        ("tiers", [], "The record says nothing of the aim 'coverage'."),
        ("status", "feasible", "The run ended as feasible then and as optimal now."),
        ("document_digest", "0", "The document in the record is not the recorded one."),
        ("overrides", [{"id": "1", "action": "hold"}], "The record is not as it was written"),
        ("verification", False, "The record is not as it was written"),
        ("conflict", ["pin"], "The record is not as it was written"),
        ("settings", {"workers": -3}, "The record is not as it was written"),
        ("digest", "0", "The record is not as it was written"),
        ("checksum", "0", "The record is not as it was written"),
    ],
)
def test_each_field_that_was_changed_by_hand_is_told(field, value, words):
    """In words of its own where it can be worked out, by the checksum everywhere."""
    record = {**recorded(personal=True), field: value}
    replay = replayed(record)
    assert replay.same is False
    assert any(row.sentence.startswith("The record is not as it was written") for row in replay.differences)
    assert words in replay.sentence


def test_another_layout_of_the_file_changes_nothing():
    """Indents, the order of fields, and the spelling of numbers are no change."""
    record = recorded()
    assert record["document"]["mentees"][0]["review_score"] == 70
    record["document"]["mentees"][0]["review_score"] = 70.0
    assert replayed(dict(reversed(record.items()))).same


def test_other_versions_are_told_and_no_change():
    """Of the solver, say: the checksum leaves them out, because they are held against those in use."""
    record = recorded()
    record["versions"]["ortools"] = "9.14"
    replay = replayed(record)
    assert (replay.same, replay.versions["ortools"][0]) == (True, "9.14")


def test_no_text_that_somebody_typed_is_in_a_record():
    """Attributes and topics that rules and aims read are tokens, in the sites and in the rules alike."""
    record = recorded()
    assert "Ada" not in json.dumps(record)
    assert "courts" not in json.dumps(record)
    (rule,) = (row for row in record["rules"] if row["id"] == "grant")
    assert rule["fields"]["where"] == {"attributes.grantee": "attribute-1"}
    assert record["document"]["mentees"][2]["attributes"] == {"grantee": "attribute-1"}
    assert "Ada Lovelace" in json.dumps(recorded(personal=True))


def test_how_a_round_went_is_recorded_only_where_an_aim_reads_it():
    """Otherwise only who was with whom."""
    row = {"round": 2025, "mentee": "p-1", "mentor": "o-1", "outcome": "ended_early", "satisfaction": 1, "lessons": "x"}
    told = recorded({**DOCUMENT, "history": [row]})["document"]["history"][0]
    assert (told["outcome"], told["satisfaction"], told["lessons"]) == (None, None, None)
    tiers = [{"name": "waited", "maximize": [{"criterion": "past_disappointment"}]}]
    told = recorded({**DOCUMENT, "history": [row], "policy": {"tiers": tiers}})["document"]["history"][0]
    assert (told["outcome"], told["satisfaction"], told["lessons"]) == ("ended_early", 1, None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mentees": DOCUMENT["mentees"][:2]}, ["The mentee 'm-3' is no longer there."]),
        ({"mentors": [*DOCUMENT["mentors"], {"id": "y-3"}]}, ["The mentor 'y-3' is new."]),
        (
            {"mentors": [{**DOCUMENT["mentors"][0], "max_mentees": 4, "status": "withdrawn"}, DOCUMENT["mentors"][1]]},
            [
                "The mentor 'o-1' has max_mentees 4 now, not 1.",
                "The mentor 'o-1' has status withdrawn now, not active.",
            ],
        ),
        ({"rules": []}, ["The field 'rules' is not what it was."]),
        (
            {"mentees": [{**DOCUMENT["mentees"][0], "preferences": [["e-2"]]}, *DOCUMENT["mentees"][1:]]},
            ["The mentee 'p-1' has preferences [['e-2']] now, not empty."],
        ),
        ({"name": "Another"}, ["Only what the match does not read differs, such as names or reasons."]),
        (
            {"mentees": [{**DOCUMENT["mentees"][0], "topics": {"jails": 3, "courts": 3}}, *DOCUMENT["mentees"][1:]]},
            ["Only texts differ: organizations, topics, attributes or states."],
        ),
    ],
)
def test_what_of_the_input_has_changed_is_told(change, words):
    """Site by site and field by field."""
    replay = replayed(recorded(), {**DOCUMENT, **change})
    assert replay.same is False
    assert [row.sentence for row in replay.differences if row.what == "input"][1:] == words


def test_names_that_changed_are_told_of_a_whole_record():
    """A personal record is held against the whole input."""
    replay = replayed(recorded(personal=True), {**DOCUMENT, "name": "Another"})
    assert "The field 'name' is not what it was." in replay.sentence
