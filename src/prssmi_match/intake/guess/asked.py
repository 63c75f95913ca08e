"""What may fill a field: a question, or several that belong together; and what was answered, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.intake.surveys import Part, Response, Survey

__all__ = ["Asked", "Export", "Form", "is_code", "is_nothing", "text_of"]

Form = Literal["one", "ranks", "items"]
_NOTHING = frozenset({"", "-", "-oth-", "n/a", "na", "no answer", "not ranked"})
_CODE_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What may fill a field.

    Parameters
    ----------
    keys : tuple of str
        What a mapping names the questions by.
    text : str
        What was asked, without what tells several questions apart.
    parts : tuple of Part
        The columns; those of several questions are named by their rank or item.
    form : {"one", "ranks", "items"}
        One question, a question a rank, or a question an item.
    coded : bool
        Whether its items have codes and no words.
    """

    keys: tuple[str, ...]
    text: str
    parts: tuple[Part, ...]
    form: Form = "one"
    coded: bool = False

    @property
    def columns(self) -> tuple[Part, ...]:
        """Its columns without those of typed texts."""
        return tuple(part for part in self.parts if not part.other)

    @property
    def is_lone(self) -> bool:
        """Whether it has a single column that is no option or item."""
        return self.form == "one" and len(self.columns) == 1 and not self.columns[0].key

    @property
    def position(self) -> int:
        """Where it stands in the sheet."""
        return min(part.position for part in self.parts)


@dataclass(frozen=True, slots=True)
class Export:
    """A side's export: its file, and its responses, finished ones where there are any."""

    side: str
    file: str
    survey: Survey
    _counts: dict[int, Counter[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def responses(self) -> Sequence[Response]:
        """The responses that are looked at."""
        return [response for response in self.survey.responses if response.complete] or self.survey.responses

    def answers(self, part: Part) -> Counter[str]:
        """Return how often each text stands in a column."""
        if part.position not in self._counts:
            cells = (text_of(response, part) for response in self.responses)
            self._counts[part.position] = Counter(text for text in cells if text)
        return self._counts[part.position]

    def answered(self, asked: Asked) -> frozenset[str]:
        """Return the distinct texts in the columns of a question, typed ones aside."""
        return frozenset().union(*(self.answers(part).keys() for part in asked.columns))


def text_of(response: Response, part: Part) -> str:
    """Return what stands in a column, as text."""
    content = response.cell(part)
    return "" if content is None else str(content).strip()


def is_nothing(text: str) -> bool:
    """Whether a cell answers nothing."""
    return fold(text) in _NOTHING


def is_code(text: str) -> bool:
    """Whether a text is a code of a survey system, whose meaning only the survey knows.

    >>> is_code("SQ001"), is_code("7"), is_code("Oak 7")
    (True, True, False)
    """
    letters = text.rstrip("0123456789")
    return letters != text and len(letters) <= _CODE_LETTERS and (not letters or letters.isalpha())
