"""What :func:`assign` gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.errors import NoMatchingError

if TYPE_CHECKING:
    import pandas as pd

    from prssmi_match.solution.status import Status

__all__ = ["Assignment"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The chosen pairs with their proof, or the reason why there are none.

    Attributes
    ----------
    status : Status
        ``optimal``, or ``infeasible`` where the minimums cannot all be met.
    mentees : int or None
        How many mentees are matched: the most that is possible. None where infeasible, as the next two.
    value : int or None
        The total score of the chosen pairs.
    bound : int or None
        What the total of no assignment with as many mentees exceeds, proved in whole numbers: equal to the value.
    seconds : float
        Time of the whole call.
    conflict : str
        Where infeasible, why; else empty.
    rounds : int
        How often it was solved: more than once where pairs that were left out of candidates could have helped, and
        were added.
    used : int or None
        How many pairs were needed to find and prove it.
    """

    status: Status
    seconds: float
    mentees: int | None = None
    value: int | None = None
    bound: int | None = None
    conflict: str = ""
    rounds: int = 1
    used: int | None = None
    chosen: pd.DataFrame | None = field(default=None, repr=False)

    @property
    def pairs(self) -> pd.DataFrame:
        """The chosen rows with all their columns, sorted by mentee, with an index of their own.

        Raises
        ------
        NoMatchingError
            If there are none; the message says why.
        """
        if self.chosen is None:
            message = f"There is no assignment: the status is {self.status}. {self.conflict}"
            raise NoMatchingError(message)
        return self.chosen
