"""Overrides: one class an action, and the ledger that holds them in the order in which they were made."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Literal

from pydantic import AwareDatetime, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.values import Count, Document, Rows, SiteId, Text

__all__ = [
    "CapacityOverride",
    "Cost",
    "ForbidOverride",
    "HoldOverride",
    "Ledger",
    "Override",
    "PinOverride",
    "SwapOverride",
    "UndoOverride",
    "active",
    "undone",
]


class Cost(Document):
    """What an override cost when it was made, all earlier ones in force.

    Attributes
    ----------
    status : str
        Of the match with it.
    moves : int or None
        Mentees that were then elsewhere; None where there was no matching before or after.
    losses : dict of str to int
        By how much each tier was lower, by name; below 0 where it was higher.
    """

    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    moves: Count | None = None
    losses: dict[Text, Annotated[int, Field(gt=-(2**63), lt=2**63)]] = Field(default_factory=dict)


class AnyOverride(Document):
    """What every override states."""

    id: Text
    when: AwareDatetime
    who: Text
    why: Text
    cost: Cost | None = Field(default=None, description="measured when it was made; null: not measured")


class PinOverride(AnyOverride):
    """A pair that must be."""

    action: Literal["pin"] = "pin"
    mentee: SiteId
    mentor: SiteId


class ForbidOverride(AnyOverride):
    """A pair that must not be."""

    action: Literal["forbid"] = "forbid"
    mentee: SiteId
    mentor: SiteId


def _as_pair(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


_Pair = Annotated[tuple[SiteId, SiteId], BeforeValidator(_as_pair)]


class SwapOverride(AnyOverride):
    """Two mentees that exchange their mentors; the pairs that come of it are stated, so it means the same later."""

    action: Literal["swap"] = "swap"
    pairs: Annotated[tuple[_Pair, _Pair], BeforeValidator(_as_pair)]


class HoldOverride(AnyOverride):
    """A mentee that is not to be matched for now."""

    action: Literal["hold"] = "hold"
    mentee: SiteId


class CapacityOverride(AnyOverride):
    """Another number of mentees that a mentor can take."""

    action: Literal["capacity"] = "capacity"
    mentor: SiteId
    max_mentees: Count


class UndoOverride(AnyOverride):
    """An earlier override that no longer holds; an undo can be undone as well."""

    action: Literal["undo"] = "undo"
    undoes: Text


Override = PinOverride | ForbidOverride | SwapOverride | HoldOverride | CapacityOverride | UndoOverride
_Override = Annotated[Override, Field(discriminator="action")]


class Ledger(Document):
    """All overrides, the first one first; nothing is ever taken out."""

    schema_version: Literal["1"] = "1"
    overrides: Rows[_Override] = ()

    @model_validator(mode="after")
    def _ids_are_distinct_and_known(self) -> Ledger:
        counts = Counter(override.id for override in self.overrides)
        for name, count in counts.items():
            if count > 1:
                raise PydanticCustomError(
                    "duplicate_id",
                    "{count} overrides have the id {id}; give each its own",
                    {"count": count, "id": repr(name)},
                )
        earlier: set[str] = set()
        for override in self.overrides:
            if isinstance(override, UndoOverride) and override.undoes not in earlier:
                context = {"id": repr(override.id), "undoes": repr(override.undoes)}
                raise PydanticCustomError(
                    "unknown_id", "Override {id} undoes {undoes}, and no earlier override has that id", context
                )
            earlier.add(override.id)
        return self

    @property
    def next_id(self) -> Text:
        """The first number that no override has as its id."""
        taken = {override.id for override in self.overrides}
        return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)


def undone(ledger: Ledger) -> set[str]:
    """Return the ids of the overrides that are taken back; an undo that is undone takes nothing back."""
    gone: set[str] = set()
    for override in reversed(ledger.overrides):
        if isinstance(override, UndoOverride) and override.id not in gone:
            gone.add(override.undoes)
    return gone


def active(ledger: Ledger) -> tuple[Override, ...]:
    """Return the overrides in force, without the undos among them."""
    gone = undone(ledger)
    return tuple(o for o in ledger.overrides if o.id not in gone and not isinstance(o, UndoOverride))
