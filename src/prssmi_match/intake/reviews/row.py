"""One row of the table to a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.reviews.cells import read_conflict, read_score
from prssmi_match.intake.reviews.review import Review
from prssmi_match.problem.wording.labels import enumeration

if TYPE_CHECKING:
    from fractions import Fraction

    from prssmi_match.intake.reviews.cells import Sites
    from prssmi_match.intake.reviews.columns import ReviewColumns
    from prssmi_match.intake.table import TableReading
    from prssmi_match.problem.wording.labels import Side

__all__ = ["read_review"]


def read_review(reading: TableReading, number: int, columns: ReviewColumns, sites: Sites) -> Review | None:
    """Return what a row says, as well as it can be read; None where it does not say whose review of what it is.

    Parameters
    ----------
    reading : TableReading
        The table; takes the findings.
    number : int
        The row, among those that are not blank.
    sites : Sites
        The ids of each side.
    """
    row = reading.rows[number]
    scores = _scores(reading, number, columns)
    conflict = read_conflict(row.get(columns.conflict))
    if isinstance(conflict, Complaint):
        _complain(reading, number, columns.conflict, conflict)
    site = _site(reading, number, columns, sites)
    reviewer = row.get(columns.reviewer)
    if site is None or reviewer is None:
        return None
    missing = tuple(name for name in columns.rubric if name not in scores)
    return Review(str(reviewer), *site, scores, missing, conflict is True)


def _scores(reading: TableReading, number: int, columns: ReviewColumns) -> dict[str, Fraction]:
    scores: dict[str, Fraction] = {}
    for name, criterion in columns.rubric.items():
        if name in reading.rows[number]:
            score = read_score(reading.rows[number][name], criterion)
            if isinstance(score, Complaint):
                _complain(reading, number, name, score)
            else:
                scores[name] = score
    return scores


def _site(reading: TableReading, number: int, columns: ReviewColumns, sites: Sites) -> tuple[Side, str] | None:
    stated = {name: str(reading.rows[number][name]) for name in columns.sites if name in reading.rows[number]}
    if len(stated) > 1:
        words = enumeration(repr(word) for word in stated.values())
        sentence = f"The row names {words}; a row is one review, of one site."
        _complain(reading, number, list(stated)[1], Complaint("several_sites", "the id of one site", sentence))
        return None
    for name, word in stated.items():
        side = sites.side_of(word, columns.sites[name])
        if not isinstance(side, Complaint):
            return side, word
        _complain(reading, number, name, side)
        return None
    if len(columns.sites) > 1 and not any((number, name) in reading.settled for name in columns.sites):
        sentence = f"The row names no site; fill in {enumeration(columns.sites, 'or')}, or clear the whole row."
        _complain(reading, number, next(iter(columns.sites)), Complaint("missing", "the id of a site", sentence))
    return None


def _complain(reading: TableReading, number: int, column: str, complaint: Complaint) -> None:
    reading.complain(number, column, complaint.code, complaint.expected, complaint.sentence)
