"""Questions put to an answer, beside the plain way in the same run: a whole match for each single question."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

import pytest

import prssmi_match as pm
from benchmarks.cohorts import Document, cohort

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = [pytest.param((15, 6), 5, id="15x6"), pytest.param((40, 10), 3, id="40x10")]
TABLE = "questions beside the plain way (medians)"


def matched_with(document: Document, rule: Document) -> pm.Result:
    """Match a document with one more rule."""
    return pm.match(pm.Problem.model_validate({**document, "rules": [*document["rules"], rule]}))


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
