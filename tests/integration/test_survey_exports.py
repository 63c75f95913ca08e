"""Exports of the spring cohort, as six survey systems write them, give exactly the problem of the native tables."""

from pathlib import Path

import pytest

import prssmi_match as pm
from exports.cohort import plain_document, without_ties
from exports.layout import write_folder
from exports.layouts import LAYOUTS
from prssmi_match.intake import examine
from prssmi_match.records.digest import canonical

COHORT = Path(__file__).parents[2] / "examples" / "spring_cohort"


@pytest.fixture(scope="module")
def cohort():
    """Return the spring cohort as a plain document."""
    return plain_document(pm.read_problem(COHORT).model_dump(mode="json", exclude_unset=True))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_gives_the_same_problem(layout, cohort, tmp_path):
    """The system is recognized, what does not count is told, contacts stay out, and nothing else is lost or added."""
    document = cohort if layout.ties else without_ties(cohort)
    write_folder(document, layout, tmp_path, noise=True)
    reading = examine(tmp_path)
    assert reading.problem is not None, [str(found) for found in reading.findings]
    # The same document, but for the order of rows and lists, which some systems turn around.
    assert canonical(reading.problem) == canonical(pm.Problem.model_validate(document))
    assert {found.severity for found in reading.findings} == {"warning"}
    codes = sorted({found.code for found in reading.findings})
    partial = ["partial_response"] if layout.system != "google_forms" else []
    assert codes == [*partial, "repeated_response", "unused_column"]
    titles = {"limesurvey": "LimeSurvey", "qualtrics": "Qualtrics", "redcap": "REDCap", "surveymonkey": "SurveyMonkey"}
    titles |= {"google_forms": "Google Forms", "microsoft_forms": "Microsoft Forms"}
    assert sum(f"an export of {titles[layout.system]}" in note for note in reading.notes) == 2
    assert not any("example.org" in str(found) for found in reading.findings)


def test_at_least_two_layouts_a_system():
    """Each of the six systems is written in two ways."""
    systems = [layout.system for layout in LAYOUTS]
    assert {systems.count(system) for system in systems} == {2}
    assert len({*systems}) == 6
