"""The wall: the only place that knows CP-SAT."""

from __future__ import annotations

from prssmi_match.solving.cpsat.formulation import Formulation, GuardedFormulation
from prssmi_match.solving.cpsat.relaxed import RelaxedFormulation
from prssmi_match.solving.cpsat.search import Search

__all__ = ["Formulation", "GuardedFormulation", "RelaxedFormulation", "Search"]
