"""What one step of a search maximizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat.variables import Auxiliary

__all__ = ["Extra", "Objective"]


@dataclass(frozen=True, slots=True)
class Extra:
    """A quantity beside the pairs, with its coefficient."""

    term: Auxiliary
    coefficient: int


@dataclass(frozen=True, slots=True)
class Objective:
    """A whole number for a pair chosen, and for terms beside the pairs.

    Parameters
    ----------
    by_pair : sequence of int, or array of whole numbers
        What each pair adds when it is chosen.
    extras : tuple of Extra
        What else adds to it.
    extras_ceiling : int
        The most that the extras together can add.
    above : int or None
        Where it counts mentees above a level: that level, for the proof.
    """

    by_pair: Sequence[int] | NDArray[np.signedinteger]
    extras: tuple[Extra, ...] = ()
    extras_ceiling: int = 0
    above: int | None = None

    @property
    def listed(self) -> Sequence[int]:
        """What each pair adds, as numbers of Python, which have no limit."""
        by_pair = self.by_pair
        return by_pair.tolist() if isinstance(by_pair, np.ndarray) else by_pair

    def value(self, assignment: Assignment) -> int:
        """Return the value of an assignment."""
        pairs = sum(int(self.by_pair[position]) for position in assignment.chosen)
        return pairs + sum(extra.coefficient * extra.term.value(assignment) for extra in self.extras)

    def ceiling(self, compatibility: Compatibility, seats: int) -> int:
        """Return a value that no assignment of at most ``seats`` mentees exceeds: every mentee at its best."""
        best = np.zeros(len(compatibility.mentees), dtype=np.int64)
        np.maximum.at(best, compatibility.cells.mentee, np.asarray(self.by_pair, dtype=np.int64))
        most: list[int] = np.sort(best)[::-1][:seats].tolist()
        return sum(most) + self.extras_ceiling
