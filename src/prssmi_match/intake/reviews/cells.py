"""The cells of a review: its site, its scores, and whether there is a conflict of interest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.numbers import plain
from prssmi_match.intake.reviews.settings import HIGHEST_SCORE
from prssmi_match.problem.text import fold, nearest
from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from fractions import Fraction

    from prssmi_match.intake.reviews.settings import RubricCriterion
    from prssmi_match.problem.wording.labels import Side

__all__ = ["Sites", "read_conflict", "read_score"]

_YES = {"yes", "y", "true", "1", "x"}
_NO = {"no", "n", "false", "0"}
_MOST_GUESSES = 100


class Sites:
    """The ids of both sides, to tell whose a word is.

    Parameters
    ----------
    mentees, mentors : collection of str
        The ids of each side.
    names : mapping of str to str
        Ids by name, for those who write names.
    """

    def __init__(
        self, mentees: Collection[str], mentors: Collection[str], names: Mapping[str, str] | None = None
    ) -> None:
        self._named = {fold(name): site for name, site in (names or {}).items()}
        self.ids: dict[Side, frozenset[str]] = {"mentees": frozenset(mentees), "mentors": frozenset(mentors)}
        self._guesses: dict[tuple[str, Side | None], str | None] = {}

    def side_of(self, word: str, wanted: Side | None) -> Side | Complaint:
        """Return the side of the site that an id names, in a column for one side or for either (None)."""
        holders = [side for side, ids in self.ids.items() if word in ids]
        if wanted in holders:
            return wanted
        if wanted is None and len(holders) == 1:
            return holders[0]
        if wanted is None and holders:
            sentence = f"{word!r} is the id of a mentee and of a mentor; name it in a column mentee or mentor instead."
            return Complaint("ambiguous_id", "the id of one site", sentence)
        expected = f"the id of a {'mentee or mentor' if wanted is None else wanted.removesuffix('s')}"
        if holders:
            other = holders[0].removesuffix("s")
            sentence = f"{word!r} is the id of a {other}; name it in a column {other}."
            return Complaint("unknown_id", expected, sentence)
        close = self._named.get(fold(word)) or self._nearest(word, wanted)
        guess = f"Did you mean {close!r}?" if close else "Add the site, or remove the review."
        return Complaint("unknown_id", expected, f"{word!r} is not {expected}. {guess}")

    def _nearest(self, word: str, wanted: Side | None) -> str | None:
        """Return the id that is closest; none in a table so full of unknown ids that guesses would take long."""
        if (word, wanted) not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            candidates = (site for side, ids in self.ids.items() if wanted in {None, side} for site in ids)
            self._guesses[word, wanted] = nearest(word, candidates)
        return self._guesses.get((word, wanted))


def read_score(value: object, criterion: RubricCriterion) -> Fraction | Complaint:
    """Return a score as written."""
    if not isinstance(value, int | float):
        return Complaint("not_a_number", "a number", f"{value!r} is not a number.")
    if value < 0:
        return Complaint("negative_score", "a number from 0", f"{plain(value)} is below 0; scores count from 0 up.")
    if criterion.max is not None and value > criterion.max:
        most = plain(criterion.max)
        return Complaint("above_maximum", f"at most {most}", f"The score is above {most}, the highest of this column.")
    if value > HIGHEST_SCORE:
        return Complaint("too_large", f"at most {HIGHEST_SCORE:,}", f"The score is above {HIGHEST_SCORE:,}.")
    return exact(value)


def read_conflict(value: object) -> bool | Complaint:
    """Return whether a cell marks a conflict of interest; a blank one does not."""
    word = "no" if value is None else fold(str(value))
    if word in _YES or word in _NO:
        return word in _YES
    sentence = (
        f"{value!r} does not say whether the reviewer has a conflict of interest; write yes, or no, or leave the cell "
        "blank for no."
    )
    return Complaint("unreadable_conflict", "yes or no", sentence)
