"""The matchings that are left: limits on pairs and on what the rules count, narrowed by each maximum that is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.verification.proof.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prssmi_match.solution.proof import RowKey
    from prssmi_match.verification.view import View

__all__ = ["Face"]


class Face:
    """The limits of every admissible pair, and of everything counted that has a price.

    Attributes
    ----------
    pairs : list of (str, str)
        The admissible pairs, sorted.
    """

    def __init__(self, view: View) -> None:
        self.pairs = [
            (mentee, mentor)
            for mentee in view.sites.available_mentees
            for mentor in view.admissibility.mentors_of(mentee)
        ]
        self._limits = Limits(view, self.pairs)
        self._pair = [(0, 1)] * len(self.pairs)
        self._settled: dict[RowKey, int] = {}

    def leave_out(self, positions: Iterable[int]) -> None:
        """Take out pairs."""
        for position in positions:
            self._pair[position] = (0, 0)

    def bound(self, points: Sequence[int], multipliers: Mapping[RowKey, int]) -> int:
        """Return what no matching that is left exceeds."""
        total = sum(price * self._limit(key, price) for key, price in multipliers.items())
        beyond = self._beyond(points, multipliers)
        return total + sum(gain * ends[gain > 0] for gain, ends in zip(beyond, self._pair, strict=True))

    def narrow(self, points: Sequence[int], multipliers: Mapping[RowKey, int]) -> None:
        """Leave the matchings that reach the bound: complementary slackness."""
        for position, gain in enumerate(self._beyond(points, multipliers)):
            if gain:
                self._pair[position] = (self._pair[position][gain > 0],) * 2
        self._settled.update({key: self._limit(key, price) for key, price in multipliers.items() if price})

    def _limit(self, key: RowKey, price: int) -> int:
        """Return the limit that a price holds against: the most of what is scarce, the least of what is a burden."""
        if key in self._settled:
            return self._settled[key]
        counted = self._limits.of(key)
        return counted.high if price > 0 else counted.low

    def _beyond(self, points: Sequence[int], multipliers: Mapping[RowKey, int]) -> list[int]:
        """Return what each pair earns beyond the prices of all that counts it."""
        beyond = list(points)
        for key, price in multipliers.items():
            for position in self._limits.of(key).positions:
                beyond[position] -= price
        return beyond
