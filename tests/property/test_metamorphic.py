"""Facts that tie the answers of two related documents, whatever the right answer is."""

from __future__ import annotations

import copy

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.strategies import documents, shuffled

QUICK = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
NAMES = tuple(f"site {letter}" for letter in "qwertyuiop")
WITH_UNKNOWNS = {
    "setting_fit",
    "topic_fit",
    "locale_fit",
    "proximity",
    "mentee_preference",
    "mentor_preference",
    "same_value",
}


def match(doc):
    """Match a document."""
    return pm.match(pm.Problem.model_validate(doc))


def renamed(value, names):
    """Return a document with every id replaced; an id on both sides stays on both sides."""
    if isinstance(value, dict):
        return {key: renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


def bests(result):
    """Return what is best in each tier before the lottery; the first count of a profile may be reported, not held."""
    return [(tier.name, tier.best, tier.profile and tier.profile[1:]) for tier in result.tiers[:-1]]


def keys(doc, result):
    """Return for each tier before the lottery what is greater when the tier is better."""
    found = []
    for told, tier in zip(doc["policy"]["tiers"], result.tiers[:-1], strict=False):
        if "generous" in told:
            found.append(tuple(-count for count in reversed(tier.profile[1:])))
        else:
            found.append(tier.profile or (tier.best,))
    return found


def without_unknowns(doc):
    """Return the document with fixed points for every unknown."""
    doc = copy.deepcopy(doc)
    for tier in doc["policy"]["tiers"]:
        inner = tier.get("leximin", tier.get("max_min", {}))
        for criterion in (*tier.get("maximize", []), *inner.get("maximize", [])):
            if criterion["criterion"] in WITH_UNKNOWNS and criterion.get("neutral") is None:
                criterion["neutral"] = 0
    return doc


@given(data=st.data(), doc=documents())
@QUICK
def test_names_decide_nothing_before_the_lottery(data, doc):
    """Renaming every site changes neither the status nor what is best in any tier before the lottery.

    The value of the final answer may differ in a tier that gives something up: the lottery chooses within it.
    """
    ids = sorted({row["id"] for row in [*doc["mentees"], *doc["mentors"]]})
    names = dict(zip(ids, data.draw(st.permutations(NAMES)), strict=False))
    before, after = match(doc), match(renamed(doc, names))
    assert before.status == after.status
    assert bests(before) == bests(after)


@given(data=st.data(), doc=documents(preset="none", stability=False, give_up=False))
@QUICK
def test_dropping_a_rule_makes_nothing_worse(data, doc):
    """Without a rule, the sequence of tier bests is lexicographically no worse.

    Sound only because: no tier gives up anything (else an earlier gain may cost a later tier, and the reverse), no
    blocking pairs (which the limits of rules define), no preset (whose rule could come back), unknowns have fixed
    points (else a rule moves the mean that stands for them), and a stated setting test stays (else ``any`` comes back).
    """
    doc = without_unknowns(doc)
    droppable = [row for row, rule in enumerate(doc["rules"]) if rule.get("setting") is None]
    assume(droppable)
    dropped = data.draw(st.sampled_from(droppable))
    freer = {**doc, "rules": [rule for row, rule in enumerate(doc["rules"]) if row != dropped]}
    before, after = match(doc), match(freer)
    assume(before.has_matching)
    assert after.status == "optimal"
    assert keys(freer, after) >= keys(doc, before)


@given(data=st.data(), doc=documents(special=False, stability=False))
@QUICK
def test_one_more_slot_never_lowers_coverage(data, doc):
    """Where coverage comes first and stability is no rule, one slot more never leaves more mentees unmatched."""
    assume(doc["mentors"])
    doc = {**doc, "policy": {"tiers": [{"name": "first", "maximize": [{"criterion": "coverage"}]}]}}
    lucky = data.draw(st.integers(0, len(doc["mentors"]) - 1))
    mentors = copy.deepcopy(doc["mentors"])
    stated = mentors[lucky].get("max_mentees")
    mentors[lucky]["max_mentees"] = 1 + max(
        doc.get("default_capacity", 3) if stated is None else stated, mentors[lucky].get("min_mentees", 0)
    )
    before, after = match(doc), match({**doc, "mentors": mentors})
    assume(before.has_matching)
    assert after.has_matching
    assert after.tiers[0].best >= before.tiers[0].best


@given(data=st.data(), doc=documents())
@QUICK
def test_order_of_rows_and_lists_changes_no_byte(data, doc):
    """Whatever the order of rows, lists and names of fields, the matching is the same to the byte."""
    before, after = match(doc), match(data.draw(shuffled(doc)))
    assert before.status == after.status
    if before.has_matching:
        assert before.matching.model_dump_json() == after.matching.model_dump_json()
