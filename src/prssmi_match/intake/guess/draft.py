"""The draft of a mapping file: what can be told of questions, layouts and answers, and the rest as comments."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from prssmi_match.errors import MissingExtraError
from prssmi_match.intake.guess.asked import Export
from prssmi_match.intake.guess.side_section import side_notes, side_section
from prssmi_match.intake.guess.sides import sides_of
from prssmi_match.intake.guess.writing import comment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.intake.surveys.recognition import Recognized

__all__ = ["Draft", "draft_mapping"]

_HEAD = (
    "A draft of the mapping, made from the exports: which question fills which field, and what its answers mean.",
    "Check every line; prssmi-match convert tells what is still missing. What stands behind a # is not read.",
    'Other questions can be kept as well: [mentees.fields."attributes.grantee"] and question = "..." below it.',
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft for a person to check.

    Parameters
    ----------
    text : str
        The mapping file, in TOML.
    notes : tuple of str
        What was found and what was not, in sentences.
    open : int
        How many places a person must fill in.
    """

    text: str
    notes: tuple[str, ...]
    open: int


def draft_mapping(surveys: Mapping[str, tuple[str, Recognized]]) -> Draft:
    """Return a draft of the mapping for the exports of one side or both.

    Parameters
    ----------
    surveys : mapping of str to (str, Recognized)
        The name of the file and what was read from it, by side: ``mentees``, ``mentors``.

    Raises
    ------
    MissingExtraError
        If rapidfuzz or tomlkit is not installed.

    Notes
    -----
    The draft does not depend on the order of the rows.
    """
    for package in ("rapidfuzz", "tomlkit"):
        if find_spec(package) is None:
            raise MissingExtraError(package, "cli")
    given = [side for side in ("mentees", "mentors") if side in surveys]
    sides = sides_of({side: Export(side, surveys[side][0], surveys[side][1].survey) for side in given})
    sections = [side_section(side) for side in sides]
    lines = [*map(comment, _HEAD), 'schema_version = "1"', ""]
    lines += [line for section in sections for line in section.lines]
    notes = [note for side, section in zip(sides, sections, strict=True) for note in side_notes(side, section.open)]
    return Draft("\n".join(lines).rstrip("\n") + "\n", tuple(notes), sum(section.open for section in sections))
