"""Questions put to an answer, beside the plain way: a whole match for each single question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.answer import Answer
from benchmarks.case import Case, Family, Subject
from benchmarks.cohorts import cohort
from benchmarks.repeat import repeated

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FAMILY"]

SIZES = ((15, 6), (200, 60))
LIMIT = 45.0
CONTRADICTION = [
    {"kind": "quota", "where": {"settings": "child_welfare"}, "min": 9},
    {"kind": "quota", "where": {"settings": "diversion"}, "max": 2},
    {"kind": "selection", "min": 15, "max": 15},
    {"kind": "opening", "max": 4},
    {"kind": "pin", "mentee": "e000", "mentor": "o00"},
    {"kind": "forbid", "mentee": "e000", "mentor": "o00"},
]


def _explain(size: tuple[int, int]) -> Answer:
    import prssmi_match as pm

    result = pm.match(pm.Problem.model_validate(cohort(*size)))
    found, seconds = repeated(lambda: pm.explain(result, time_limit=LIMIT))
    told = sum(reason.kind != "open" for reason in found.unmatched)
    note = f"reasons of {len(found.pairs)} pairs, and of {told} of {len(found.unmatched)} sites left out"
    return Answer("proved" if found.complete else "found", seconds, note=note)


def _explain_plainly(size: tuple[int, int]) -> Answer:
    import prssmi_match as pm
    from benchmarks.peers.plainly import explain_plainly, questions_of

    document = cohort(*size)
    asked = questions_of(pm.match(pm.Problem.model_validate(document)))
    done, seconds = repeated(lambda: explain_plainly(document, asked, LIMIT))
    return Answer("proved" if done == len(asked) else "found", seconds, note=f"{done} of {len(asked)} matches")


def _diagnose(size: tuple[int, int]) -> Answer:
    import prssmi_match as pm

    problem = pm.Problem.model_validate(cohort(*size, rules=CONTRADICTION))
    found, seconds = repeated(lambda: pm.diagnose(problem, time_limit=LIMIT))
    assert not found.feasible
    told = f"{len(found.conflicts)} conflicts, {len(found.repairs)} repairs"
    return Answer("proved" if seconds < LIMIT else "found", seconds, note=told)


def _conflict_plainly(size: tuple[int, int]) -> Answer:
    from benchmarks.peers.plainly import conflict_plainly

    document = cohort(*size, rules=CONTRADICTION)
    (members, asked), seconds = repeated(lambda: conflict_plainly(document))
    return Answer("proved", seconds, note=f"one conflict of {members}, by {asked} models; no repairs")


def _conflict(size: tuple[int, int]) -> Answer:
    import prssmi_match as pm

    problem = pm.Problem.model_validate(cohort(*size, rules=CONTRADICTION))
    found, seconds = repeated(lambda: pm.match(problem, time_limit=LIMIT))
    assert found.conflict is not None
    status = "proved" if found.conflict.minimal else "found"
    return Answer(status, seconds, note=f"one conflict of {len(found.conflict.members)}")


def _cases(size: tuple[int, int]) -> list[Case]:
    asked: dict[str, dict[str, Callable[[tuple[int, int]], Answer]]] = {
        "explain": {"pm.explain": _explain, "plain re-solving": _explain_plainly},
        "conflict": {"pm.match": _conflict, "plain re-solving": _conflict_plainly, "pm.diagnose": _diagnose},
    }
    return [
        Case(
            f"{name} {size[0]} x {size[1]}",
            tuple(Subject(subject, partial(run, size), LIMIT, grace=120.0) for subject, run in subjects.items()),
        )
        for name, subjects in asked.items()
    ]


FAMILY = Family(
    "questions",
    "Questions put to an answer",
    "Questions put to an answer",
    ours=("pm.explain", "pm.match"),
    note=(
        "`pm.explain` tells the reasons of every pair and of every site left out, beside a whole match for each of "
        "these questions. `pm.match` of a contradictory cohort finds one minimal conflict, beside plain deletion with "
        "a new model each time; `pm.diagnose` finds up to five conflicts and five repairs, cheapest first. "
        f"{LIMIT:.0f} seconds for each."
    ),
    cases=tuple(case for size in SIZES for case in _cases(size)),
)
