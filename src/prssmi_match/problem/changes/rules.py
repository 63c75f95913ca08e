"""How a rule changes by one of its levers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from prssmi_match.problem.changes.levers import STEP_KM
from prssmi_match.problem.rules import Eligibility, Opening, Quota, Selection

if TYPE_CHECKING:
    from prssmi_match.problem.changes.levers import Lever
    from prssmi_match.problem.rules import Rule

__all__ = ["changed_fields", "farther"]


def changed_fields(rule: Rule, lever: Lever, amount: int) -> dict[str, Any] | None:
    """Return the fields of a rule that a change replaces; None where the rule has nothing of the kind.

    Whole rules are dropped elsewhere, and so is a setting, which other rules have a say in.
    """
    match rule:
        case Opening() | Selection() | Quota():
            return _bounds(rule, lever, amount)
        case Eligibility():
            return _eligibility(rule, lever, amount)
        case _:
            return None


def _bounds(rule: Opening | Selection | Quota, lever: Lever, amount: int) -> dict[str, Any] | None:
    if lever.kind == "minimum" and amount <= (rule.min or 0):
        return {"min": (rule.min or 0) - amount}
    if lever.kind == "maximum" and rule.max is not None:
        return {"max": rule.max + amount}
    field = "must_open" if isinstance(rule, Opening) else "must_match"
    musts: tuple[str, ...] = getattr(rule, field, ())
    if lever.kind == "must" and lever.part in musts:
        return {field: tuple(site for site in musts if site != lever.part)}
    return None


def _eligibility(rule: Eligibility, lever: Lever, amount: int) -> dict[str, Any] | None:
    stated = getattr(rule, lever.kind, None)
    if stated is None or stated is False:
        return None
    match lever.kind:
        case "no_prior_mentor" | "listed_only" | "scored_only":
            return {lever.kind: False}
        case "max_km":
            return {"max_km": farther(stated, amount)}
        case "team_size" | "travelers":
            low, high = stated
            return {lever.kind: (low - amount, high) if lever.part == "low" else (low, high + amount)}
        case _:
            return None


def farther(kilometers: float, steps: int) -> float:
    """Return a distance raised by steps of ``STEP_KM``, as people write it.

    >>> farther(59.508, 1)
    109.508
    """
    if isinstance(kilometers, int):
        return kilometers + STEP_KM * steps
    return float(Decimal(str(kilometers)) + STEP_KM * steps)
