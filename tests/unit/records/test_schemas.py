"""The JSON Schemas of the documents."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

import prssmi_match as pm
from property.strategies import documents
from prssmi_match.cli import main
from prssmi_match.cli.choices import DOCUMENTS
from prssmi_match.records.schemas import MODELS, generate_schema, shipped_schema

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.json"))
PROBLEM = jsonschema.Draft202012Validator(json.loads(generate_schema("problem")))


@pytest.mark.parametrize("name", MODELS)
def test_shipped_schema_is_the_model(name):
    """The shipped file is what the model gives today, and a valid schema."""
    assert shipped_schema(name).read_text(encoding="utf-8") == generate_schema(name)
    jsonschema.Draft202012Validator.check_schema(json.loads(generate_schema(name)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_and_their_results_keep_the_schemas(path):
    """Every example keeps the problem's schema, and its result the result's."""
    PROBLEM.validate(json.loads(path.read_text(encoding="utf-8")))
    result = pm.match(pm.read_problem(path))
    jsonschema.validate(json.loads(result.model_dump_json()), json.loads(generate_schema("result")))


@given(doc=documents())
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_what_the_model_takes_keeps_the_schema(doc):
    """A document that the model takes is valid by its schema, so that others can check before they send."""
    pm.Problem.model_validate(doc)
    PROBLEM.validate(doc)


@pytest.mark.parametrize(
    "doc",
    [
        {"mentees": [{"id": "a", "status": "redy"}]},
        {"mentees": [{}]},
        {"mentors": [{"id": "m", "max_mentees": -1}]},
        {"rules": [{"kind": "pinn"}]},
        {"policy": {"tiers": [{"name": "a", "maximize": []}]}},
        {"unknown": 1},
    ],
)
def test_schema_refuses_defects_of_fields(doc):
    """What the model refuses in a single field, the schema refuses too."""
    assert not PROBLEM.is_valid(doc)


def test_the_command_line_offers_every_schema():
    """The names that the command line knows are those of the models."""
    assert tuple(MODELS) == DOCUMENTS


COHORT = {
    "mentees": [
        {"id": "pine", "settings": ["diversion"], "preferences": [["oak"], ["elm"]]},
        {"id": "lake", "preferences": [["oak"]]},
        {"id": "reed"},
    ],
    "mentors": [{"id": "oak", "max_mentees": 1}, {"id": "elm", "max_mentees": 1}],
    "policy": {
        "tiers": [
            {"name": "seats", "maximize": [{"criterion": "coverage"}], "give_up": {"points": 1}},
            {"name": "fit", "maximize": [{"criterion": "mentee_preference"}]},
        ]
    },
}
COMMANDS = {
    "problem": "convert {cohort}",
    "findings": "check {cohort} | check {wrong} | match {wrong} | convert {cohort} -o {out}/a.json "
    "| convert --guess --mentees {export} | convert --guess --mentees {export} -o {out}/mapping.toml",
    "result": "match {cohort} --record {out}/record.json",
    "replay": "replay {out}/record.json",
    "verification": "verify {cohort} {result}",
    "explanation": "explain {cohort}",
    "why_not": "why-not {cohort} reed oak | why-not {cohort} --mentee reed | why-not {cohort} --mentor oak",
    "diagnosis": "diagnose {broken} | diagnose {cohort}",
    "alternatives": "alternatives {cohort}",
    "comparison": "compare {cohort} {result}",
    "rematch": "rematch {cohort} --announced {result}",
    "recorded": "override {cohort} {out}/ledger.toml pin pine elm --who Dana --why Promised",
    "ledger": "override {cohort} {out}/ledger.toml list",
    "certainty": "what-if {cohort} certainty",
    "slot_values": "what-if {cohort} slots",
    "rule_costs": "what-if {cohort} rules",
    "weight_ranges": "what-if {cohort} weights",
    "give_up_curve": "what-if {cohort} give-up --tier seats",
    "change_curve": "what-if {cohort} changes",
    "withdrawals": "what-if {cohort} withdrawals",
    "backups": "what-if {cohort} backups",
    "waitlist": "what-if {cohort} waitlist",
}


def test_what_the_commands_print_keeps_the_schemas(capsys, tmp_path):
    """The JSON of every command is valid by the schema of its document, and so are a run record and an evaluation."""
    problem = pm.Problem.model_validate(COHORT)
    result = pm.match(problem)
    (tmp_path / "cohort.json").write_text(json.dumps(COHORT))
    (tmp_path / "result.json").write_text(result.model_dump_json())
    (tmp_path / "wrong.json").write_text(json.dumps({"mentees": [{"id": "pine", "team_size": "four"}]}))
    (tmp_path / "export.csv").write_text("Timestamp,Name of your site\n2026/03/01 9:00:00 AM GMT+1,Pine County\n")
    places = {
        "cohort": tmp_path / "cohort.json", "wrong": tmp_path / "wrong.json", "result": tmp_path / "result.json",
        "export": tmp_path / "export.csv", "broken": EXAMPLES[0].parent / "no_answer.json", "out": tmp_path,
    }  # fmt: skip
    for document, commands in COMMANDS.items():
        for command in commands.split(" | "):
            code = main([*(word.format(**places) for word in command.split()), "--json"])
            assert code in {0, 3, 4}, command
            _validate(document, capsys.readouterr().out)
    _validate("run_record", (tmp_path / "record.json").read_text())
    _validate("evaluation", pm.evaluate(problem, result.matching).model_dump_json())
    _validate("matching", result.matching.model_dump_json())


def test_a_drafted_mapping_keeps_its_schema(capsys, tmp_path):
    """What --guess --json gives as TOML is a document by the schema of mappings, where nothing is left open."""
    (tmp_path / "export.csv").write_text("Timestamp,Name of your site\n2026/03/01 9:00:00 AM GMT+1,Pine County\n")
    main(["convert", "--guess", "--mentees", str(tmp_path / "export.csv"), "--json"])
    jsonschema.validate(
        tomllib.loads(json.loads(capsys.readouterr().out)["draft"]), json.loads(generate_schema("mapping"))
    )


def _validate(document, text):
    jsonschema.validate(json.loads(text), json.loads(generate_schema(document)))
