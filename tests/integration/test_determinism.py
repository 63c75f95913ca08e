"""A proved answer depends on the document alone: not on rows, workers, hash seed, time zone or locale."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pytest

import prssmi_match as pm

PROGRAM = "import json, sys, prssmi_match as pm; print(pm.match(pm.Problem.model_validate(json.load(sys.stdin))).matching.model_dump_json())"  # noqa: E501 - one line is what `python -c` takes
SETTINGS = ["diversion", "alternatives_to_incarceration", "child_welfare"]
PLACES = [[46.1, -92.9], [40.0, -83.0], [33.4, -112.1]]


def cohort(seed, mentees=12, mentors=5):
    """Return a document full of ties, so that many answers are as good before the lottery, under the whole preset."""
    rng = random.Random(seed)
    sites = [f"site {number}" for number in range(mentees)]
    hosts = [f"høst {number}" for number in range(mentors)]
    return {
        "default_capacity": 2,
        "mentees": [
            {
                "id": site,
                "settings": rng.sample(SETTINGS, 2),
                "locale": rng.choice(["urban", "rural", None]),
                "review_score": rng.choice([80, 82.5, None]),
                "topics": rng.choice([{}, {"peers": 5, "data": 2}]),
                "preferences": rng.choice([[], [rng.sample(hosts, 2)]]),
                "unacceptable": [hosts[0]] if rng.random() < 0.2 else [],
                "location": rng.choice(PLACES),
            }
            for site in sites
        ],
        "mentors": [
            {
                "id": host,
                "settings": rng.sample(SETTINGS, 2),
                "locales_served": ["rural", "tribal"],
                "topics": rng.choice([{}, {"data": 4, "peers": 4}]),
                "location": rng.choice(PLACES),
            }
            for host in hosts
        ],
        "pairs": [{"mentee": site, "mentor": rng.choice(hosts), "workload": 2} for site in sites[:4]],
        "rules": [
            {"kind": "apart", "mentees": sites[:3]},
            {"kind": "together", "mentees": sites[4:6], "partial": True},
            {"kind": "quota", "where": {"locale": "rural"}, "max": 2, "per": "mentor"},
            {"kind": "eligibility", "max_km": 2600},
        ],
    }


def matching_bytes(doc, **settings):
    """Return the matching of a document as JSON, with every tier proved."""
    result = pm.match(pm.Problem.model_validate(doc), **settings)
    assert result.status == "optimal"
    return result.matching.model_dump_json()


def another_order(value, rng):
    """Return a document with its rows, lists and names of fields in another order; its pairs of numbers stay."""
    if isinstance(value, dict):
        items = [(key, another_order(item, rng)) for key, item in value.items()]
        rng.shuffle(items)
        return dict(items)
    if not isinstance(value, list) or any(isinstance(item, float) for item in value):
        return value
    return rng.sample([another_order(item, rng) for item in value], len(value))


@pytest.mark.parametrize("seed", range(3))
def test_number_of_workers_changes_no_byte(seed):
    """One worker and four give the same matching."""
    doc = cohort(seed)
    assert matching_bytes(doc, workers=1) == matching_bytes(doc, workers=4)


@pytest.mark.parametrize("seed", range(3))
def test_order_of_rows_changes_no_byte(seed):
    """A shuffled document gives the same matching; its preferences hold one tied group, so every list is a set."""
    doc = cohort(seed)
    assert matching_bytes(doc) == matching_bytes(another_order(doc, random.Random(seed)))


def test_time_limit_that_is_not_reached_changes_no_byte():
    """A limit that leaves time enough gives the same matching as none."""
    assert matching_bytes(cohort(1)) == matching_bytes(cohort(1), time_limit=300)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "271828", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
    ],
    ids=["plain", "turkish"],
)
def test_surroundings_change_no_byte(surroundings):
    """A process with another hash seed, time zone and locale gives the same matching."""
    doc = cohort(2)
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(doc),
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert found.stdout.strip() == matching_bytes(doc)
