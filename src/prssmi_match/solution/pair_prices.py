"""What every pair would cost that is possible and not in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.part import Part
from prssmi_match.solution.why_not import WhyNot

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PairPrices"]


class PairPrices(Part):
    """Every pair that nothing forbids by itself and that an answer does not have, in the order of ids.

    Attributes
    ----------
    complete : bool
        False where time ran out before all pairs were asked about.
    """

    rows: tuple[WhyNot, ...]
    complete: bool

    @property
    def proved(self) -> bool:
        """Whether everything was worked out exactly."""
        return self.complete and all(row.proved for row in self.rows)

    def of(self, mentee: str, mentor: str) -> WhyNot:
        """Return what is known of one pair.

        Raises
        ------
        KeyError
            If it was not asked about: it is in the answer, not possible by itself, or time ran out before.
        """
        return {(row.mentee, row.mentor): row for row in self.rows}[mentee, mentor]

    def to_frame(self) -> pd.DataFrame:
        """Return one row a pair: ``mentee``, ``mentor``, ``possible``, ``is_best``, ``proved``, ``sentence``."""
        from prssmi_match.solution.frame import rows_frame

        return rows_frame(self.rows, ("mentee", "mentor", "possible", "is_best", "proved", "sentence"))
