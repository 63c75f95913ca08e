"""Documents with more sites than an oracle could match, known in part, for what is worked out of every pair."""

from __future__ import annotations

from random import Random

from property.strategies import LOCALES, PLACES, SETTINGS, STATES

__all__ = ["crowd"]

TOPICS = ("peer workforce", "data", "courts", "jail in-reach", "housing", "family support", "rural roads")
CRITERIA = (
    {"criterion": "setting_fit", "weight": 4},
    {"criterion": "topic_fit", "weight": 3},
    {"criterion": "locale_fit", "neutral": 333},
    {"criterion": "proximity", "max_km": 812.7, "weight": 2},
    {"criterion": "mentee_preference", "rank_points": [1000, 900, 899]},
    {"criterion": "mentor_preference", "weight": 2},
    {"criterion": "same_value", "field": "state"},
    {"criterion": "same_value", "field": "attributes.grantee", "neutral": 0},
    {"criterion": "pair_score", "weight": 3},
)


def crowd(seed, mentees=40, mentors=9, tight=True):
    """Return a document with every criterion and every rule that refuses pairs, each with chances of its own."""
    random = Random(seed)
    known = random.choice([0.3, 0.7, 1])
    wanting, giving = [f"e{number:02}" for number in range(mentees)], [f"o{number}" for number in range(mentors)]
    grid = [(mentee, mentor) for mentee in wanting for mentor in giving]
    criteria = random.sample(CRITERIA, random.randint(1, len(CRITERIA)))
    return {
        "preset": "none",
        "mentees": [_mentee(random, site, giving, known) for site in wanting],
        "mentors": [_mentor(random, site, wanting, known, mentees // mentors if tight else mentees) for site in giving],
        "pairs": [
            {"mentee": mentee, "mentor": mentor, "score": random.choice([0, 7, 400])}
            for mentee, mentor in random.sample(grid, random.choice([0, len(grid) // 2]))
        ],
        "history": [{"round": 1, "mentee": site, "mentor": random.choice(giving)} for site in wanting[:4]],
        "rules": _rules(random, grid),
        "policy": {"tiers": [{"name": "fit", "maximize": criteria}]},
    }


def _rules(random, grid):
    chances = {
        "setting": random.choice([None, "any", "all", "off", "off"]),
        "no_prior_mentor": random.random() < 0.5,
        "listed_only": random.random() < 0.2,
        "scored_only": random.random() < 0.2,
        "max_km": random.choice([None, None, 4000.5]),
        "team_size": random.choice([None, [3, 5]]),
        "travelers": random.choice([None, None, [2, 3]]),
    }
    forbidden = [{"kind": "forbid", "mentee": one, "mentor": other} for one, other in random.sample(grid, 3)]
    seats = [{"kind": "selection", "max": random.randint(0, len(grid))}] if random.random() < 0.3 else []
    return [{"kind": "eligibility", **chances}, *forbidden, *forbidden[:1], *seats]


def _mentee(random, site, mentors, known):
    return _partly(random, known) | {
        "id": site,
        "status": random.choice(["ready"] * 6 + ["provisional", "hold"]),
        "team_size": random.choice([None, 2, 3, 5]),
        "travelers": random.choice([None, 1, 2, 3]),
        "preferences": _groups(random, mentors, known),
        "unacceptable": random.sample(mentors, random.choice([0, 0, 1])),
        "prior_mentors": random.sample(mentors, random.choice([0, 1])),
    }


def _mentor(random, site, mentees, known, most):
    return _partly(random, known) | {
        "id": site,
        "status": random.choice(["active"] * 7 + ["withdrawn"]),
        "locales_served": random.sample(LOCALES, random.choice([0, 1])),
        "max_mentees": random.choice([0, most, most, None]),
        "preferences": _groups(random, mentees, known),
        "unacceptable": random.sample(mentees, random.choice([0, 0, 1])),
    }


def _partly(random, known):
    row = {
        "organization": random.choice(["County", " county", "Court", "Tribe", "Board", "Clinic"]),
        "state": random.choice(STATES),
        "settings": random.sample(SETTINGS, random.choice([1, 2])),
        "locale": random.choice(LOCALES),
        "topics": {topic: random.randint(1, 5) for topic in random.sample(TOPICS, random.randint(1, 4))},
        "attributes": {"grantee": random.choice(["yes", "no", " "])},
        "location": random.choice([*PLACES, [random.uniform(-90, 90), random.uniform(-180, 180)], [10.01, -79.5]]),
    }
    return {name: value for name, value in row.items() if random.random() < known}


def _groups(random, others, known):
    if random.random() >= known:
        return []
    listed = random.sample(others, min(len(others), random.randint(1, 5)))
    return [listed[:2], *([other] for other in listed[2:])]
