"""A report before it has a format: sections of blocks, which every renderer reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from prssmi_match.reporting.entries import Entries
from prssmi_match.reporting.grid import Grid

if TYPE_CHECKING:
    from pathlib import Path

    from prssmi_match.reporting.workbook.sheet import Sheet

__all__ = [
    "Block",
    "Column",
    "Content",
    "Data",
    "Facts",
    "Figure",
    "Items",
    "Number",
    "Report",
    "Section",
    "Table",
    "Text",
    "Tone",
    "as_parts",
    "plain_text",
]

Tone = Literal["plain", "good", "caution", "stop"]


@dataclass(frozen=True, slots=True)
class Data:
    """Text that comes from the problem: a name, an id, a reason. Renderers never let it act on its surroundings.

    ``place`` is the id of the entry that tells more, for formats that can lead there.
    """

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, with a mark behind it that the caption of its table explains."""

    value: int
    mark: str = ""


Part = str | Data | Number
Content = Part | tuple[Part, ...]
"""Words of the report, data and numbers, in reading order."""


def as_parts(content: Content) -> tuple[Part, ...]:
    """Return content as the parts that it consists of."""
    return content if isinstance(content, tuple) else (content,)


def plain_text(content: Content) -> str:
    """Return content as unformatted text."""
    match content:
        case str():
            return content
        case Data():
            return content.text
        case Number():
            return f"{content.value}{content.mark}"
        case tuple():
            return "".join(plain_text(part) for part in content)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a tone other than plain sets it off, and its words say what the tone says."""

    content: Content
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short statements."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A few values worth seeing first, each with its label."""

    facts: tuple[tuple[str, Content], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand to the right, and prose is given room."""

    title: Content
    kind: Literal["text", "number", "prose"] = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under columns; the first cell of a row names it.

    Raises
    ------
    ValueError
        If a row has more or fewer cells than there are columns: a bug of the section that made it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    caption: Content

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"A row of the table {plain_text(self.caption)!r} does not fit its columns")


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing that stands on its own.

    Parameters
    ----------
    svg : str
        A whole SVG document; it is shown as an image, so that nothing in it can run or load.
    alt : Content
        What it shows, for readers who do not see it, and where a format has no drawings.
    caption : Content
        Its title.
    """

    svg: str
    alt: Content
    caption: Content


Block = Text | Items | Facts | Table | Figure | Grid | Entries


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a report; ``id`` is its stable name, in lower case with hyphens."""

    id: str
    title: Content
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Parameters
    ----------
    title : Content
        Its title.
    sections : tuple of Section
        In reading order; their ids are unique.
    subtitle : Content
        What kind of document it is.
    sheets : tuple of Sheet
        What a workbook has in the place of sections of the same ids.
    """

    title: Content
    sections: tuple[Section, ...]
    subtitle: Content = ""
    sheets: tuple[Sheet, ...] = ()

    def __post_init__(self) -> None:
        ids = [section.id for section in self.sections]
        if len(set(ids)) < len(ids):
            raise ValueError(f"Two sections have the same id: {sorted(ids)}")

    def section(self, section_id: str) -> Section:
        """Return a section by its id.

        Raises
        ------
        KeyError
            If there is none.
        """
        return {section.id: section for section in self.sections}[section_id]

    def to_html(self) -> str:
        """Return the report as one self-contained page that loads nothing; it can be read without its script, too.

        Raises
        ------
        MissingExtraError
            If the extra ``report`` is not installed.
        """
        from prssmi_match.reporting.html import render_html

        return render_html(self)

    def to_markdown(self) -> str:
        """Return the report as Markdown with GitHub tables; what comes from the data is never markup."""
        from prssmi_match.reporting.markdown import render_markdown

        return render_markdown(self)

    def to_excel(self, path: str | Path) -> Path:
        """Write the report as an Excel workbook: a sheet a table, to be sorted and filtered.

        The same report gives the same bytes; what comes from the data is text, never a formula.

        Returns
        -------
        Path
            The file, written whole.

        Raises
        ------
        OutputError
            If it cannot be written; it is then as it was before.
        MissingExtraError
            If the extra ``excel`` is not installed; nothing is written.
        """
        from pathlib import Path

        from prssmi_match.files import write_whole
        from prssmi_match.reporting.workbook.rendering import render_workbook

        path = Path(path)
        return write_whole(path.parent, {path.name: render_workbook(self)})[0]

    def write(self, folder: str | Path, *, excel: bool = False) -> tuple[Path, ...]:
        """Write ``report.html`` and ``report.md`` into a folder, which is made where it is missing.

        Parameters
        ----------
        excel : bool
            Whether to write ``report.xlsx`` as well.

        Returns
        -------
        tuple of Path
            The files, all written whole.

        Raises
        ------
        OutputError
            If one cannot be written; all are then as they were before.
        MissingExtraError
            If the extra ``report``, or ``excel``, is not installed; nothing is written.
        """
        from prssmi_match.files import write_whole

        files: dict[str, str | bytes] = {"report.html": self.to_html(), "report.md": self.to_markdown()}
        if excel:
            from prssmi_match.reporting.workbook.rendering import render_workbook

            files["report.xlsx"] = render_workbook(self)
        return write_whole(folder, files)
