"""The families of cases, in the order of the tables."""

from __future__ import annotations

from benchmarks.families import leximin, network, opening, preset, questions, regions, stability

__all__ = ["FAMILIES"]

_MODULES = (preset, opening, regions, leximin, network, stability, questions)
FAMILIES = {module.FAMILY.name: module.FAMILY for module in _MODULES}
