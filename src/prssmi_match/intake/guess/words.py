"""How alike two texts are, by the words that carry their meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from prssmi_match.problem.text import fold

__all__ = ["likeness", "meaningful", "spelling"]

_EMPTY = frozenset((  # noqa: SIM905 - reads as words
    "a all an and any apply are as at be been by can check choose could do does following for from has have how if in "
    "is it its kindly like many may much of on or our per please select should tell that the their them there these "
    "they this those to us was we were what when where which who whom why will with would you your"
).split())  # fmt: skip
_ENDING = re.compile(r"(?<=\w{3})(ings?|ers?|ed|es|e|s)$")
_TURNING = frozenset((  # noqa: SIM905 - reads as words
    "alread befor ever least max maximum min minimum most never no not past previou previousl prior"
).split())  # fmt: skip
"""Words, without endings, that turn what a question asks for into something else."""
_TURN = 25
_LONG, _OTHER = 8, 70
"""Short words that differ by a letter, as state and start, are other words."""
_LONGEST = 400
"""Letters of a text that are looked at: what a question is about stands at its beginning."""


@lru_cache(maxsize=20_000)
def meaningful(text: str) -> tuple[str, ...]:
    """Return the words of a text or code without endings, and without the words that every question has.

    >>> meaningful("How many people are on your team?"), meaningful("team_size")
    (('people', 'team'), ('team', 'siz'))
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text[:_LONGEST])
    words = re.findall(r"\w+", fold(spaced).replace("'", ""))
    kept = [word for word in words if word not in _EMPTY] or words
    return tuple(dict.fromkeys(_ENDING.sub("", word) for word in kept))


@lru_cache(maxsize=200_000)
def likeness(text: str, phrase: str) -> int:
    """Return how well a text says what a phrase says, from 0 to 100.

    A text that holds all words of the phrase is like it, and the more so the less else it says; a single word tells
    less than several.
    """
    from rapidfuzz import fuzz

    words, wanted = meaningful(text), meaningful(phrase)
    if not words or not wanted:
        return 0
    held, meant = " ".join(words), " ".join(wanted)
    weight = 0.75 if len(wanted) > 1 or len(words) <= 2 else 0.5  # noqa: PLR2004 - a word and what it is about
    share = fuzz.token_set_ratio(held, meant)
    turned = _TURNING & ({*words} ^ {*wanted})
    alike = weight * share + (1 - weight) * fuzz.token_sort_ratio(held, meant)
    if {*words}.isdisjoint(wanted) and len(meant) < _LONG:
        alike = min(alike, _OTHER)
    return round(max(0, alike - _TURN) if turned else alike)


def spelling(one: str, other: str) -> int:
    """Return how alike two names are spelled, from 0 to 100, in any order of their words."""
    from rapidfuzz import fuzz

    folded = fold(one), fold(other)
    return round(max(fuzz.ratio(*folded), fuzz.token_sort_ratio(*folded)))
