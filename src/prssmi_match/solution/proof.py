"""The proof of a tier, in whole numbers: what anyone can check it by, without a solver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["ProofStep", "RowKey", "TierProof"]

RowKey: TypeAlias = tuple[str, ...]
"""What is counted: ``("mentee", id)``, ``("capacity", id)``, ``("rule", id)``, ``("rule", id, site)``, ..."""


@dataclass(frozen=True, slots=True)
class ProofStep:
    """The proof of one maximum.

    Attributes
    ----------
    value : int
        What was reached.
    multipliers : dict of RowKey to int
        What one more of what is counted would be worth, where that is not 0. With any such numbers of the right signs,
        no matching is worth more than all limits at these prices, and each pair at what it earns beyond them: linear
        programming duality. With these, that is the value.
    above : int or None
        Of leximin: the level above which mentees were counted.
    """

    value: int
    multipliers: dict[RowKey, int]
    above: int | None = None


@dataclass(frozen=True, slots=True)
class TierProof:
    """The proof of a tier: the maxima that it asks for, in order."""

    name: str
    steps: tuple[ProofStep, ...]
