"""The families of cases, in the order of the tables."""

from __future__ import annotations

from benchmarks.families import opening, preset, stability

__all__ = ["FAMILIES"]

FAMILIES = {family.name: family for family in (preset.FAMILY, opening.FAMILY, stability.FAMILY)}
