"""Pure assignment: the network core beside the raw flow, which is the limit for anything exact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.answer import Answer
from benchmarks.case import WAY, Case, Family, Outside, Subject
from benchmarks.networks import market
from benchmarks.ours import search_tiers, way
from benchmarks.repeat import repeated

if TYPE_CHECKING:
    from benchmarks.peers.program import Program

    Size = tuple[int, int, int]

__all__ = ["FAMILY"]


def _raw(size: Size) -> Answer:
    from benchmarks.peers.flow import raw_flow

    cohort = market(*size)
    (most, total), seconds = repeated(lambda: raw_flow(cohort))
    values = {"matched": most, "total": total}
    return Answer("proved", seconds, values, values, pairs=len(cohort.mentee), note="gives no proof")


def _arrays(size: Size) -> Answer:
    from benchmarks.peers.flow import four_tiers

    cohort = market(*size)
    values, seconds = repeated(lambda: four_tiers(cohort))
    return Answer("proved", seconds, values, values, pairs=len(cohort.mentee))


def _assign(size: Size) -> Answer:
    import prssmi_match as pm

    pairs, capacity = market(*size).frames()
    found, seconds = repeated(lambda: pm.scale.assign(pairs, capacity))
    values = {"matched": found.mentees, "total": found.value}
    return Answer("proved", seconds, values, {**values, "total": found.bound}, pairs=len(pairs))


def _solved(solver: str, size: Size, limit: float) -> Answer:
    from benchmarks.peers.flow import market_program
    from benchmarks.peers.program import measured
    from benchmarks.peers.solvers import solver_of

    cohort = market(*size)
    return measured(lambda: market_program(cohort), solver_of(solver, linearization=2), limit)


def _program(size: Size) -> Program:
    from benchmarks.peers.flow import market_program

    return market_program(market(*size))


def _case(*size: int, among: str, limit: float = 40.0, is_large: bool = False) -> Case:
    mentees, mentors, each = size
    subjects = {
        "r": Subject("raw flow", partial(_raw, size), 600.0),
        "s": Subject("scale.assign", partial(_assign, size), 600.0),
        "a": Subject("four tiers on arrays", partial(_arrays, size), 600.0),
        "d": Subject("three tiers of a document", lambda: search_tiers(market(*size).document(), limit, 3), limit),
        "c": Subject("CP-SAT", partial(_solved, "CP-SAT", size, limit), limit),
        "h": Subject("HiGHS", partial(_solved, "HiGHS", size, limit), limit),
        "b": Subject("CBC", Outside("cbc", lambda: _program(size).to_dict(limit)), limit),
        "m": Subject("mentor-match", Outside("mentor_match", lambda: market(*size).lists()), limit, 5.0),
        "w": Subject(WAY, lambda: way(market(*size).document(), 120.0), 120.0, grace=120.0),
    }
    name = f"{mentees:,} x {mentors:,} x {each}"
    return Case(name, tuple(subjects[letter] for letter in among), is_large=is_large)


FAMILY = Family(
    "network",
    "Networks",
    "Networks",
    ours=("scale.assign",),
    base="raw flow",
    note=(
        "The raw flow is one `SimpleMinCostFlow` of OR-Tools on sorted arrays: most pairs, then the highest "
        "total, without a proof. `scale.assign`, CP-SAT (`linearization_level=2`), HiGHS and CBC find the same "
        "two; *four tiers* are most pairs, the best reviewed, the highest total, and a draw, each proved on the "
        "face that the one before leaves. `mentor-match` gets a mentor once for each of its places, and weights "
        "that put pairs first."
    ),
    cases=(
        _case(200, 40, 20, among="rsadchbmw"),
        _case(1_000, 200, 20, among="rsadchbmw"),
        _case(10_000, 1_000, 20, among="rsadchw"),
        _case(100_000, 10_000, 10, among="rsa"),
        _case(1_000_000, 100_000, 10, among="rs", is_large=True),
    ),
)
