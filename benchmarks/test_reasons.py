"""Questions put to an answer, beside the plain way in the same run: a whole match for each single question."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

import pytest
from cohorts import Document, cohort

import prssmi_match as pm
from prssmi_match.explanation.conflict import minimal_conflict
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_benchmark.fixture import BenchmarkFixture

    from prssmi_match.problem.facts import Fact

SIZES = [pytest.param((15, 6), 5, id="15x6"), pytest.param((40, 10), 3, id="40x10")]
CONTRADICTION = [
    {"kind": "quota", "where": {"settings": "child_welfare"}, "min": 9},
    {"kind": "quota", "where": {"settings": "diversion"}, "max": 2},
    {"kind": "selection", "min": 15, "max": 15},
    {"kind": "opening", "max": 4},
    {"kind": "pin", "mentee": "e000", "mentor": "o00"},
    {"kind": "forbid", "mentee": "e000", "mentor": "o00"},
]
TABLE = "questions beside the plain way (medians)"


def matched_with(document: Document, rule: Document) -> pm.Result:
    """Match a document with one more rule."""
    return pm.match(pm.Problem.model_validate({**document, "rules": [*document["rules"], rule]}))


def every_mentee(document: Document, result: pm.Result) -> int:
    """Document each mentee without a mentor."""
    for mentee in result.matching.unmatched:
        matched_with(document, {"kind": "selection", "id": f"demand {mentee}", "must_match": [mentee]})
    return len(result.matching.unmatched)


def every_site(document: Document, result: pm.Result) -> int:
    """Demand each mentee without a mentor, and forbid each pair: it is forced where then nothing is left."""
    return every_mentee(document, result) + every_pair(document, result)


def every_pair(document: Document, result: pm.Result) -> int:
    """Forbid each pair of the answer: whether it is certain shows in what the tiers then lose."""
    for pair in result.matching.pairs:
        matched_with(document, {"kind": "forbid", "id": "without", "mentee": pair.mentee, "mentor": pair.mentor})
    return len(result.matching.pairs)


def every_slot(document: Document, result: pm.Result) -> int:
    """Match with one more and one fewer place at each mentor."""
    count = 0
    for row in document["mentors"]:
        places = result.problem.capacity(result.problem.mentor_by_id[row["id"]])
        for changed in (places - 1, places + 1):
            if changed >= row.get("min_mentees", 0):
                mentors = [
                    {**other, "max_mentees": changed} if other is row else other for other in document["mentors"]
                ]
                pm.match(pm.Problem.model_validate({**document, "mentors": mentors}))
                count += 1
    return count


def every_amount(document: Document, result: pm.Result) -> int:
    """Match with each amount given up, instead of the tier's own."""
    tiers = [tier.model_dump(mode="json", exclude_none=True) for tier in result.problem.program.tiers]
    index = next(place for place, tier in enumerate(tiers) if tier.get("name") == "fit")
    width = max(1, -(-abs(result.tiers[index].best) // 100))
    for count in range(11):
        changed = {**tiers[index], "give_up": {"points": width * count}}
        policy = {"tiers": [*tiers[:index], changed, *tiers[index + 1 :]]}
        pm.match(pm.Problem.model_validate({**document, "policy": policy}))
    return 11


def fit_curve(result: pm.Result) -> object:
    """Ask what the next tier gains for what the fit gives up."""
    return pm.whatif.give_up_curve(result, "fit")


QUESTIONS = [
    pytest.param(pm.explain, every_site, id="explain"),
    pytest.param(pm.whatif.certainty, every_pair, id="certainty"),
    pytest.param(pm.whatif.slot_values, every_slot, id="slot_values"),
    pytest.param(fit_curve, every_amount, id="give_up_curve"),
]


@pytest.mark.parametrize(("size", "rounds"), SIZES)
@pytest.mark.parametrize(("question", "plainly"), QUESTIONS)
def test_question(  # noqa: PLR0913 - three parameters make one case
    *,
    question: Callable[[pm.Result], object],
    plainly: Callable[[Document, pm.Result], int],
    size: tuple[int, int],
    rounds: int,
    benchmark: BenchmarkFixture,
    record: Callable[[str, object], None],
) -> None:
    """A whole question beside one match for each part of it."""
    document = cohort(*size)
    result = pm.match(pm.Problem.model_validate(document))
    begin = time.perf_counter()
    parts = plainly(document, result)
    plain = time.perf_counter() - begin
    benchmark.group = f"questions {size}"
    benchmark.pedantic(question, args=(result,), rounds=rounds)
    seconds = median(benchmark.stats.stats.data)
    record(TABLE, _row(f"{size[0]} x {size[1]}", question.__name__, seconds, (plain, f"{parts} matches")))


@pytest.mark.parametrize(("size", "rounds"), SIZES)
def test_diagnose(
    size: tuple[int, int], rounds: int, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """Conflicts and repairs of a contradictory cohort beside one conflict by plain deletion, a new model each time."""
    problem = pm.Problem.model_validate(cohort(*size, rules=CONTRADICTION))
    begin = time.perf_counter()
    minimal_conflict(Plain(problem), Budget())
    plain = time.perf_counter() - begin
    benchmark.group = f"questions {size}"
    found = benchmark.pedantic(pm.diagnose, args=(problem,), rounds=rounds)
    assert not found.feasible
    told = f"one conflict ({len(found.conflicts)} conflicts, {len(found.repairs)} repairs here)"
    seconds = median(benchmark.stats.stats.data)
    record(TABLE, _row(f"{size[0]} x {size[1]}", "diagnose", seconds, (plain, told)))


class Plain:
    """Rules and facts asked for one by one, on a new model each time."""

    def __init__(self, problem: pm.Problem) -> None:
        self._problem = problem
        self.facts = GuardedFormulation(problem).facts

    def is_feasible(self, facts: Sequence[Fact], budget: Budget) -> bool | None:
        """Whether some matching keeps these."""
        return GuardedFormulation(self._problem).is_feasible(facts, budget)

    def core(self, facts: Sequence[Fact], budget: Budget) -> list[Fact]:  # noqa: ARG002 - the protocol asks for it
        """Return all of them: nothing is known before."""
        return list(facts)


def _row(size: str, name: str, seconds: float, plain: tuple[float, str]) -> dict[str, str]:
    """Return a row of the table; ``plain`` are the seconds and the parts of the plain way."""
    return {
        "size": size,
        "question": name,
        "here s": f"{seconds:.3f}",
        "plainly s": f"{plain[0]:.3f}",
        "ratio": f"{seconds / plain[0]:.2f}",
        "plainly": plain[1],
    }
