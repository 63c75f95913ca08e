"""Documents that know nearly everything about their sites, so that every tier and rule has something to decide.

The sites are drawn evenly from a seed rather than by hypothesis, which prefers what is left out.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from property.policies import policies
from property.strategies import KINDS, LOCALES, MENTEES, MENTORS, PLACES, SETTINGS, STATES, TOPICS, rules

__all__ = ["rich_document", "rich_documents"]


@st.composite
def rich_documents(draw, *, kinds=KINDS, least=0):
    """Draw a rich document with rules of these kinds and any policy."""
    doc = rich_document(draw(st.integers(0, 10**6)))
    mentees, mentors = ([row["id"] for row in doc[side]] for side in ("mentees", "mentors"))
    return {
        **doc,
        "rules": draw(st.lists(rules(mentees, mentors, kinds=kinds), min_size=least, max_size=3)),
        "policy": draw(policies()),
    }


def rich_document(seed):
    """Return a document of five mentees and three mentors, without rules or policy of its own."""
    random = Random(seed)
    mentees, mentors = MENTEES[:5], MENTORS[:3]
    return {
        "default_capacity": random.choice([1, 2, 2]),
        "mentees": [{"id": site, **_known(random, mentors), **_mentee(random)} for site in mentees],
        "mentors": [{"id": site, **_known(random, mentees), **_mentor(random)} for site in mentors],
        "pairs": [
            {"mentee": site, "mentor": random.choice(mentors), "score": random.randint(0, 900), "workload": 2}
            for site in random.sample(mentees, 3)
        ],
        "previous": [{"mentee": site, "mentor": random.choice(mentors)} for site in random.sample(mentees, 3)],
        "history": _history(Random(f"history {seed}"), mentees, mentors),
    }


def _history(random, mentees, mentors):
    """Return what the round before says; another generator's draws, so that the sites stay what they are."""
    return [
        {
            "round": 2018,
            "mentee": site,
            "mentor": random.choice(mentors),
            "satisfaction": random.choice([1, 2, 4, None]),
        }
        for site in random.sample([*mentees, "gone"], 3)
    ]


def _known(random, others):
    listed = random.sample(others, 3)
    topics = [random.choice(TOPICS[:2]), *TOPICS[2:]]  # the same topic, typed in two ways
    return {
        "state": random.choice(STATES),
        "settings": random.sample(SETTINGS, random.choice([1, 2, 2])),
        "locale": random.choice([*LOCALES, None]),
        "review_score": random.choice([85, 85.5, 86, 86.5, 87, 90, 100, None]),
        "topics": {topic: random.randint(1, 5) for topic in random.sample(topics, 2)},
        "preferences": random.choice([[], [[other] for other in listed], [listed[:2]], [[listed[0]], listed[1:]]]),
        "attributes": {"grantee": random.choice(["yes", "no", " "])},
        "location": random.choice(PLACES[:4]),
    }


def _mentee(random):
    return {
        "status": random.choice(["ready", "ready", "ready", "ready", "provisional", "hold"]),
        "stage": random.choice(["new", "early"]),
        "team_size": random.randint(2, 6),
        "travelers": random.randint(1, 4),
        "prior_mentors": random.sample(MENTORS[:3], random.choice([0, 0, 1])),
    }


def _mentor(random):
    return {
        "status": random.choice(["active"] * 7 + ["withdrawn"]),
        "max_workload": random.choice([None, None, 3]),
        "min_mentees": random.choice([0, 0, 1, 2]),
    }
