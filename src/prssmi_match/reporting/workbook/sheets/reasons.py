"""What speaks for each pair, and why each other mentee is without a mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import label_mentee, label_mentor, open_sentence
from prssmi_match.reporting.workbook.sheet import Sheet, SheetColumn
from prssmi_match.solution.explanation import UnmatchedReason, WhyUnmatched

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.workbook.sheet import Cell
    from prssmi_match.solution.explanation import Explanation, PairReasons
    from prssmi_match.solution.result import Result

__all__ = ["reasons_sheet", "unmatched_sheet"]

_KINDS = {
    WhyUnmatched.NO_MENTOR: "No mentor can be paired with it",
    WhyUnmatched.HELD_BACK: "Rules hold it back",
    WhyUnmatched.OUTRANKED: "An aim would lose",
    WhyUnmatched.DRAWN: "The draw decided",
    WhyUnmatched.OPEN: "Not worked out in time",
}


def reasons_sheet(problem: Problem, explanation: Explanation) -> Sheet:
    """Return one row a pair."""
    columns = (
        SheetColumn("Mentee"),
        SheetColumn("Mentor"),
        SheetColumn("Settings of both"),
        SheetColumn("Topics of both"),
        SheetColumn("Forced by rules"),
        SheetColumn("Reasons", is_prose=True),
    )
    rows = tuple(_pair(problem, row) for row in explanation.pairs)
    return Sheet("reasons", "Reasons", "What speaks for every pair", columns, rows)


def _pair(problem: Problem, row: PairReasons) -> tuple[Cell, ...]:
    return (
        label_mentee(problem, row.mentee),
        label_mentor(problem, row.mentor),
        ", ".join(setting.replace("_", " ") for setting in row.shared_settings),
        ", ".join(row.shared_topics),
        "Yes" if row.forced_by else "No",
        row.sentence,
    )


def unmatched_sheet(result: Result, explanation: Explanation) -> Sheet:
    """Return one row an available mentee without a mentor; those whose reason time ran out for say so."""
    columns = (
        SheetColumn("Mentee"),
        SheetColumn("Mentee id"),
        SheetColumn("Kind of reason"),
        SheetColumn("Aim that would lose"),
        SheetColumn("Least loss of its value"),
        SheetColumn("Would lose their place"),
        SheetColumn("Reason", is_prose=True),
    )
    known = {row.mentee: row for row in explanation.unmatched}
    rows = tuple(_unmatched(result.problem, known.get(mentee), mentee) for mentee in result.matching.unmatched)
    return Sheet("unmatched", "Unmatched", "Every available mentee without a mentor, and why", columns, rows)


def _unmatched(problem: Problem, reason: UnmatchedReason | None, mentee: str) -> tuple[Cell, ...]:
    own = label_mentee(problem, mentee), mentee
    if reason is None:
        return *own, _KINDS[WhyUnmatched.OPEN], None, None, None, open_sentence(problem, mentee)
    by = ", ".join(label_mentee(problem, other) for other in reason.by)
    return *own, _KINDS[reason.kind], reason.tier, reason.loss, by, reason.sentence
