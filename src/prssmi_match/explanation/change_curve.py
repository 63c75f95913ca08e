"""The best answer for each number of earlier pairs that may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.explanation.rerun import Rerun, judged, moves, rerun
from prssmi_match.explanation.standing_answer import document_of
from prssmi_match.problem.changes import keeping_at_all, keeping_last, known_previous
from prssmi_match.problem.criteria import Continuity
from prssmi_match.problem.wording import aim_changes, change_curve_sentence, change_step_sentence
from prssmi_match.solution.change_curve import ChangeCurve, ChangeStep
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.status import Status
from prssmi_match.solving import resume
from prssmi_match.solving.cpsat import Formulation, Search

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_change_curve"]


def find_change_curve(result: Result, budget: Budget) -> ChangeCurve:
    """Return the best answer with at most 0, 1, 2, ... of the earlier pairs changed, up to the best answer of all.

    Among equally good ones the one with the fewest changed pairs, then the draw.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    assert result.matching is not None  # noqa: S101 - raises where there is none
    problem = document_of(result)
    previous = known_previous(problem)
    asked = keeping_last(problem)
    fewest = _changed(previous, rerun(keeping_at_all(problem), budget))
    most = _changed(previous, rerun(asked, budget))
    compatibility, found = assess(asked), list[Rerun]()
    for allowed in budget.each(range(0 if most is None else most + 1), "numbers of changed pairs"):
        search = Search(Formulation(compatibility), budget)
        search.hold(search.objective([Continuity()]), len(previous) - allowed)
        found.append(judged(asked, resume(search, asked.program.tiers)))
    return ChangeCurve(
        rows=tuple(_step(problem, previous, allowed, found) for allowed in range(len(found))),
        tiers=tuple(tier.name for tier in problem.program.tiers),
        previous=len(previous),
        fewest=fewest,
        most=most,
        complete=most is not None and len(found) == most + 1,
        sentence=change_curve_sentence(len(previous), fewest, most),
    )


def _changed(previous: tuple[tuple[str, str], ...], again: Rerun) -> int | None:
    """Return how many earlier pairs an answer does not have."""
    if again.matching is None:
        return None
    kept = {pair.key for pair in again.matching.pairs}
    return sum(pair not in kept for pair in previous)


def _step(problem: Problem, previous: tuple[tuple[str, str], ...], allowed: int, found: list[Rerun]) -> ChangeStep:
    row = found[allowed]
    first = next((one for one in found[: allowed + 1] if one.matching is not None), row)
    names = [tier.name for tier in problem.program.tiers]
    values = {name: row.values[name] for name in names if name in row.values}
    change = {name: value - first.values[name] for name, value in values.items()}
    moved = () if row.matching is None else moves(problem, Matching(pairs=previous), row.matching)
    is_same = allowed > 0 and row.matching is not None and row.matching == found[allowed - 1].matching
    aims, impossible = aim_changes(problem, change), row.status is Status.INFEASIBLE
    told = None if row.matching is None else [move.sentence for move in moved]
    return ChangeStep(
        allowed=allowed,
        changed=_changed(previous, row),
        values=values,
        status=row.status,
        change=change,
        moves=moved,
        proved=row.proved,
        sentence=change_step_sentence(allowed, aims, told, is_same=is_same, impossible=impossible),
    )
