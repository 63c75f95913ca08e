"""The canonical digest: the same for whatever means the same, another for whatever does not."""

from __future__ import annotations

import copy
import json
import unicodedata

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.strategies import documents, shuffled
from prssmi_match.records import canonical, digest

HEALTH = [HealthCheck.too_slow, HealthCheck.filter_too_much]
USUAL = settings(max_examples=100, suppress_health_check=HEALTH)


def digest_of(doc):
    """Return the digest of a document as it is read from JSON text."""
    return digest(pm.Problem.model_validate_json(doc if isinstance(doc, str) else json.dumps(doc)))


def respelled(value, spell):
    """Write every number of a document in another spelling, every text in another normalization."""
    match value:
        case dict():
            inner = ", ".join(f"{respelled(key, spell)}: {respelled(item, spell)}" for key, item in value.items())
            return f"{{{inner}}}"
        case list():
            return f"[{', '.join(respelled(item, spell) for item in value)}]"
        case float() if value.is_integer() and abs(value) < 1e9:
            return spell(int(value))
        case str():
            return json.dumps(unicodedata.normalize("NFD", value), ensure_ascii=False)
        case _:
            return json.dumps(value)


@USUAL
@given(documents(), st.data())
def test_order_means_nothing(doc, data):
    """Rows and lists in another order, preferences and tiers apart."""
    assert digest_of(data.draw(shuffled(doc))) == digest_of(doc)


@USUAL
@given(documents(), st.sampled_from([lambda n: f"{n}.0", lambda n: f"{n}e0", lambda n: f"{n}.00E+0", str]))
def test_spelling_means_nothing(doc, spell):
    """Numbers as 2, 2.0 or 2e0 where any number may stand, texts composed or decomposed."""
    scored = copy.deepcopy(doc)
    for row in scored["mentees"] + scored["mentors"]:
        if row.get("review_score") is not None:
            row["review_score"] = float(round(row["review_score"]))
        if row.get("location") is not None:
            row["location"] = [float(round(part)) for part in row["location"]]
    assert digest_of(respelled(scored, spell)) == digest_of(scored)


@USUAL
@given(documents())
def test_defaults_written_out_mean_nothing(doc):
    """The full dump says the same as what was written, and so does the canonical form of either."""
    problem = pm.Problem.model_validate(doc)
    assert digest_of(problem.model_dump_json()) == digest(problem)
    assert digest_of(problem.model_dump_json(exclude_unset=True)) == digest(problem)
    assert json.loads(canonical(problem)) == json.loads(canonical(pm.Problem.model_validate(problem.model_dump())))


CHANGES = {
    "status": lambda row: {**row, "status": "withdrawn" if row.get("status", "ready") != "withdrawn" else "hold"},
    "workload": lambda row: {**row, "workload": (row.get("workload") or 0) + 7},
    "review_score": lambda row: {**row, "review_score": (row.get("review_score") or 0) + 0.001},
    "name": lambda row: {**row, "name": f"{row.get('name')}!"},
    "attributes": lambda row: {**row, "attributes": {**row.get("attributes", {}), "new": "x"}},
    "stage": lambda row: {**row, "stage": "new" if row.get("stage") != "new" else "early"},
    "prior_mentors": lambda row: {**row, "prior_mentors": [*row.get("prior_mentors", []), "somebody else"]},
    "team_size": lambda row: {**row, "team_size": (row.get("team_size") or 0) + 1},
}


@USUAL
@given(documents(), st.sampled_from(sorted(CHANGES)), st.integers(0, 9))
def test_whatever_differs_differs(doc, kind, which):
    """One field of one mentee."""
    assume(doc["mentees"])
    changed = copy.deepcopy(doc)
    place = which % len(doc["mentees"])
    changed["mentees"][place] = CHANGES[kind](changed["mentees"][place])
    assert digest_of(changed) != digest_of(doc)


@USUAL
@given(documents())
def test_the_order_of_preferences_and_tiers_is_their_meaning(doc):
    """Turned round, a list of several groups is another list, and so are the tiers of a policy."""
    lists = [row for row in doc["mentees"] if len(row.get("preferences", [])) > 1]
    assume(lists)
    changed = copy.deepcopy(doc)
    for row in changed["mentees"]:
        row["preferences"] = row.get("preferences", [])[::-1]
    assert digest_of(changed) != digest_of(doc)
