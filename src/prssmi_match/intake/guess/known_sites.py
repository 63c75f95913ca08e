"""The sites of the other side, as the mapping will name them, and which of them an answer means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.intake.guess.understanding import NOTHING, Understood
from prssmi_match.intake.mapping.convert import slug
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KnownSites"]

_NEAR = 80


@dataclass(frozen=True, slots=True)
class KnownSites:
    """Sites.

    Parameters
    ----------
    names : mapping of str to str
        Their names by id; empty where the sites are not known.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    _known_as: dict[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the sites by their folded ids and names."""
        known_as: dict[str, set[str]] = defaultdict(set)
        for site, name in sorted(self.names.items()):
            for text in (site, name):
                known_as[fold(text)].add(site)
        known_as.pop("", None)
        object.__setattr__(self, "_known_as", dict(known_as))

    def understand(self, answer: str) -> Understood:
        """Return which site an answer means, by id or name; of several with the same name none."""
        if answer in self.names:
            return Understood("same", answer)
        named = self._known_as.get(fold(answer), set())
        if len(named) == 1:
            return Understood("same", min(named))
        if named:
            return NOTHING
        site = slug(answer)
        return Understood("holds", site) if site in self.names else self._nearest(fold(answer))

    def _nearest(self, folded: str) -> Understood:
        from rapidfuzz import fuzz, process

        found = [
            near
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
            if (near := process.extractOne(folded, self._known_as.keys(), scorer=scorer, score_cutoff=_NEAR))
        ]
        if not found:
            return NOTHING
        text = min((-score, text) for text, score, _ in found)[1]
        return Understood("guess", min(self._known_as[text]))
