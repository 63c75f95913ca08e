"""The canonical digest: the same for whatever means the same, another for whatever does not."""

from __future__ import annotations

import copy
import json
import unicodedata

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

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


def leaves(value, path=()):
    """Give the place of every value of a document that holds no other one."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from leaves(item, (*path, key))
    if not inner:
        yield path


def others(value):
    """Give values that can stand in place of one."""
    match value:
        case bool():
            yield not value
        case int() | float():
            yield from (value + 1, value - 1, value + 0.001)
        case str():
            yield from (f"{value}!", *WORDS)
        case dict():
            yield from ({"new": "x"}, {"new": 3})
        case list():
            yield from (["diversion"], [["somebody else"]], ["somebody else"])
        case None:
            yield from (1, [1, 2], "x", *WORDS, True)


WORDS = ("withdrawn", "hold", "new", "early", "rural", "urban", "child_welfare", "none", "any", "all", "gone", "MN")


def changed_at(doc, path):
    """Return the document with another value at one place, where some other value can stand there."""
    found = copy.deepcopy(doc)
    for key in path[:-1]:
        found = found[key]
    value = found[path[-1]]
    for other in (other for other in others(value) if other != value):
        changed = copy.deepcopy(doc)
        place = changed
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = other
        try:
            return pm.Problem.model_validate(changed)
        except ValidationError:
            continue
    return None


@settings(parent=USUAL, max_examples=30)
@given(documents(), st.data())
def test_whatever_differs_differs(doc, data):
    """Another value at any place of the document, whichever field it is, that of a default among them."""
    problem = pm.Problem.model_validate(doc)
    whole = problem.model_dump(mode="json")
    for path in data.draw(st.lists(st.sampled_from(sorted(leaves(whole), key=str)), min_size=10, max_size=10)):
        changed = changed_at(whole, path)
        if changed is not None:
            assert digest(changed) != digest(problem)


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
