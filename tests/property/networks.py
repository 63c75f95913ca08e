"""Hypothesis strategies for documents that a network can tell, wholly or for their first tiers."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from property.policies import policies
from property.rich import rich_document

__all__ = ["network_documents"]

COHORT = ("coverage", "review_score", "continuity", "past_disappointment", "mentor_rest")
NESTED = (
    {"settings": "diversion"},
    {"settings": "diversion", "state": "MN"},
    {"settings": "diversion", "state": "MN", "stage": "new"},
    {"settings": "diversion", "state": "OH"},
)


@st.composite
def network_documents(draw):
    """Draw a rich document whose rules nest, and any policy; some tiers of it are not for a network."""
    doc = rich_document(draw(st.integers(0, 10**6)))
    random = Random(draw(st.integers(0, 2**40)))
    for row in doc["mentors"]:
        row["min_mentees"] = random.choice([0, 0, 1])
        row["max_workload"] = random.choice([None, None, 2, 3])
    for row in doc["mentees"]:
        row["workload"] = 1
    for row in doc["pairs"]:
        row["workload"] = random.choice([1, 1, 1, None])
    doc["rules"] = _rules(random, doc)
    doc["policy"] = draw(policies())
    if random.random() < 0.7:
        doc["policy"]["tiers"] = [_on_network(random, tier) for tier in doc["policy"]["tiers"]]
    return doc


def _rules(random, doc):
    mentees, mentors = ([row["id"] for row in doc[side]] for side in ("mentees", "mentors"))
    low = random.choice([None, None, 1])
    drawn = [
        {"kind": "selection", "max": random.choice([None, 2, 3, 4]), "min": low},
        {"kind": "selection", "must_match": random.sample(mentees, 1)},
        {
            "kind": "opening",
            "must_open": random.sample(mentors, random.choice([0, 1])),
            "max": random.choice([1, 2, 3]),
        },
        {"kind": "forbid", "mentee": random.choice(mentees), "mentor": random.choice(mentors)},
        {"kind": "pin", "mentee": random.choice(mentees), "mentor": random.choice(mentors)},
        {"kind": "apart", "mentees": random.sample(mentees, 2)},
        *({"kind": "quota", "where": random.choice(NESTED), **_ends(random)} for _ in range(2)),
        {"kind": "quota", "where": random.choice(NESTED), "per": "mentor", "max": random.choice([0, 1, 1, 2])},
        {"kind": "quota", "where": random.choice(NESTED), "per": "mentor", "max": 1},
    ]
    return [rule for rule in drawn if random.random() < 0.35]


def _ends(random):
    return random.choice([{"max": 1}, {"max": 2}, {"min": 1}, {"min": 1, "max": 2}, {"max": 0}])


def _on_network(random, tier):
    """Replace what a network cannot tell; give nothing up."""
    tier = {name: value for name, value in tier.items() if name != "give_up"}
    for criterion in tier.get("maximize", ()):
        if "neutral" not in criterion and criterion["criterion"] in _CHOICES:
            criterion["criterion"] = random.choice(COHORT)
    return tier


_CHOICES = ("mentor_review_score", "balance", "few_mentors", "few_blocking_pairs")
