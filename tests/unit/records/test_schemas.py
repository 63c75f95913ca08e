"""The JSON Schemas of the documents."""

from __future__ import annotations

import json
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


def test_what_the_commands_print_keeps_the_schemas(capsys, tmp_path):
    """The JSON of every command is valid by the schema of its document."""
    cohort, broken = str(EXAMPLES[0].parent / "public_record.json"), str(EXAMPLES[0].parent / "no_answer.json")
    (tmp_path / "mentees.csv").write_text("id,team_size\npine,four\n")
    (tmp_path / "mentors.csv").write_text("id\noak\n")
    result = pm.match(pm.read_problem(cohort))
    (tmp_path / "result.json").write_text(result.model_dump_json())
    mentee = result.matching.unmatched[0] if result.matching.unmatched else result.matching.pairs[0].mentee
    asked = {
        "findings": [["check", str(tmp_path)], ["check", cohort], ["match", str(tmp_path)]],
        "verification": [["verify", cohort, str(tmp_path / "result.json")]],
        "explanation": [["explain", cohort]],
        "why_not": [["why-not", cohort, mentee, result.matching.pairs[0].mentor]],
        "diagnosis": [["diagnose", broken]],
        "alternatives": [["alternatives", cohort, "-k", "1"]],
        "comparison": [["compare", cohort, str(tmp_path / "result.json")]],
        "certainty": [["what-if", cohort, "certainty"]],
        "rule_costs": [["what-if", cohort, "rules"]],
    }
    for document, commands in asked.items():
        for command in commands:
            main([*command, "--json"])
            jsonschema.validate(json.loads(capsys.readouterr().out), json.loads(generate_schema(document)))
