"""The dates of a cohort, beside plain CP-SAT on the same rows: default parameters, no hints, aim after aim.

The peer is given the dates that are possible and the rows of the rules, solves the aims before the draw, and explains,
verifies and breaks no ties.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from calendars import calendar, matched
from ortools.sat.python import cp_model

import prssmi_match as pm
from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.aims import aims_of
from prssmi_match.planning.formulation import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SECONDS = 60.0
SIZES = [(15, 6), (40, 10), (100, 30), (200, 60)]


@pytest.mark.parametrize(("mentees", "mentors"), SIZES)
def test_schedule(
    mentees: int, mentors: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """Every plan is verified; where both prove an aim, they agree."""
    result = matched(mentees, mentors)
    dates = calendar(result)
    benchmark.group = "schedule"
    plans = []
    benchmark.pedantic(lambda: plans.append(pm.planning.schedule(result, dates, time_limit=SECONDS)), rounds=1)
    plan = plans[-1]
    assert plan.verification.valid
    begin = time.perf_counter()
    peer = _plain(Plan(Agenda(result.problem, result.matching, dates)))
    seconds = time.perf_counter() - begin
    ours = {tier.name: tier.best for tier in plan.tiers if tier.proved}
    assert {name: value for name, value in peer.items() if name in ours} == {
        name: value for name, value in ours.items() if name in peer
    }
    record(
        f"schedule, at most {SECONDS:.0f} s each",
        {
            "mentees x mentors": f"{mentees} x {mentors}",
            "status": plan.status,
            "aims proved": f"{len(ours)} of {len(plan.tiers)}",
            "whole schedule s": f"{benchmark.stats.stats.median:.2f}",
            "of it, aims before the draw s": f"{sum(t.seconds for t in plan.tiers if t.name in _BEFORE):.2f}",
            "plain CP-SAT: proved": f"{len(peer)} of 3",
            "plain CP-SAT s": f"{seconds:.2f}",
        },
    )


_BEFORE = ("attendance", "spread", "early")


def _plain(plan: Plan) -> dict[str, int]:
    """Return the values of the aims that are proved in time."""
    solver, proved, begin = cp_model.CpSolver(), {}, time.perf_counter()
    solver.parameters.num_workers = 1
    solver.parameters.presolve_inclusion_work_limit = 0  # the step that is wrong in 9.15
    for name, aim in list(aims_of(plan)):
        solver.parameters.max_time_in_seconds = max(0.0, SECONDS - (time.perf_counter() - begin))
        expression = plan.expression(aim)
        plan.model.maximize(expression)
        if solver.solve(plan.model) != cp_model.OPTIMAL:
            break
        proved[name] = round(solver.objective_value)
        plan.model.clear_objective()
        plan.model.add(expression >= proved[name])
    return proved
