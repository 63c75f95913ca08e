from __future__ import annotations

import subprocess
import sys

import pytest

import prssmi_match as pm
from prssmi_match import showing
from prssmi_match.solution.move import Move


def test_the_facade_answers():
    """Whatever is imported from the package, an object shows itself, without that the facade was imported by name."""
    code = (
        "from prssmi_match.problem.document import Problem\n"
        "print(Problem.model_validate({'name': 'Spring', 'mentees': [{'id': 'a'}]})._repr_html_())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Spring" in done.stdout
    assert "1 available of 1" in done.stdout


def test_without_an_answer_there_is_no_html(monkeypatch):
    """The lower rooms work without anybody who renders: a notebook then falls back to the repr."""
    monkeypatch.setattr(showing, "_answers", [])
    assert pm.Problem()._repr_html_() is None


@pytest.mark.parametrize("value", [pm.Matching(), Move(mentee="a", before=None, after=None, sentence="It moves.")])
def test_small_parts_have_their_repr(value):
    """What a line tells has no HTML."""
    assert value._repr_html_() is None


def test_documents_stay_what_they_are():
    """Showing adds no field: a dump gives back what was written."""
    assert pm.Problem.model_validate({"mentees": [{"id": "a"}]}).model_dump(exclude_unset=True) == {
        "mentees": ({"id": "a"},)
    }
