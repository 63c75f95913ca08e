"""Field types that the models of the document share.

Strict on types, but taking what :func:`json.loads` gives: lists where the model holds tuples.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

__all__ = [
    "LARGEST",
    "MOST",
    "Count",
    "Document",
    "Kilometers",
    "Level",
    "Locale",
    "Location",
    "Number",
    "Points",
    "Range",
    "Rows",
    "Setting",
    "SiteId",
    "SomeRows",
    "Stage",
    "Text",
    "Whole",
    "exact",
    "round_half_up",
]

MOST = 10**9
"""The greatest count that a field takes; keeps every sum of counts far below 2^53."""

LARGEST = 2**53
"""The whole number up to which every one is exact in every solver and format."""

T = TypeVar("T")
Setting = Literal["diversion", "alternatives_to_incarceration", "child_welfare", "other_criminal_justice"]
Stage = Literal["new", "early"]
Locale = Literal["urban", "suburban", "rural", "tribal"]


class Document(BaseModel):
    """The base of every part of the document: frozen, strict, unknown fields refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False, ser_json_inf_nan="null")


def _as_tuple(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    return tuple(value) if isinstance(value, list) else value


def _number(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever was written
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number_type", "Input should be a number")
    if not math.isfinite(value):
        raise PydanticCustomError("finite_number", "Input should be a finite number")
    if abs(value) > LARGEST:
        raise PydanticCustomError("too_large", "Input should be a number between -{most} and {most}", {"most": LARGEST})
    return value


def _ordered(value: tuple[int, int]) -> tuple[int, int]:
    if value[0] > value[1]:
        raise PydanticCustomError("min_above_max", "The minimum {low} is above the maximum {high}", _ends(value))
    return value


def _ends(value: tuple[int, int]) -> dict[str, Any]:
    return {"low": value[0], "high": value[1]}


Rows = Annotated[tuple[T, ...], BeforeValidator(_as_tuple)]
# The length is looked at last, so that a defect of the only item is not called a missing item as well.
SomeRows = Annotated[tuple[T, ...], BeforeValidator(_as_tuple), Field(min_length=1, json_schema_extra={"minItems": 1})]
Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
SiteId = Text
Count = Annotated[int, Field(ge=0, le=MOST)]
Whole = Annotated[int, Field(ge=0, le=LARGEST)]
Points = Annotated[int, Field(ge=0, le=1000)]
Level = Annotated[int, Field(ge=1, le=5)]
Number = Annotated[int | float, BeforeValidator(_number)]
Kilometers = Annotated[Number, Field(gt=0)]
Range = Annotated[tuple[Count, Count], AfterValidator(_ordered), BeforeValidator(_as_tuple)]
Location = Annotated[
    tuple[Annotated[Number, Field(ge=-90, le=90)], Annotated[Number, Field(ge=-180, le=180)]],
    BeforeValidator(_as_tuple),
]


def exact(value: float) -> Fraction:
    """Return a number of the document as it was written, without binary rounding."""
    return Fraction(Decimal(str(value)))


def round_half_up(value: Fraction) -> int:
    """Return the nearest whole number, halves toward plus infinity.

    >>> round_half_up(Fraction(5, 2)), round_half_up(Fraction(-5, 2))
    (3, -2)
    """
    return math.floor(value + Fraction(1, 2))
