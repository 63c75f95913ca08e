"""Taking out how strictly reviewers score.

Let *m* and *s* be the mean and the standard deviation of all totals, *m_r* and *s_r* those of one reviewer. Then::

    total' = m + (total - m_r) x s / s_r

so that every reviewer has the mean *m* and the standard deviation *s*. Standard deviations are those of a population:
the mean squared distance is taken over all *n*, not *n - 1*. Two cases have less to go on:

- A reviewer whose totals are all equal (*s_r* = 0) tells nothing of how far apart the sites are: only the mean is
  moved, to ``total' = m``.
- A reviewer with one review is left as it is: one total cannot tell a strict reviewer from a weak site.

Mentees and mentors are normalized apart, as a score is only ever compared with others of its side.

All of this assumes that reviewers read similar applications: one who happened to read the best would see them drawn
down to the mean.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prssmi_match.intake.reviews.moments import mean, root, variance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

__all__ = ["normalized"]


def normalized(reviewers: Sequence[str], totals: Sequence[Fraction]) -> list[Fraction]:
    """Return the totals on a common scale, in the order given.

    Parameters
    ----------
    reviewers : sequence of str
        For each total, whose it is.
    totals : sequence of Fraction
        All of one side.
    """
    if not totals:
        return []
    common, spread = mean(totals), variance(totals)
    own: dict[str, list[Fraction]] = defaultdict(list)
    for reviewer, total in zip(reviewers, totals, strict=True):
        own[reviewer].append(total)
    lines = {reviewer: _line(theirs, common, spread) for reviewer, theirs in own.items()}
    return [lines[reviewer][0] + lines[reviewer][1] * total for reviewer, total in zip(reviewers, totals, strict=True)]


def _line(theirs: list[Fraction], common: Fraction, spread: Fraction) -> tuple[Fraction | int, Fraction | int]:
    """Return what is added to a reviewer's totals, and what they are multiplied with before."""
    if len(theirs) == 1:
        return 0, 1
    middle, width = mean(theirs), variance(theirs)
    factor = root(spread / width) if width else 1
    return common - factor * middle, factor
