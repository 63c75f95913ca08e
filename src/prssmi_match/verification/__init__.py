"""The independent check of an answer: what it breaks and what it is worth.

Reads the problem and a matching, nothing else, and recomputes admissibility, points and blocking pairs itself. So an
error of the engine cannot hide behind code that both share: besides the document's own data types there is none.
"""

from __future__ import annotations

from prssmi_match.verification.check import blocking_pairs, check_matching
from prssmi_match.verification.evaluate import evaluate_matching
from prssmi_match.verification.lottery import lot, lot_of_pairs, lot_of_selection
from prssmi_match.verification.proof import RecomputedBounds, recompute_bounds

__all__ = [
    "RecomputedBounds",
    "blocking_pairs",
    "check_matching",
    "evaluate_matching",
    "lot",
    "lot_of_pairs",
    "lot_of_selection",
    "recompute_bounds",
]
