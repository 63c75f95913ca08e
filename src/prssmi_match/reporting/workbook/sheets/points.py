"""The points of every pair, a column a criterion of each aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.policy import pair_criteria_of
from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.reporting.document import Number, plain_text
from prssmi_match.reporting.sections.answer import criterion_title
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.policy import Tier
    from prssmi_match.reporting.workbook.sheet import Cell
    from prssmi_match.solution.evaluation import CriterionPoints, PairEvaluation
    from prssmi_match.solution.result import Result

__all__ = ["points_sheet"]

_MOST = 1000


def points_sheet(result: Result) -> Sheet | None:
    """Return one row a pair; None where no aim gives pairs points. Aims that measure the same share their columns."""
    tiers = _tiers(result)
    if result.evaluation is None or not tiers or not result.evaluation.pairs:
        return None
    columns = [SheetColumn("Mentee"), SheetColumn("Mentor")]
    for tier, criteria in tiers:
        columns += [_column(tier, criterion) for criterion in criteria]
        columns.append(SheetColumn(f"{tier.name}: total"))
    rows = tuple(_row(result, pair, [tier for tier, _ in tiers]) for pair in result.evaluation.pairs)
    about = "The points of every pair; a total counts each as often as its column says (* rests on something unknown)"
    return Sheet("points", "Points", about, tuple(columns), rows)


def _tiers(result: Result) -> list[tuple[Tier, tuple[PairCriterion, ...]]]:
    """Return the aims that give pairs points with their criteria; of those that measure the same, only the first."""
    found: dict[tuple[PairCriterion, ...], Tier] = {}
    for tier in result.problem.program.tiers:
        found.setdefault(pair_criteria_of(tier), tier)
    return [(tier, criteria) for criteria, tier in found.items() if criteria]


def _column(tier: Tier, criterion: PairCriterion) -> SheetColumn:
    times = "" if criterion.weight == 1 else f", times {criterion.weight}"
    scale = None if criterion.criterion == "pair_score" else (0, _MOST)
    return SheetColumn(f"{tier.name}: {plain_text(criterion_title(criterion)).lower()}{times}", scale=scale)


def _row(result: Result, pair: PairEvaluation, tiers: list[Tier]) -> tuple[Cell, ...]:
    cells: list[Cell] = [label_mentee(result.problem, pair.mentee), label_mentor(result.problem, pair.mentor)]
    for tier in tiers:
        points = [row for row in pair.points if row.tier == tier.name]
        cells += [_marked(row.points, [row]) for row in points]
        cells.append(_marked(sum(row.total for row in points), points))
    return tuple(cells)


def _marked(value: int, points: list[CriterionPoints]) -> Number:
    return Number(value, "*" if any(row.assumed for row in points) else "")
