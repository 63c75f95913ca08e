"""Findings about columns: each defect with its place, many of one kind as the first few and a count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.errors import Finding, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

__all__ = ["SHOWN", "Findings"]

SHOWN = 20
"""How many findings of one kind are written out, so that a million bad rows stay readable."""


@dataclass(slots=True)
class Findings:
    """The findings so far."""

    found: list[Finding] = field(default_factory=list)

    def add(self, code: str, place: str, found: object, expected: str, sentence: str) -> None:
        """Add one."""
        self.found.append(Finding(code, place, str(found), expected, sentence))

    def add_where(
        self, code: str, bad: NDArray[np.bool_], expected: str, told: Callable[[int], tuple[str, object, str]]
    ) -> None:
        """Add one for each place that is bad: ``told`` gives its place, what is found there, and the sentence."""
        places = np.flatnonzero(bad)
        for position in places[:SHOWN]:
            place, found, sentence = told(int(position))
            self.add(code, place, found, expected, sentence)
        if len(places) > SHOWN:
            more = len(places) - SHOWN
            place = told(int(places[SHOWN]))[0]
            self.add(code, place, f"{more} more", expected, f"{more} more are like this, from {place} on.")

    def stop(self) -> None:
        """Raise what was found.

        Raises
        ------
        ProblemError
            If anything was.
        """
        if self.found:
            raise ProblemError(self.found)
