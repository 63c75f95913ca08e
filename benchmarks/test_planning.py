"""The whole of ``planning.schedule`` beside a plain CP-SAT script of the same aims, in turns; and of ``diagnose``."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

import prssmi_match as pm
from benchmarks.peers.planning import PlanningPeer
from prssmi_match.planning.agenda import Agenda
from prssmi_match.solution.result import Provenance, Result
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

START = date(2027, 1, 11)
ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
SIZES = [
    pytest.param(15, 6, 3, id="15x6"),
    pytest.param(40, 10, 1, id="40x10"),
    pytest.param(100, 30, 1, id="100x30"),
    pytest.param(200, 60, 1, id="200x60"),
]
LIMIT = 180.0
"""Seconds for either; what is not proved in it is shown as such."""


def program(mentees: int, mentors: int, seed: int = 7) -> tuple[Result, pm.Calendar]:
    """Return an invented cohort whose pairs are given, and its calendar of six months."""
    rng = random.Random(seed)
    teams, hosts = [f"e{number:03}" for number in range(mentees)], [f"o{number:02}" for number in range(mentors)]
    problem = pm.Problem.model_validate(
        {"preset": "none", "mentees": [{"id": team} for team in teams], "mentors": [{"id": host} for host in hosts]}
    )
    matching = pm.Matching(pairs=[(team, hosts[number % mentors]) for number, team in enumerate(teams)])
    source = Provenance(digest="", versions={}, settings={})
    calendar = {
        "start": str(START),
        "end": "2027-07-09",
        "time_zone": ZONES[0],
        "holidays": ["US"],
        "visits": {"visits_a_month": 2, "preparation_days": 3},
        "mentees": [_dates(rng, team) for team in teams],
        "mentors": [_dates(rng, host) for host in hosts],
    }
    result = Result(status=Status.FEASIBLE, answer=matching, provenance=source, problem=problem)
    return result, pm.Calendar.model_validate(calendar)


def _dates(rng: random.Random, site: str) -> dict[str, Any]:
    away = []
    for _ in range(rng.randint(0, 2)):
        first = START + timedelta(days=rng.randint(0, 170))
        away.append({"first": str(first), "last": str(first + timedelta(days=rng.randint(0, 9)))})
    return {"id": site, "time_zone": rng.choice(ZONES), "away": away}


@pytest.mark.parametrize(("mentees", "mentors", "rounds"), SIZES)
def test_planning(
    mentees: int, mentors: int, rounds: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """Every aim that both prove has the same value."""
    result, calendar = program(mentees, mentors)
    agenda = Agenda(result.problem, result.matching, calendar)
    assert agenda.events  # worked out before, for both
    peers: list[PlanningPeer] = []
    benchmark.group = f"planning {mentees} x {mentors}"
    plan = benchmark.pedantic(
        pm.planning.schedule,
        args=(result, calendar),
        kwargs={"time_limit": LIMIT},
        setup=lambda: peers.append(PlanningPeer(agenda, LIMIT).run()),
        rounds=rounds,
    )
    proved = [tier.name for tier in plan.tiers if tier.proved]
    agreed = ("attendance", "spread", "early")  # the peer draws nothing, so that its calls are those of other visits
    for name in (name for name in agreed if name in proved and name in peers[-1].values):
        assert plan.values[name] == peers[-1].values[name], name
    record(
        "planning beside a plain CP-SAT script of the same aims (medians)",
        {
            "size": f"{mentees} x {mentors}",
            "status": plan.status,
            "schedule s": f"{median(benchmark.stats.stats.data):.2f}",
            "proved": " ".join(proved),
            "bare s": f"{median(peer.seconds for peer in peers):.2f}",
            "bare proved": " ".join(peers[-1].values),
        },
    )


@pytest.mark.parametrize(("mentees", "mentors", "rounds"), SIZES)
def test_diagnosis(
    mentees: int, mentors: int, rounds: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """A mentor that is closed from April on: why there are no dates, and then the two cheapest changes."""
    result, calendar = program(mentees, mentors)
    stated = calendar.model_dump(exclude_unset=True)
    stated["mentors"][0]["away"] += ({"first": "2027-04-01", "last": "2027-07-09"},)
    closed = pm.Calendar.model_validate(stated)
    benchmark.group = f"diagnosis {mentees} x {mentors}"
    clock = [time.process_time()]
    conflict = pm.planning.schedule(result, closed, time_limit=LIMIT).conflict
    clock.append(time.process_time())
    asked = {"limit": 2, "conflict": conflict, "time_limit": LIMIT}
    told = benchmark.pedantic(pm.planning.diagnose, args=(result, closed), kwargs=asked, rounds=rounds)
    clock.append(time.process_time())
    record(
        "why there are no dates, and the two cheapest changes (CPU seconds)",
        {
            "size": f"{mentees} x {mentors}",
            "conflict": f"{clock[1] - clock[0]:.2f}",
            "minimal": conflict is not None and conflict.minimal,
            "repairs": len(told.repairs),
            "repairs s": f"{(clock[2] - clock[1]) / rounds:.2f}",
        },
    )
