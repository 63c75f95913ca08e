"""Random calendars of matched cohorts: six months, the public holidays of 2027, four time zones, times away."""

from __future__ import annotations

import random
from datetime import date, timedelta

import prssmi_match as pm

__all__ = ["calendar", "matched"]

ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
START = date(2027, 1, 11)
END = date(2027, 7, 9)


def matched(mentees: int, mentors: int) -> pm.Result:
    """Return a result in which each mentor has as many mentees as any other, up to one."""
    pairs = [(f"e{number:03}", f"o{number % mentors:02}") for number in range(mentees)]
    rules = [{"kind": "pin", "mentee": mentee, "mentor": mentor} for mentee, mentor in pairs]
    hosts = sorted({mentor for _, mentor in pairs})
    document = {
        "preset": "none",
        "default_capacity": mentees,
        "mentees": [{"id": mentee} for mentee, _ in pairs],
        "mentors": [{"id": mentor} for mentor in hosts],
        "rules": rules,
    }
    return pm.match(pm.Problem.model_validate(document))


def calendar(result: pm.Result, *, seed: int = 2019) -> pm.Calendar:
    """Return a calendar with two visits a month and three days to prepare; every site has a zone, and times away."""
    rng = random.Random(seed)
    sites = {side: [{"id": site.id, **_dates(rng)} for site in getattr(result.problem, side)] for side in
             ("mentees", "mentors")}  # fmt: skip
    document = {
        "start": str(START),
        "end": str(END),
        "holidays": ["US"],
        "time_zone": ZONES[0],
        "visits": {"visits_a_month": 2, "preparation_days": 3},
        **sites,
    }
    return pm.Calendar.model_validate(document)


def _dates(rng: random.Random) -> dict[str, object]:
    away = []
    for _ in range(rng.randint(0, 2)):
        first = START + timedelta(days=rng.randint(0, 170))
        away.append({"first": str(first), "last": str(first + timedelta(days=rng.randint(0, 9)))})
    return {"time_zone": rng.choice(ZONES), "away": away}
