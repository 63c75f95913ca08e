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

__all__ = ["read_conflict", "read_score", "read_site"]

_YES = {"yes", "y", "true", "1", "x"}
_NO = {"no", "n", "false", "0"}


def read_site(word: str, wanted: Side | None, known: Mapping[Side, Collection[str]]) -> Side | Complaint:
    """Return the side of the site that an id names, in a column for one side or for either (None)."""
    holders = [side for side, ids in known.items() if word in ids]
    if wanted in holders:
        return wanted
    if wanted is None and len(holders) == 1:
        return holders[0]
    expected = " or ".join(f"{side.removesuffix('s')}" for side in ((wanted,) if wanted else known))
    if wanted is None and holders:
        sentence = (
            f"{word!r} is the id of a mentee and of a mentor; name the site in a column mentee or mentor instead."
        )
        return Complaint("ambiguous_id", "the id of one site", sentence)
    if holders:
        other = holders[0].removesuffix("s")
        sentence = f"{word!r} is the id of a {other}; name it in a column {other}."
        return Complaint("unknown_id", f"the id of a {expected}", sentence)
    close = nearest(word, (site for side, ids in known.items() if wanted in {None, side} for site in ids))
    guess = f" Did you mean {close!r}?" if close else " Add the site, or remove the review."
    return Complaint("unknown_id", f"the id of a {expected}", f"{word!r} is not the id of a {expected}.{guess}")


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
