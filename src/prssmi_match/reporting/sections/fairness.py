"""How evenly the answer treats the matched mentees."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Number, Section, Table
from prssmi_match.reporting.fit import fit_of

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block
    from prssmi_match.reporting.fit import Fit
    from prssmi_match.solution.result import Result

__all__ = ["build_fairness"]


def build_fairness(result: Result) -> Section | None:
    """Return the measures of fairness that the answer has; None where it has none."""
    blocks: list[Block] = []
    fit = fit_of(result)
    if fit is not None and fit.points:
        blocks.append(_spread(fit))
    return Section("fairness", "Fairness", tuple(blocks)) if blocks else None


def _spread(fit: Fit) -> Table:
    totals = fit.totals
    rows = (
        ("Worst-off matched mentee", Number(totals[0])),
        ("Middle", Number(median_low(totals))),
        ("Best-off matched mentee", Number(totals[-1])),
    )
    caption = ("How far the total points of the pairs in “", Data(fit.tier), "” lie apart")
    return Table((Column("Mentee"), Column("Points", "number")), rows, caption)
