"""What was worked out besides an answer, looked up by site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from prssmi_match.solution.certainty import Certainty
from prssmi_match.solution.explanation import Explanation
from prssmi_match.solution.pair_prices import PairPrices
from prssmi_match.solution.why_not import WhyNot
from prssmi_match.solution.withdrawals import Withdrawals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.solution.certainty import MenteeCertainty
    from prssmi_match.solution.explanation import PairReasons, UnmatchedReason
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.withdrawals import Withdrawal

__all__ = ["Told"]

P = TypeVar("P", bound="Part")


@dataclass(frozen=True)
class Told:
    """The parts of a report; where there are several of one kind, the last one counts."""

    parts: tuple[Part, ...] = ()

    def of(self, kind: type[P]) -> P | None:
        """Return the part of a kind; None where there is none."""
        return next((part for part in reversed(self.parts) if isinstance(part, kind)), None)

    @cached_property
    def reasons(self) -> Mapping[str, PairReasons | UnmatchedReason]:
        """Why each mentee is where it is."""
        part = self.of(Explanation)
        if part is None:
            return {}
        return {**{row.mentee: row for row in part.pairs}, **{row.mentee: row for row in part.unmatched}}

    @cached_property
    def certainty(self) -> Mapping[str, MenteeCertainty]:
        """How certain the place of each mentee is."""
        part = self.of(Certainty)
        return {} if part is None else {row.mentee: row for row in part.mentees}

    @cached_property
    def withdrawals(self) -> Mapping[str, Withdrawal]:
        """What would happen if each mentor left."""
        part = self.of(Withdrawals)
        return {} if part is None else {row.mentor: row for row in part.rows}

    @cached_property
    def prices(self) -> Mapping[tuple[str | None, str | None], WhyNot]:
        """What is known of pairs that are not in the answer."""
        many = self.of(PairPrices)
        rows = [*(() if many is None else many.rows), *(part for part in self.parts if isinstance(part, WhyNot))]
        return {(row.mentee, row.mentor): row for row in rows}
