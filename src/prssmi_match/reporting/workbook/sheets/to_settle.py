"""What to settle before anybody is told: conditions, provisional pairs, and what was assumed of sites in the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.document import Tone
    from prssmi_match.reporting.workbook.sheet import Cell
    from prssmi_match.solution.result import Result

__all__ = ["to_settle_sheet"]

_TONES: dict[str, Tone] = {"Condition": "caution", "Provisional": "caution"}


def to_settle_sheet(result: Result) -> Sheet:
    """Return one row a statement."""
    columns = (
        SheetColumn("Site"),
        SheetColumn("Site id"),
        SheetColumn("Sort", tones=_TONES),
        SheetColumn("Field"),
        SheetColumn("To settle", is_prose=True),
    )
    about = "What to settle before anybody is told; nobody was refused for it"
    return Sheet("conditions", "To settle", about, columns, tuple(_rows(result)))


def _rows(result: Result) -> Iterator[tuple[Cell, ...]]:
    problem, pairs = result.problem, result.matching.pairs
    for pair in pairs:
        if pair.provisional:
            name = label_mentee(problem, pair.mentee)
            yield name, pair.mentee, "Provisional", "status", "Confirm that it is ready."
    for condition in result.conditions:
        yield (
            label_mentee(problem, condition.mentee), condition.mentee, "Condition", condition.field, condition.sentence
        )  # fmt: skip
    involved = {site for pair in pairs for site in pair.key}
    for row in result.assumptions:
        if row.site in involved:
            name = (label_mentor if row.site in problem.mentor_by_id else label_mentee)(problem, row.site)
            yield name, row.site, "Assumption", row.field, row.sentence
