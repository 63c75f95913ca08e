from pathlib import Path

import pytest
import tomlkit

import prssmi_match as pm
from exports.cohort import TEXTS, plain_document, without_ties
from exports.layout import write_folder
from exports.layouts import LAYOUTS
from prssmi_match.intake import examine
from prssmi_match.intake.exports import read_sheet
from prssmi_match.intake.guess import draft_mapping
from prssmi_match.intake.mapping import read_mapping
from prssmi_match.intake.surveys import read_survey
from prssmi_match.records.digest import canonical

COHORT = Path(__file__).parents[4] / "examples" / "spring_cohort"
CODES_ONLY = ("limesurvey codes", "redcap raw")
WORDED = [layout for layout in LAYOUTS if layout.name not in CODES_ONLY]
FILLED_IN = {
    "mentees": {
        "status": {"Ready, some papers missing": "provisional"},
        "settings": {"Something else": "other_criminal_justice"},
    },
    "mentors": {"settings": {"Something else": "other_criminal_justice"}},
}
"""All that a person has to add to a draft, beside the attributes, which only a person can name."""


@pytest.fixture(scope="module")
def cohort():
    """Return the spring cohort as a plain document."""
    return plain_document(pm.read_problem(COHORT).model_dump(mode="json", exclude_unset=True))


def draft_from(folder):
    """Return the draft for the exports of a folder, and the mapping that it was written with."""
    written = tomlkit.parse((folder / "mapping.toml").read_text(encoding="utf-8")).unwrap()
    surveys = {}
    for side in ("mentees", "mentors"):
        file = written[side]["file"]
        sheet, _ = read_sheet((folder / file).read_bytes(), file)
        surveys[side] = (file, read_survey(sheet))
    return draft_mapping(surveys), written


@pytest.mark.parametrize("layout", WORDED, ids=lambda layout: layout.name)
def test_a_draft_converts_with_a_few_lines_filled_in(layout, cohort, tmp_path):
    """Three answers and the attributes are left to a person; then the problem is the one of the native tables."""
    document = cohort if layout.ties else without_ties(cohort)
    write_folder(document, layout, tmp_path, noise=True)
    draft, written = draft_from(tmp_path)
    assert draft.open == 3
    mapping = tomlkit.parse(draft.text)
    for side, fields in FILLED_IN.items():
        for field, answers in fields.items():
            mapping[side]["fields"][field]["answers"].update(answers)
        for field, mapped in written[side]["fields"].items():
            if field.startswith("attributes."):
                mapping[side]["fields"][field] = mapped
    (tmp_path / "mapping.toml").write_text(tomlkit.dumps(mapping), encoding="utf-8")
    reading = examine(tmp_path)
    assert reading.problem is not None, [str(found) for found in reading.findings]
    assert canonical(reading.problem) == canonical(pm.Problem.model_validate(document))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_draft_as_it_stands_merges_nothing_in_silence(layout, cohort, tmp_path):
    """What nobody has filled in yet is an error at its cell, and no contact data is in the draft."""
    write_folder(cohort if layout.ties else without_ties(cohort), layout, tmp_path, noise=True)
    draft, _ = draft_from(tmp_path)
    (tmp_path / "mapping.toml").write_text(draft.text, encoding="utf-8")
    errors = {found.code for found in examine(tmp_path).findings if found.severity == "error"}
    assert ("unknown_question" if layout.name == "limesurvey codes" else "unknown_answer") in errors
    assert "example.org" not in draft.text


def test_codes_find_fields_by_their_own_names(cohort, tmp_path):
    """An export of codes fills the fields that its codes name, and leaves the answers to a person."""
    write_folder(without_ties(cohort), next(one for one in LAYOUTS if one.name == "redcap raw"), tmp_path)
    draft, _ = draft_from(tmp_path)
    found = read_mapping(draft.text.encode()).mentees.fields
    assert found.keys() == TEXTS.keys() - {"topics", "locales_served", "min_mentees", "max_mentees", "max_workload"}
    assert not any(mapped.answers for mapped in found.values())
    assert found["preferences"].layout == "rank_columns"
