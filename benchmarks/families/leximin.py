"""Leximin of 101 levels after coverage, 20 candidates a mentee."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.case import Case, Family, Subject
from benchmarks.ours import match_whole, search_tiers

if TYPE_CHECKING:
    from benchmarks.answer import Answer

__all__ = ["FAMILY"]

SIZE = (1_000, 200, 20)
TIERS = [
    {"name": "matched", "maximize": [{"criterion": "coverage"}]},
    {"name": "worst", "leximin": {"maximize": [{"criterion": "pair_score"}]}},
]


def _document(*, with_opening: bool) -> dict[str, Any]:
    from benchmarks.large import opening

    document = opening(*SIZE)
    rules = [rule for rule in document["rules"] if with_opening or rule["kind"] != "opening"]
    return {**document, "rules": rules, "policy": {"tiers": TIERS}}


def _solved(solver: str, limit: float, *, with_opening: bool) -> Answer:
    from benchmarks.large import draw
    from benchmarks.peers.large_program import large_program
    from benchmarks.peers.program import measured
    from benchmarks.peers.solvers import solver_of

    large = draw(*SIZE)
    build = partial(large_program, large, with_opening=with_opening, linked=solver == "HiGHS", leximin=True)
    return measured(build, solver_of(solver, linearization=2), limit)


def _case(name: str, limit: float, *, with_opening: bool) -> Case:
    return Case(
        f"{SIZE[0]:,} x {SIZE[1]}, {name}",
        (
            Subject("two tiers", lambda: search_tiers(_document(with_opening=with_opening), limit, 2), limit),
            Subject("CP-SAT", partial(_solved, "CP-SAT", limit, with_opening=with_opening), limit),
            Subject("HiGHS", partial(_solved, "HiGHS", limit, with_opening=with_opening), limit),
            Subject(
                "pm.match, with the lottery", lambda: match_whole(_document(with_opening=with_opening), limit), limit
            ),
        ),
    )


FAMILY = Family(
    "leximin",
    "The worst-off first (leximin)",
    "The worst-off first: leximin of 101 levels after coverage, 20 candidates a mentee",
    ours=("two tiers",),
    note=(
        "The cohort of the family before, with and without its limit of mentors: without it the rules are a "
        "network. CP-SAT and HiGHS go level by level in the same way, jumping to the next that is taken."
    ),
    cases=(
        _case("all rules", 45.0, with_opening=True),
        _case("on the network", 45.0, with_opening=False),
    ),
)
