"""Overrides: one class an action, and the ledger that holds them in the order in which they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, get_args

from pydantic import (
    AwareDatetime,
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from prssmi_match.problem.defects import Defect, defect_of
from prssmi_match.problem.text import nearest
from prssmi_match.problem.values import Count, Document, Rows, SiteId, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    @model_validator(mode="wrap")
    @classmethod
    def _all_findings(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401 - as written
        stated = data if isinstance(data, dict) else {}
        defects: list[Defect] = []
        ledger: Self | None = None
        try:
            ledger = handler(data)
        except ValidationError as error:
            defects = [defect_of(details, stated, _known_fields()) for details in error.errors(include_url=False)]
        defects += _id_defects(stated.get("overrides", ()) if ledger is None else ledger.overrides)
        if ledger is None or defects:
            raise ValidationError.from_exception_data(cls.__name__, [defect.details() for defect in defects])
        return ledger

    @property
    def next_id(self) -> Text:
        """The first number that no override has as its id."""
        taken = {override.id for override in self.overrides}
        return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)


def _known_fields() -> dict[str, tuple[str, ...]]:
    names = dict.fromkeys(name for kind in get_args(Override) for name in kind.model_fields)
    return {"document": tuple(Ledger.model_fields), "overrides": tuple(names)}


def _id_defects(overrides: Any) -> Iterator[Defect]:  # noqa: ANN401 - as written
    """Give ids that stand twice, and undos of what no earlier override is called."""
    earlier: dict[str, int] = {}
    for place, row in enumerate(overrides if isinstance(overrides, list | tuple) else ()):
        stated = row if isinstance(row, dict) else vars(row) if isinstance(row, AnyOverride) else {}
        name, undoes = stated.get("id"), stated.get("undoes")
        if isinstance(undoes, str) and undoes not in earlier:
            sentence = f"Override {name!r} undoes {undoes!r}, and no earlier override has that id."
            close = nearest(undoes, earlier)
            guess = f" Did you mean {close!r}?" if close else ""
            yield Defect("unknown_id", ("overrides", place, "undoes"), undoes, sentence + guess)
        if isinstance(name, str) and name in earlier:
            both = f"Overrides number {earlier[name] + 1} and {place + 1}"
            sentence = f"{both} have the same id {name!r}. Give each its own."
            yield Defect("duplicate_id", ("overrides", place, "id"), name, sentence)
        if isinstance(name, str):
            earlier.setdefault(name, place)


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
