"""Drafts of mappings for the exports of six survey systems: valid, mostly right, and never wrong in silence."""

import re
import tomllib
from pathlib import Path

import pytest

import prssmi_match as pm
from exports.cohort import plain_document, without_ties
from exports.layout import write_folder
from exports.layouts import LAYOUTS
from prssmi_match.cli import main
from prssmi_match.intake import examine
from prssmi_match.intake.mapping import Mapping, parse_mapping
from prssmi_match.records.digest import canonical

COHORT = Path(__file__).parents[2] / "examples" / "spring_cohort"
# What a person fills in who reads the draft beside the survey.
ANSWERS = {"Something else": "other_criminal_justice", "Ready, some papers missing": "provisional"}


@pytest.fixture(scope="module")
def cohort():
    """Return the spring cohort as a plain document."""
    return plain_document(pm.read_problem(COHORT).model_dump(mode="json", exclude_unset=True))


def draft(folder, stated):
    """Write a draft in place of the mapping, and return its text."""
    mapping = tomllib.loads((folder / "mapping.toml").read_text())
    exports = [f"--{side}={folder / mapping[side]['file']}" for side in ("mentees", "mentors")]
    assert main(["convert", "--guess", *exports, "-o", str(stated)]) == 0
    return stated.read_text()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_draft_is_valid_and_right_where_it_claims(layout, cohort, tmp_path):
    """Whatever a draft claims of a question or an answer is what the survey meant; contact data is never mapped."""
    document = cohort if layout.ties else without_ties(cohort)
    write_folder(document, layout, tmp_path, noise=True)
    meant = tomllib.loads((tmp_path / "mapping.toml").read_text())
    text = draft(tmp_path, tmp_path / "draft.toml")
    content = tomllib.loads(text)
    assert isinstance(parse_mapping(content), Mapping)
    for side in ("mentees", "mentors"):
        claimed, right = content[side]["fields"], meant[side]["fields"]
        # The layouts with codes alone say nothing that a question could be known by.
        least = 0 if layout.name == "limesurvey codes" else 10
        assert len(claimed) >= least
        for field, spec in claimed.items():
            if spec["question"] == "?":  # an open place: a person has to say
                continue
            assert spec["question"] == right[field]["question"], field
            answers = right[field].get("answers", {})
            assert all(answers.get(answer, value) == value for answer, value in spec.get("answers", {}).items()), field
            if field == "preferences" and "layout" in right[field]:
                assert spec["layout"] == right[field]["layout"]
        assert "example.org" not in text


def test_a_draft_that_a_person_completed(cohort, tmp_path):
    """With the open places filled in, the draft of an export with full texts reads the very problem."""
    layout = next(layout for layout in LAYOUTS if layout.name == "limesurvey full texts")
    document = without_ties(cohort)
    write_folder(document, layout, tmp_path, noise=True)
    text = draft(tmp_path, tmp_path / "mapping.toml")
    for answer, value in ANSWERS.items():
        text = re.sub(rf'^# "{answer}" = .*$', f'"{answer}" = "{value}"', text, flags=re.MULTILINE)
    text = text.replace('one_per = "organization"', 'one_per = "id"')
    text += '\n[mentees.fields."attributes.grantee"]\nquestion = "About you: grantee"\n'
    text += '\n[mentors.fields."attributes.model"]\nquestion = "About you: model"\n'
    (tmp_path / "mapping.toml").write_text(text)
    reading = examine(tmp_path)
    assert reading.problem is not None, [str(found) for found in reading.findings]
    assert canonical(reading.problem) == canonical(pm.Problem.model_validate(document))
