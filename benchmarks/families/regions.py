"""Regions that no pair and no rule connects."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.case import Case, Family, Outside, Subject
from benchmarks.ours import search_tiers

if TYPE_CHECKING:
    from benchmarks.answer import Answer

__all__ = ["FAMILY"]

LIMIT = 40.0


def _document(number: int) -> dict[str, Any]:
    from benchmarks.regions import regions

    return regions(number).document()


def _solved(solver: str, number: int) -> Answer:
    from benchmarks.peers.program import measured
    from benchmarks.peers.regions_program import regions_program
    from benchmarks.peers.solvers import solver_of
    from benchmarks.regions import regions

    cohort = regions(number)
    return measured(lambda: regions_program(cohort), solver_of(solver, linearization=2), LIMIT)


def _cbc(number: int) -> dict[str, Any]:
    from benchmarks.peers.regions_program import regions_program
    from benchmarks.regions import regions

    return regions_program(regions(number)).to_dict(LIMIT)


def _case(number: int) -> Case:
    return Case(
        f"{number} regions",
        (
            Subject("three tiers", lambda: search_tiers(_document(number), LIMIT, 3), LIMIT),
            Subject("CP-SAT", partial(_solved, "CP-SAT", number), LIMIT),
            Subject("HiGHS", partial(_solved, "HiGHS", number), LIMIT),
            Subject("CBC", Outside("cbc", partial(_cbc, number)), LIMIT),
        ),
    )


FAMILY = Family(
    "regions",
    "Regions apart, three tiers",
    "Regions of 20 x 5 that nothing connects: minimums, workloads, three tiers",
    ours=("three tiers",),
    note=(
        "Each mentee has a workload of 1 to 5 and four candidates in its region; each mentor takes 3 to 6 mentees, at "
        "least two or three where it is used, and so much workload. No rule is for all regions together. Tiers: "
        "matched, fit, rank. The others get all regions as one program, as they would be modeled."
    ),
    cases=(_case(2), _case(8), _case(40)),
)
