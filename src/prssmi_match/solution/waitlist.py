"""Who comes in when a seat becomes free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Vacancy", "Waiting", "Waitlist"]


class Vacancy(Part):
    """The seat of one mentee.

    Attributes
    ----------
    queue : tuple of tuple of str
        Who comes in if the mentee leaves; then who comes in if these decline; and so on. Mostly one mentee each.
    conflict : Conflict or None
        What cannot all hold without the mentee, where no matching keeps all rules.
    """

    mentee: str
    mentor: str
    queue: tuple[tuple[str, ...], ...]
    conflict: Conflict | None = None
    proved: bool
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Waiting(Part):
    """A mentee without a mentor, and for how many of the seats it is first, second, ..."""

    mentee: str
    places: tuple[int, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Waitlist(Part):
    """The mentees without a mentor in the order in which they come in.

    Attributes
    ----------
    rows : tuple of Waiting
        Whoever is first for most seats first, then whoever is second for most, and so on; then the order of ids.
    vacancies : tuple of Vacancy
        Seat by seat, in the order of the mentees' ids.
    """

    rows: tuple[Waiting, ...]
    vacancies: tuple[Vacancy, ...]
    complete: bool

    @property
    def order(self) -> tuple[str, ...]:
        """The ids in order."""
        return tuple(row.mentee for row in self.rows)

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.vacancies)

    def to_frame(self) -> pd.DataFrame:
        """Return one row a seat: ``mentee`` that leaves, ``mentor``, ``first`` to come in, ``queue``, ``sentence``."""
        from prssmi_match.solution.frame import table

        columns = ("mentee", "mentor", "first", "queue", "sentence")
        rows = [
            {
                "mentee": row.mentee,
                "mentor": row.mentor,
                "first": row.queue[0] if row.queue else (),
                "queue": tuple("+".join(group) for group in row.queue),
                "sentence": row.sentence,
            }
            for row in self.vacancies
        ]
        return table(rows, columns)
