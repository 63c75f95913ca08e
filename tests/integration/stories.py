"""Small invented programs with names, ids that are no words, and the check that a sentence can be read by anyone."""

from __future__ import annotations

import re

import prssmi_match as pm

SOLVER_WORDS = re.compile(
    r"infeasib|constraint|objective|variable|solver|optimal|tier\b|CP-SAT|satisf|slack|None\b|_|\{|\[", re.IGNORECASE
)


def program(mentees, mentors, **fields):
    """Return a problem with the preset's rules and policy; sites are given as id and fields."""
    return pm.Problem.model_validate(
        {
            "mentees": [{"id": site, **row} for site, row in mentees.items()],
            "mentors": [{"id": site, **row} for site, row in mentors.items()],
            **fields,
        }
    )


def read_aloud(problem, sentence):
    """Return a sentence after checking that it is one: no solver words, no id of a site that has a name."""
    assert sentence, "there is nothing to read"
    assert sentence[0].isupper() or sentence[0].isdigit(), sentence
    assert sentence.rstrip(")").endswith((".", "?")), sentence
    assert not SOLVER_WORDS.search(sentence), sentence
    for site in [*problem.mentees, *problem.mentors]:
        if site.name is not None:
            assert not re.search(rf"\b{site.id}\b", sentence), sentence
    return sentence
