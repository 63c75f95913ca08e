"""The largest weakly stable matching, with ties on the mentors' side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.case import Case, Family, Outside, Subject
from benchmarks.cohorts import residency
from benchmarks.ours import match_whole, search_tiers

if TYPE_CHECKING:
    from benchmarks.answer import Answer

__all__ = ["FAMILY"]

SIZE = (750, 50)


def _solved(solver: str, limit: float, options: dict[str, Any]) -> Answer:
    from benchmarks.peers.program import measured
    from benchmarks.peers.residency_program import residency_program
    from benchmarks.peers.solvers import solver_of

    document = residency(*SIZE, **options)
    return measured(lambda: residency_program(document), solver_of(solver), limit)


def _cbc(limit: float, options: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.peers.residency_program import residency_program

    return residency_program(residency(*SIZE, **options)).to_dict(limit)


def _lists(options: dict[str, Any]) -> dict[str, Any]:
    document = residency(*SIZE, **options)
    lists = {side: {row["id"]: row["preferences"] for row in document[side]} for side in ("mentees", "mentors")}
    return {**lists, "capacity": {row["id"]: row["max_mentees"] for row in document["mentors"]}}


def _case(name: str, limit: float, *, is_large: bool = False, **options: Any) -> Case:
    return Case(
        f"{SIZE[0]} x {SIZE[1]}, {name}",
        (
            Subject("size", lambda: search_tiers(residency(*SIZE, **options), limit, 1), limit),
            Subject("pm.match, with the lottery", lambda: match_whole(residency(*SIZE, **options), limit), limit),
            Subject("CP-SAT", partial(_solved, "CP-SAT", limit, options), limit),
            Subject("HiGHS", partial(_solved, "HiGHS", limit, options), limit),
            Subject("CBC", Outside("cbc", partial(_cbc, limit, options)), limit),
            Subject("matching", Outside("matching", partial(_lists, options)), grace=5.0),
            Subject("algmatch", Outside("algmatch", partial(_lists, options)), grace=5.0),
        ),
        is_large=is_large,
    )


FAMILY = Family(
    "stability",
    "Largest stable matching, ties",
    "The largest weakly stable matching, with ties",
    ours=("size",),
    note=(
        "Mentors grade those who list them; equal grades are ties. CP-SAT, HiGHS and CBC get the plain program of "
        "Kwanashie and Manlove (2014), a row for each pair. `matching` knows no ties: it takes them in the order "
        "of the list, which is stable but rarely the largest. `algmatch` knows ties, but only strong and "
        "super-stability, under which there may be no answer."
    ),
    cases=(
        _case("30 grades", 60.0, grades=30),
        _case("30 grades, the same for all mentors", 60.0, grades=30, common=True),
        _case("10 grades", 100.0, is_large=True, grades=10),
    ),
)
