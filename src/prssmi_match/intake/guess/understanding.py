"""What an answer may mean: a known value, or a site of the other side; how sure that is, and never surer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from prssmi_match.intake.cells import known_choice
from prssmi_match.intake.guess.asked import is_code
from prssmi_match.intake.guess.phrases import values_of
from prssmi_match.intake.guess.words import likeness, meaningful, spelling
from prssmi_match.intake.mapping.convert import slug
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.intake.columns import Column

__all__ = ["Understood", "understand_site", "understand_value"]

_NEAR_VALUE, _NEAR_SITE = 65, 80
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


_NOTHING = Understood("nothing")


def understand_value(answer: str, column: Column) -> Understood:
    """Return which known value of a field an answer means."""
    if (known := known_choice(answer, column.known)) in column.known:
        return Understood("same", known)
    if is_code(answer):
        return _NOTHING
    worded = values_of(column.name, column.known)
    said = {*meaningful(answer)}
    same = {value for value, phrases in worded.items() if any({*meaningful(phrase)} == said for phrase in phrases)}
    if len(same) == 1:
        return Understood("same", same.pop())
    held = {value for value, phrases in worded.items() if any(_holds(said, phrase) for phrase in phrases)}
    if len(held) == 1:
        return Understood("holds", held.pop())
    likely = sorted((-max(likeness(answer, phrase) for phrase in phrases), value) for value, phrases in worded.items())
    return Understood("guess", likely[0][1]) if likely and -likely[0][0] >= _NEAR_VALUE else _NOTHING


def _holds(said: set[str], phrase: str) -> bool:
    """Whether words hold a phrase and do not deny it; a lone word among many is not enough."""
    wanted = {*meaningful(phrase)}
    denied = (said - wanted) & _DENIALS
    return wanted <= said and not denied and (len(wanted) > 1 or len(said) <= _SHORT)


def understand_site(answer: str, sites: Mapping[str, str]) -> Understood:
    """Return which site an answer means, by id or name; of several with the same name none.

    Parameters
    ----------
    sites : mapping of str to str
        Their names by id.
    """
    if answer in sites:
        return Understood("same", answer)
    folded = fold(answer)
    named = [site for site, name in sites.items() if folded in {fold(site), fold(name)}]
    if len(named) == 1:
        return Understood("same", named[0])
    if named:
        return _NOTHING
    if (site := slug(answer)) in sites:
        return Understood("holds", site)
    near = [(-max(spelling(answer, name), spelling(answer, site)), site) for site, name in sites.items()]
    return Understood("guess", min(near)[1]) if near and -min(near)[0] >= _NEAR_SITE else _NOTHING
