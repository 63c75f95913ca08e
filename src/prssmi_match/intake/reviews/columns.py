"""Which columns of the table of reviews are read, and what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.columns import Column, Kind, Table
from prssmi_match.intake.header import is_left_out
from prssmi_match.intake.reviews.settings import MENTEE, MENTOR, RubricCriterion
from prssmi_match.problem.text import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.intake.grid import Grid
    from prssmi_match.intake.reviews.settings import ReviewSettings
    from prssmi_match.problem.wording.labels import Side

__all__ = ["ReviewColumns", "review_columns"]

_LIKE_A_NUMBER = re.compile(r"[-+.,]?[0-9]")
"""What a score begins with, be it well written or not."""


@dataclass(frozen=True, slots=True)
class ReviewColumns:
    """The columns of a table of reviews.

    Parameters
    ----------
    reviewer, conflict : str
        Their headers.
    sites : mapping of str to (str or None)
        The columns that name a site, and the side that they name; None where it may be either.
    rubric : mapping of str to RubricCriterion
        The columns that hold scores.
    table : Table
        All of them, as a table is read.
    findings : tuple of Finding
        What is wrong with the rubric, beside what any header may have wrong.
    """

    reviewer: str
    conflict: str
    sites: Mapping[str, Side | None]
    rubric: Mapping[str, RubricCriterion]
    table: Table
    findings: tuple[Finding, ...]


def review_columns(grid: Grid, settings: ReviewSettings) -> ReviewColumns:
    """Return the columns that the settings name, or, without a rubric, those that may hold scores."""
    sides: dict[str, Side | None] = {settings.site: None, MENTEE: "mentees", MENTOR: "mentors"}
    named = (settings.reviewer, *sides, settings.conflict)
    other = () if settings.rubric else tuple(_other(grid, named))
    words = [header for header in other if _holds_words(grid, header)]
    rubric = settings.rubric or {header: RubricCriterion() for header in other if header not in words}
    sites = {name: side for name, side in sides.items() if name in grid.header}
    # Where several columns may name the site, each row fills in one of them.
    needed = (settings.reviewer, *(sites or (settings.site,))) if len(sites) < 2 else (settings.reviewer,)  # noqa: PLR2004
    # Columns of words are known, so that they get one finding, which says more than that they are not.
    texts = [Column(name, Kind.TEXT) for name in (*named, *words)]
    table = Table("reviews", (*texts, *(Column(name, Kind.DECIMAL) for name in rubric)), needed)
    findings = (*_of_words(grid, words), *_of_rubric(grid, rubric, named), *_of_conflict(grid, settings))
    return ReviewColumns(settings.reviewer, settings.conflict, sites, rubric, table, findings)


def _other(grid: Grid, named: tuple[str, ...]) -> Iterator[str]:
    """Yield the headers that are no name, nor a name in other letters, which is a slip."""
    taken = {fold(name) for name in named}
    for header in dict.fromkeys(grid.header):
        if header and not is_left_out(header) and fold(header) not in taken:
            yield header


def _holds_words(grid: Grid, header: str) -> bool:
    at = grid.header.index(header)
    cells = [row.cells[at] for row in grid.rows if at < len(row.cells) and row.cells[at] is not None]
    return bool(cells) and not any(isinstance(cell, str) and _LIKE_A_NUMBER.match(cell) for cell in cells)


def _of_words(grid: Grid, words: list[str]) -> Iterator[Finding]:
    for header in words:
        sentence = (
            f"The column {header!r} holds no number, so it holds no scores; put # before its name to leave it out, "
            "or name the columns of the rubric in the settings."
        )
        yield _finding(grid, "not_a_criterion", header, sentence, "numbers")


def _of_rubric(grid: Grid, rubric: Mapping[str, RubricCriterion], named: tuple[str, ...]) -> Iterator[Finding]:
    if not rubric:
        sentence = f"{grid.source} has no column of scores: it needs one for each criterion of the rubric."
        yield _finding(grid, "missing_column", "", sentence, "a column of scores")
    free = [header for header in grid.header if header and header not in (*rubric, *named)]
    for name in rubric:
        if name not in grid.header:
            close = nearest(name, free)
            guess = f" Did you mean {close!r}?" if close else ""
            sentence = f"The rubric names {name!r}, which is not a column of {grid.source}.{guess}"
            yield _finding(grid, "missing_column", name, sentence, f"a column {name}")
    unbounded = [name for name, criterion in rubric.items() if criterion.max is None]
    if 0 < len(unbounded) < len(rubric):
        sentence = (
            f"{', '.join(sorted(unbounded))}: no highest score is stated, as it is for others. Totals are sums of "
            "points; state a max for every criterion to have them in percent."
        )
        yield Finding("partial_maximum", grid.source, "", "a max for all, or for none", sentence, "warning")


def _of_conflict(grid: Grid, settings: ReviewSettings) -> Iterator[Finding]:
    """Yield a finding where a column was asked for that is not there: conflicts would pass unseen."""
    name = settings.conflict
    if "conflict" in settings.model_fields_set and name not in grid.header:
        close = nearest(name, (header for header in grid.header if header))
        guess = f" Did you mean {close!r}?" if close else ""
        sentence = f"Conflicts of interest are to be marked in a column {name!r}, which {grid.source} lacks.{guess}"
        yield _finding(grid, "missing_column", name, sentence, f"a column {name}")


def _finding(grid: Grid, code: str, column: str, sentence: str, expected: str) -> Finding:
    where = f"{grid.source} {grid.header_place}".strip()
    index = grid.header.index(column) if column in grid.header else None
    found = column if index is not None else ""
    place = f"{where}, column {column}" if column else where
    return Finding(code, place, found, expected, sentence, spot=grid.spot(None, index, column))
