"""What every reader gives: tables as written, before any cell is interpreted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.errors import Finding

__all__ = ["Grid", "Row", "Tables"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    place : str
        The row as its users know it, such as ``row 3`` (the header is row 1).
    cells : tuple
        Trimmed text, None where blank, a date, or a list or mapping of a data frame.
    """

    place: str
    cells: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as written; ``source`` names it in findings, such as ``mentees.csv``, ``header_place`` its header."""

    source: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_place: str = "row 1"


@dataclass(slots=True)
class Tables:
    """All that was read of one source.

    Parameters
    ----------
    grids : dict of str to Grid
        The tables that could be read, by name.
    program : mapping
        The other fields of the document.
    program_source : str
        The file that states them; empty where they were given in code.
    findings : list of Finding
        What could not be read.
    unreadable : set of str
        Tables that are there, or should be, and could not be read.
    """

    grids: dict[str, Grid] = field(default_factory=dict)
    program: Mapping[str, object] = field(default_factory=dict)
    program_source: str = ""
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def refuse(self, table: str, finding: Finding) -> None:
        """Note that a table could not be read."""
        self.findings.append(finding)
        self.unreadable.add(table)
