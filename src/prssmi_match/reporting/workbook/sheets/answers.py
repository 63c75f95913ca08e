"""Every mentee and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import label_mentee, label_mentor
from prssmi_match.reporting.document import Number
from prssmi_match.reporting.fit import fit_of
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn

if TYPE_CHECKING:
    from prssmi_match.problem.participants import Mentee
    from prssmi_match.reporting.document import Tone
    from prssmi_match.reporting.fit import Fit
    from prssmi_match.reporting.workbook.sheet import Cell
    from prssmi_match.solution.result import Result

__all__ = ["answers_sheet"]

_TONES: dict[str, Tone] = {
    "Matched": "good",
    "Matched, provisional": "caution",
    "Without a mentor": "stop",
}
_MOST = 1000
"""Points of one criterion at most, before its weight."""


def answers_sheet(result: Result) -> Sheet:
    """Return one row a mentee, those on hold and withdrawn among them."""
    fit = fit_of(result)
    columns = [
        SheetColumn("Mentee"),
        SheetColumn("Mentee id"),
        SheetColumn("State"),
        SheetColumn("Answer", tones=_TONES),
        SheetColumn("Mentor"),
        SheetColumn("Mentor id"),
    ]
    if fit is not None:
        most = _MOST * sum(criterion.weight for criterion in fit.criteria)
        columns.append(SheetColumn(f"Points in {fit.tier}", scale=(0, most)))
    columns += [
        SheetColumn("Mentee's choice number"),
        SheetColumn("Mentor's choice number"),
        SheetColumn("To settle", is_prose=True),
        SheetColumn("Rests on unknown", is_prose=True),
    ]
    rows = tuple(_row(result, fit, mentee) for mentee in result.problem.mentee_by_id.values())
    about = "Every mentee and its mentor (* rests on something unknown)"
    return Sheet("answer", "Answers", about, tuple(columns), rows)


def _row(result: Result, fit: Fit | None, mentee: Mentee) -> tuple[Cell, ...]:
    problem = result.problem
    pair = next((pair for pair in result.matching.pairs if pair.mentee == mentee.id), None)
    own = (label_mentee(problem, mentee.id), mentee.id, mentee.state)
    points: tuple[Cell, ...] = () if fit is None else (None,)
    if pair is None:
        return *own, _without(mentee), None, None, *points, None, None, None, None
    mentor = problem.mentor_by_id[pair.mentor]
    if fit is not None:
        rows = fit.points[pair.key]
        points = (Number(sum(row.total for row in rows), "*" if any(row.assumed for row in rows) else ""),)
    return (
        *own,
        "Matched, provisional" if pair.provisional else "Matched",
        label_mentor(problem, mentor.id),
        mentor.id,
        *points,
        _choice(mentee.preferences, mentor.id),
        _choice(mentor.preferences, mentee.id),
        "; ".join(condition.sentence for condition in result.conditions if condition.mentee == mentee.id),
        ", ".join(name.replace("_", " ") for name in pair.assumed),
    )


def _without(mentee: Mentee) -> str:
    return "Without a mentor" if mentee.available else {"hold": "On hold", "withdrawn": "Withdrawn"}[mentee.status]


def _choice(preferences: tuple[tuple[str, ...], ...], other: str) -> Cell:
    """Return the group that a site is in; blank where no preference is stated."""
    ranks = [number for number, group in enumerate(preferences, start=1) if other in group]
    return ranks[0] if ranks else "Not listed" if preferences else None
