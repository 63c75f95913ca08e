"""Opening, seats, quotas and four tiers, with 20 candidates a mentee."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.case import WAY, Case, Family, Outside, Subject
from benchmarks.ours import search_tiers, way

if TYPE_CHECKING:
    from benchmarks.answer import Answer

__all__ = ["FAMILY"]

CANDIDATES = 20
PLAIN = 60.0
"""Seconds for HiGHS without the rows that help it."""


def _document(mentees: int, mentors: int) -> dict[str, Any]:
    from benchmarks.large import opening

    return opening(mentees, mentors, CANDIDATES)


def _solved(solver: str, mentees: int, mentors: int, limit: float, *, linked: bool = False) -> Answer:
    from benchmarks.large import draw
    from benchmarks.peers.large_program import large_program
    from benchmarks.peers.program import measured
    from benchmarks.peers.solvers import solver_of

    large = draw(mentees, mentors, CANDIDATES)
    build = partial(large_program, large, linked=linked)
    return measured(build, solver_of(solver, linearization=2), limit)


def _cbc(mentees: int, mentors: int, limit: float) -> dict[str, Any]:
    from benchmarks.large import draw
    from benchmarks.peers.large_program import large_program

    return large_program(draw(mentees, mentors, CANDIDATES), linked=True).to_dict(limit)


def _case(mentees: int, mentors: int, limit: float) -> Case:
    size = (mentees, mentors)
    return Case(
        f"{mentees:,} x {mentors:,}",
        (
            Subject("four tiers", lambda: search_tiers(_document(*size), limit, 4), limit),
            Subject("CP-SAT", partial(_solved, "CP-SAT", *size, limit), limit),
            Subject("HiGHS", partial(_solved, "HiGHS", *size, limit, linked=True), limit),
            Subject("HiGHS, plain", partial(_solved, "HiGHS", *size, PLAIN), PLAIN),
            Subject("CBC", Outside("cbc", partial(_cbc, *size, 90.0)), 90.0),
            Subject(WAY, lambda: way(_document(*size), limit), limit, grace=120.0),
        ),
    )


FAMILY = Family(
    "opening",
    "Opening, quotas, four tiers",
    "Opening, seats, quotas and four tiers, 20 candidates a mentee",
    ours=("four tiers",),
    note=(
        "At most seven in ten mentors and six in ten mentees, a minimum for two settings; tiers: matched, review, "
        "fit, rank. *Four tiers* assesses the pairs and proves the tiers, as the others do. CP-SAT runs one "
        "worker with `linearization_level=2` (its default took a minute for the first tier alone). HiGHS and CBC "
        "get a row for each pair that says that its mentor is then used, which makes them several times as fast, "
        "and CP-SAT not; *plain* is without. HiGHS proves within its tolerances."
    ),
    cases=(_case(1_000, 200, 90.0), _case(5_000, 800, 150.0)),
)
