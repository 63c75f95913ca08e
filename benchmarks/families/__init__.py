"""The families of cases, in the order of the tables."""

from __future__ import annotations

from benchmarks.families import leximin, network, opening, preset, questions, stability

__all__ = ["FAMILIES"]

FAMILIES = {module.FAMILY.name: module.FAMILY for module in (preset, opening, leximin, network, stability, questions)}
