"""What a measured subject answers, and the row that is made of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

__all__ = ["STATUSES", "Answer", "Row", "row_from"]

STATUSES = {
    "proved": "everything that was asked is proved",
    "found": "not all is proved, in time or at all",
    "nothing found": "no answer in time",
    "timed out": "it had to be stopped from outside",
    "failed": "it ended with an error",
    "not installed": "its environment could not be made",
}


@dataclass(frozen=True)
class Answer:
    """What came out, and what it took.

    Attributes
    ----------
    status : str
        One of STATUSES.
    seconds : float
        Of what is measured; building its model belongs to it, drawing or reading the instance does not.
    values, bounds : dict of str to int
        By aim: what was reached, and what nothing exceeds. Whoever proves an aim proves the same value.
    phases : dict of str to float
        Seconds of each.
    pairs : int
        Admissible ones; 0 where that is not counted.
    note : str
        What the row does not say otherwise.
    """

    status: str
    seconds: float
    values: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    phases: dict[str, float] = field(default_factory=dict)
    pairs: int = 0
    note: str = ""


@dataclass(frozen=True)
class Row:
    """The answer of one subject to one case.

    Attributes
    ----------
    memory : float
        The peak of its process in megabytes, with its input and all that it imports; 0 where it is not known.
    limit : float
        The seconds that it was given.
    at : str
        When it was measured.
    """

    family: str
    case: str
    subject: str
    answer: Answer
    memory: float = 0.0
    limit: float = 0.0
    at: str = ""

    @property
    def proved(self) -> dict[str, int]:
        """The aims whose value is proved."""
        values, bounds = self.answer.values, self.answer.bounds
        return {name: value for name, value in values.items() if bounds.get(name) == value}

    @property
    def is_done(self) -> bool:
        """Whether it answered what was asked in time, so that its seconds can be compared."""
        return self.answer.status == "proved"

    @property
    def gap(self) -> float | None:
        """How far value and bound of the first aim that is not proved are apart, as a share of the bound."""
        values, bounds = self.answer.values, self.answer.bounds
        for name, bound in bounds.items():
            if values.get(name) != bound:
                return (bound - values[name]) / abs(bound) if name in values and bound else None
        return 0.0 if self.is_done else None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return asdict(self)


def row_from(data: dict[str, Any]) -> Row:
    """Return the row that was written."""
    return Row(**{**data, "answer": Answer(**data["answer"])})
