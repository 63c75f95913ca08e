"""The exceptions of the library, and the finding that bad input is reported with.

::

    PrssmiMatchError
    ├── ProblemError          the input cannot be read; ``.findings`` names every place and its fix
    ├── NoMatchingError       a result without a matching was asked for one
    ├── OutputError           a file cannot be written; nothing was left half-written
    ├── MissingExtraError     an optional dependency is not installed
    └── VerificationError     our bug: an answer failed its own verification

Infeasible and out of time are statuses of a result, never exceptions.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Finding",
    "MissingExtraError",
    "NoMatchingError",
    "OutputError",
    "ProblemError",
    "PrssmiMatchError",
    "Spot",
    "VerificationError",
]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a table, for those who go there: a spreadsheet, or a program that marks its cells.

    Parameters
    ----------
    file : str
        Name of the file, without its folder.
    sheet : str
        Name of the sheet of a workbook; empty elsewhere.
    row : int or None
        Counted as a spreadsheet does, from 1; None for the whole table.
    column : str
        Header of the column; empty for the whole row.
    position : int or None
        Position of the column, from 0.
    question : str
        What a survey asked there.
    """

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    position: int | None = None
    question: str = ""

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it, such as ``AB7``; empty where the spot is not one cell."""
        if self.row is None or self.position is None or self.position < 0:
            return ""
        letters, rest = "", self.position + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect of the input.

    Parameters
    ----------
    code : str
        Stable name of the kind of defect, such as ``unknown_id``.
    place : str
        Where it is: ``mentees[0].review_score``, or file, row and column for tables.
    found : str
        The text or value found there.
    expected : str
        What is expected instead; empty where the sentence says it all.
    sentence : str
        The finding in plain words, with the fix.
    severity : {"error", "warning"}
        A warning does not stop the input from being used.
    spot : Spot or None
        File, row and column, where it stands in a table.
    """

    code: str
    place: str
    found: str
    expected: str
    sentence: str
    severity: Literal["error", "warning"] = "error"
    spot: Spot | None = None

    def __str__(self) -> str:
        """Return the finding as one line."""
        return f"{self.place}: {'(warning) ' if self.severity == 'warning' else ''}{self.sentence}"

    def as_dict(self) -> dict[str, str | int | None]:
        """Return the fields by name, for JSON; those of a spot beside the others, and only where there is one."""
        fields = {name: value for name, value in asdict(self).items() if name != "spot"}
        if self.spot is None:
            return fields
        where = {name: value for name, value in asdict(self.spot).items() if name != "position"}
        return {**fields, **where, "cell": self.spot.cell}


class PrssmiMatchError(Exception):
    """The root of all errors raised on purpose."""


class ProblemError(PrssmiMatchError):
    """The input cannot be read as a problem.

    Attributes
    ----------
    findings : tuple of Finding
        All defects that were found, and warnings, in the order of the input.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        count = sum(finding.severity == "error" for finding in self.findings)
        head = f"The input has {count} defect{'s' if count != 1 else ''}:"
        super().__init__("\n".join([head, *(f"- {finding}" for finding in self.findings)]))

    def __reduce__(self) -> tuple[type[ProblemError], tuple[tuple[Finding, ...]]]:
        """Pickle by the findings, so that the error crosses process borders."""
        return type(self), (self.findings,)


class NoMatchingError(PrssmiMatchError):
    """A result without a matching was asked for its matching; the message names the status."""


class OutputError(PrssmiMatchError):
    """A file or folder cannot be written."""


class MissingExtraError(PrssmiMatchError):
    """An optional dependency is not installed.

    Parameters
    ----------
    package : str
        The package that could not be imported.
    extra : str
        The extra of this library that brings it.
    """

    def __init__(self, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(f"{package} is not installed; install it with: pip install 'prssmi-match[{extra}]'")

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        """Pickle by the arguments."""
        return type(self), (self.package, self.extra)


class VerificationError(PrssmiMatchError):
    """An answer failed its own verification: a bug of this library, never of the input.

    Parameters
    ----------
    sentences : sequence of str
        What does not hold.
    document : str
        The problem as JSON, to be sent along with a report of the bug.
    """

    def __init__(self, sentences: Sequence[str], document: str) -> None:
        self.sentences = tuple(sentences)
        self.document = document
        detail = "\n".join(f"- {sentence}" for sentence in self.sentences)
        super().__init__(f"The answer failed its verification. Please report this with the document.\n{detail}")

    def __reduce__(self) -> tuple[type[VerificationError], tuple[tuple[str, ...], str]]:
        """Pickle by the arguments."""
        return type(self), (self.sentences, self.document)
