"""What a reader makes of a survey's export: questions, their columns, and responses. No answer is interpreted yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prssmi_match.errors import Finding
    from prssmi_match.intake.grid import Row, Sheet

__all__ = ["Layout", "Marks", "Part", "Question", "Response", "Survey"]


class Layout(StrEnum):
    """How the columns of a question hold its answer."""

    SINGLE = "single"
    """One column with one answer."""
    CHECKED = "checked"
    """A column per option, marked where it was chosen."""
    LISTED = "listed"
    """One column that lists the options that were chosen."""
    RANK_COLUMNS = "rank_columns"
    """A column per rank; the cell is the item that was put there."""
    ITEM_COLUMNS = "item_columns"
    """A column per item; the cell is its rank, or its level."""
    ORDERED = "ordered"
    """One column that lists the items, best first."""


@dataclass(frozen=True, slots=True)
class Part:
    """One column of a question.

    Parameters
    ----------
    position : int
        The position of the column in the sheet, from 0.
    key : str
        The code of its option, rank or item (``SQ001``, ``1``); empty for the only column of a question.
    text : str
        The option or item as it was shown; empty where the export holds codes only.
    other : bool
        Whether it holds what was typed beside the option "Other".
    """

    position: int
    key: str = ""
    text: str = ""
    other: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its columns.

    Parameters
    ----------
    key : str
        What a mapping names it by, unique in the survey: its code, or its text where the export has no codes.
    text : str
        What was asked; the key where the export holds codes only.
    parts : tuple of Part
        Its columns, in the order of the sheet.
    """

    key: str
    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """One row of answers.

    Parameters
    ----------
    row : Row
        The row as written; a part's cell is ``row.cells[part.position]``.
    complete : bool
        Whether it was submitted as a whole. Where a system does not say, it is.
    submitted : str
        When, as written; empty where it is not known.
    """

    row: Row
    complete: bool = True
    submitted: str = ""

    def cell(self, part: Part) -> object:
        """Return what is written in a column: trimmed text, a date, or None where it is blank."""
        return self.row.cells[part.position] if part.position < len(self.row.cells) else None


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in the column of an option, besides the option's own text; compared folded."""

    chosen: tuple[str, ...] = ("yes", "y", "1", "checked", "true", "x")
    not_chosen: tuple[str, ...] = ("no", "n", "0", "unchecked", "false", "n/a", "na")


@dataclass(frozen=True, slots=True)
class Survey:
    """An export, read.

    Parameters
    ----------
    system : str
        The name of its reader, such as ``limesurvey``.
    sheet : Sheet
        The rows that it was read from.
    questions : tuple of Question
        Without the columns that the system itself adds.
    responses : tuple of Response
        All of them, unfinished ones too, without blank rows.
    ranking : Layout
        How the system writes rankings: by rank, by item, or in order.
    separator : str
        What stands between the options in a cell that lists them, such as ``;``.
    marks : Marks
        What the columns of options hold.
    header_rows : int
        Rows above the first response.
    findings : tuple of Finding
        What is wrong with the export as such.
    """

    system: str
    sheet: Sheet
    questions: tuple[Question, ...]
    responses: tuple[Response, ...]
    ranking: Layout = Layout.RANK_COLUMNS
    separator: str = ";"
    marks: Marks = field(default_factory=Marks)
    header_rows: int = 1
    findings: tuple[Finding, ...] = ()

    def header_of(self, part: Part) -> str:
        """Return what stands in the first row above a column."""
        cells = self.sheet.rows[0].cells
        return str((cells[part.position] if part.position < len(cells) else "") or "")

    def label_of(self, part: Part) -> str:
        """Return what a person knows a column by: its header, or its option where the first row is blank there."""
        return self.header_of(part) or part.text or part.key
