"""What a measured subject answers, and the row that is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Answer", "Row", "Status"]

Status = Literal["proved", "found", "nothing found", "timed out", "failed", "not installed"]
"""``found``: not proved in time. ``timed out``: it had to be stopped from outside."""


@dataclass(frozen=True)
class Answer:
    """What came out, and what it took.

    Attributes
    ----------
    seconds : float
        Of what is measured, without reading the instance (unless the subject is the whole way from a document).
    values, bounds : dict of str to int
        By aim: what was reached, and what nothing exceeds. Subjects that prove an aim of one name prove one value.
    phases : dict of str to float
        Seconds of each.
    pairs : int
        Admissible ones.
    note : str
        What the row does not say otherwise.
    """

    status: Status
    seconds: float
    values: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    phases: dict[str, float] = field(default_factory=dict)
    pairs: int = 0
    note: str = ""


@dataclass(frozen=True)
class Row:
    """An answer of one subject to one case.

    Attributes
    ----------
    memory : float
        The peak of its process in megabytes, with its input and what it imports; 0 where it is not known.
    at : str
        When it was measured.
    """

    family: str
    case: str
    subject: str
    answer: Answer
    memory: float = 0.0
    at: str = ""

    @property
    def proved(self) -> dict[str, int]:
        """The aims whose value is proved."""
        values, bounds = self.answer.values, self.answer.bounds
        return {name: value for name, value in values.items() if bounds.get(name) == value}

    @property
    def gap(self) -> float | None:
        """How far value and bound of the first aim that is not proved are apart, as a share of the bound."""
        values, bounds = self.answer.values, self.answer.bounds
        for name, bound in bounds.items():
            if values.get(name) != bound:
                return (bound - values[name]) / abs(bound) if name in values and bound else None
        return 0.0 if self.answer.status == "proved" else None
