"""Bounds on the matched mentees of one kind."""

from __future__ import annotations

from typing import Annotated, Literal, LiteralString, get_args

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from prssmi_match.problem.rules.common import BoundedRule
from prssmi_match.problem.text import nearest
from prssmi_match.problem.values import Locale, Setting, Stage, Text

__all__ = ["Quota"]

_KNOWN: dict[str, tuple[str, ...]] = {
    "settings": get_args(Setting),
    "locale": get_args(Locale),
    "stage": get_args(Stage),
    "state": (),
}
"""The fields that can be asked for; where only some values exist, those."""


def _where(where: dict[str, str]) -> dict[str, str]:
    for field, value in where.items():
        attribute = field.startswith("attributes.") and field.removeprefix("attributes.").strip()
        if field not in _KNOWN and not attribute:
            raise _unknown("unknown_field", f"{field!r} is not a field that a quota can ask for", field, _FIELDS)
        known = _KNOWN.get(field, ())
        if known and value not in known:
            raise _unknown("unknown_value", f"{value!r} is not a known value of {field}", value, known)
    return where


_FIELDS = (*_KNOWN, "attributes.X")


def _unknown(code: LiteralString, what: str, found: str, known: tuple[str, ...]) -> PydanticCustomError:
    close = nearest(found, known)
    guess = f" Did you mean {close!r}?" if close else ""
    context = {"what": what, "guess": guess, "known": ", ".join(known)}
    return PydanticCustomError(code, "{what}.{guess} Use one of: {known}", context)


class Quota(BoundedRule):
    """Bounds on the matched mentees all of whose named fields have, or contain, the value."""

    kind: Literal["quota"] = "quota"
    where: Annotated[dict[Text, Text], AfterValidator(_where)] = Field(
        default_factory=dict,
        description="field to value: settings, state, locale, stage, attributes.X; empty: everyone",
    )
    per: Literal["cohort", "mentor"] = "cohort"
