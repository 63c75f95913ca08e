"""What this report does not tell, and how to ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Items, Section, Text
from prssmi_match.solution.alternatives import Alternatives
from prssmi_match.solution.backups import Backups
from prssmi_match.solution.certainty import Certainty
from prssmi_match.solution.pair_prices import PairPrices
from prssmi_match.solution.rule_costs import RuleCosts
from prssmi_match.solution.slot_values import SlotValues
from prssmi_match.solution.waitlist import Waitlist
from prssmi_match.solution.weight_ranges import WeightRanges
from prssmi_match.solution.withdrawals import Withdrawals

if TYPE_CHECKING:
    from prssmi_match.reporting.told import Told
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["build_left_out"]

_QUESTIONS: tuple[tuple[type[Part], str, str], ...] = (
    (Certainty, "certainty", "which places only the draw decided"),
    (Withdrawals, "withdrawals", "who would go where if a mentor left"),
    (Alternatives, "alternatives", "the next best answers"),
    (PairPrices, "pairs", "what every other possible pair would cost"),
    (Backups, "backups", "a second mentor for every mentee"),
    (Waitlist, "waitlist", "who comes in when a seat becomes free"),
    (SlotValues, "slots", "what one place more or fewer at a mentor would change"),
    (RuleCosts, "rules", "what each rule costs"),
    (WeightRanges, "weights", "how far each weight can move"),
)


def build_left_out(result: Result, told: Told) -> Section | None:
    """Return the questions about an answer that were not put, each with the word that asks it."""
    if not result.has_matching:
        return None
    missing = [(word, question) for kind, word, question in _QUESTIONS if told.of(kind) is None]
    if not missing:
        return None
    start = "Each of these takes solving again, and was not worked out for this report. To add them:"
    command = f"prssmi-match report … --with {','.join(word for word, _ in missing)}"
    items = tuple(f"{word}: {question}" for word, question in missing)
    return Section("left-out", "What this report leaves out", (Text(start), Items((command, *items))))
