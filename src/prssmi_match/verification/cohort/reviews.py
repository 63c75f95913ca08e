"""Review scores of either side, in tenths."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.values import exact
from prssmi_match.verification.rounding import tenths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["each_in_tenths", "sum_in_tenths"]


def sum_in_tenths(chosen: Iterable[Mentee | Mentor], available: Sequence[Mentee | Mentor]) -> int:
    """Return the sum of scores, each rounded to tenths first; the mean of the available known ones stands in."""
    return sum(each_in_tenths(chosen, available))


def each_in_tenths(chosen: Iterable[Mentee | Mentor], available: Sequence[Mentee | Mentor]) -> Iterator[int]:
    """Give the score of each."""
    known = [exact(site.review_score) for site in available if site.review_score is not None]
    stand_in = tenths(sum(known, Fraction()) / len(known)) if known else 0
    yield from (stand_in if site.review_score is None else tenths(exact(site.review_score)) for site in chosen)
