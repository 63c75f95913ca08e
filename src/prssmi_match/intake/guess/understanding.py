"""Which known value an answer may mean, how sure that is, and never surer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from prssmi_match.intake.cells import known_choice
from prssmi_match.intake.guess.asked import is_code
from prssmi_match.intake.guess.phrases import values_of
from prssmi_match.intake.guess.words import likeness, meaningful

if TYPE_CHECKING:
    from prssmi_match.intake.columns import Column

__all__ = ["NOTHING", "Understood", "understand_value"]

_NEAR = 65
_SHORT = 2
_DENIALS = frozenset({"not", "no", "non", "never", "none", "neither", "nor", "except", "without"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What an answer may mean: ``same`` words, words it ``holds``, a ``guess`` by likeness, or ``nothing`` known."""

    how: Literal["same", "holds", "guess", "nothing"]
    value: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether the draft states it."""
        return self.how in {"same", "holds"}


NOTHING = Understood("nothing")


def understand_value(answer: str, column: Column) -> Understood:
    """Return which known value of a field an answer means."""
    if (known := known_choice(answer, column.known)) in column.known:
        return Understood("same", known)
    if is_code(answer):
        return NOTHING
    worded = values_of(column.name, column.known)
    said = {*meaningful(answer)}
    same = {value for value, phrases in worded.items() if any({*meaningful(phrase)} == said for phrase in phrases)}
    if len(same) == 1:
        return Understood("same", same.pop())
    held = {value for value, phrases in worded.items() if any(_holds(said, phrase) for phrase in phrases)}
    named = {value for value, phrases in worded.items() if any({*meaningful(phrase)} <= said for phrase in phrases)}
    if len(held) == len(named) == 1:
        return Understood("holds", held.pop())
    likely = sorted((-max(likeness(answer, phrase) for phrase in phrases), value) for value, phrases in worded.items())
    return Understood("guess", likely[0][1]) if likely and -likely[0][0] >= _NEAR else NOTHING


def _holds(said: set[str], phrase: str) -> bool:
    """Whether words hold a phrase and do not deny it; a lone word among many is not enough."""
    wanted = {*meaningful(phrase)}
    denied = (said - wanted) & _DENIALS
    return wanted <= said and not denied and (len(wanted) > 1 or len(said) <= _SHORT)
