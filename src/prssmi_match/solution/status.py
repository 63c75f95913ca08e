"""How a search ended."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Status"]


class Status(StrEnum):
    """How a search ended.

    ``optimal``: every tier is proved. ``feasible``: an answer that keeps every rule, not proved best in time.
    ``infeasible``: no matching keeps all rules, proved. ``unknown``: time ran out before an answer was found.
    """

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"
