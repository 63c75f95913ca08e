"""Letters as data, to be written to a folder or handed to a mailing tool."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from prssmi_match.errors import OutputError
from prssmi_match.reporting.file_names import site_file
from prssmi_match.reporting.letters.view import LetterKind

if TYPE_CHECKING:
    import pandas as pd

    from prssmi_match.reporting.letters.view import View

__all__ = ["MERGE_FILE", "Letter", "Letters"]

MERGE_FILE = "letters.csv"
_MARK = "- "


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one site.

    Parameters
    ----------
    site_id : str
        The site as the document names it, so that its address can be looked up; there is none here.
    view : MenteeView or MentorView
        All that the letter was made from.
    subject : str
        One line.
    text : str
        Plain text, a paragraph or an item a line.
    """

    site_id: str
    view: View
    subject: str
    text: str

    @property
    def kind(self) -> LetterKind:
        """What it tells."""
        return self.view.kind

    @property
    def side(self) -> Literal["mentee", "mentor"]:
        """On which side the site is."""
        return "mentor" if self.kind in {LetterKind.MENTOR_MATCHED, LetterKind.MENTOR_UNUSED} else "mentee"

    @property
    def name(self) -> str:
        """A file name for it, without an ending: the same whoever else gets a letter."""
        return site_file(self.side, self.site_id)

    @property
    def page(self) -> str:
        """The HTML as a page of its own, with the subject as its title; it loads and runs nothing."""
        return (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
            f"<title>{html.escape(self.subject)}</title>\n</head>\n<body>\n{self.html}</body>\n</html>\n"
        )

    @property
    def html(self) -> str:
        """The text as HTML, paragraphs and lists; all of it is text, and nothing is a link."""
        blocks = []
        for block in re.split(r"\n{2,}", html.escape(self.text.strip("\n"))):
            lines = re.sub(r"\n  +", "<br>", block).split("\n")  # an indented line goes on with the one before
            for is_list, group in groupby(lines, key=lambda line: line.startswith(_MARK)):
                shown = [line.removeprefix(_MARK) if is_list else line for line in group]
                items = "".join(f"<li>{line}</li>" for line in shown)
                blocks.append(f"<ul>{items}</ul>" if is_list else f"<p>{'<br>'.join(shown)}</p>")
        return "\n".join(blocks) + "\n"

    def __str__(self) -> str:
        """Return subject and text."""
        return f"Subject: {self.subject}\n\n{self.text}"


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a match: mentees, then mentors, each in the order of ids.

    Attributes
    ----------
    cautions : tuple of str
        What whoever sends them should know first.
    """

    letters: tuple[Letter, ...]
    cautions: tuple[str, ...] = ()

    def of(self, side: Literal["mentee", "mentor"], site_id: str) -> Letter:
        """Return the letter to a site.

        Raises
        ------
        KeyError
            If there is none.
        """
        return {(letter.side, letter.site_id): letter for letter in self.letters}[side, site_id]

    def to_frame(self) -> pd.DataFrame:
        """Return one row a letter, all text, for mailing tools: who, what it tells, its dates, subject and text."""
        from prssmi_match.reporting.letters.merge import letters_frame

        return letters_frame(self.letters)

    def to_csv(self) -> str:
        """Return the frame as CSV, in which no cell is taken for a formula: such a one begins with an apostrophe."""
        from prssmi_match.reporting.letters.merge import merge_csv

        return merge_csv(self.letters)

    def write(self, folder: str | Path, *, html: bool = False) -> tuple[Path, ...]:
        """Write each letter as a text file into a folder, and ``letters.csv`` for mailing tools.

        Parameters
        ----------
        html : bool
            Whether to write each as HTML as well.

        Returns
        -------
        tuple of Path
            The files, written all or none.

        Raises
        ------
        OutputError
            If one cannot be written, or if the folder holds letters of sites that get none now: whoever sends what is
            in the folder would send them too.
        """
        from prssmi_match.files import write_whole

        files = {f"{letter.name}.txt": str(letter) for letter in self.letters}
        if html:
            files |= {f"{letter.name}.html": letter.page for letter in self.letters}
        _refuse_others(Path(folder), set(files))
        # The mark at the beginning tells spreadsheets that it is UTF-8.
        return write_whole(folder, {**files, MERGE_FILE: f"\ufeff{self.to_csv()}"})


def _refuse_others(folder: Path, files: set[str]) -> None:
    old = sorted({file.name for side in ("mentee", "mentor") for file in folder.glob(f"{side}-*.*")} - files)
    if old:
        raise OutputError(
            f"Nothing was written to {folder}: it holds letters of an earlier run that are not among these, such as "
            f"{old[0]}. Delete them, or choose another folder."
        )
