"""The base of every part of an answer."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from prssmi_match.showing import Shown

__all__ = ["Part"]


class Part(Shown, BaseModel):
    """Frozen; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True, validate_by_name=True)
