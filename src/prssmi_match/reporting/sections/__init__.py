"""The sections of the report, one file each, in reading order.

A section is a function of the result; it gives None where it has no place in the report of that result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.sections.answer import build_answer
from prssmi_match.reporting.sections.assumptions import build_assumptions
from prssmi_match.reporting.sections.availability import build_availability
from prssmi_match.reporting.sections.conditions import build_conditions
from prssmi_match.reporting.sections.conflict import build_conflict
from prssmi_match.reporting.sections.fairness import build_fairness
from prssmi_match.reporting.sections.loads import build_loads
from prssmi_match.reporting.sections.provenance import build_provenance
from prssmi_match.reporting.sections.rules import build_rules
from prssmi_match.reporting.sections.summary import build_summary
from prssmi_match.reporting.sections.tiers import build_tiers
from prssmi_match.reporting.sections.unmatched import build_unmatched

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.reporting.document import Section
    from prssmi_match.solution.result import Result

__all__ = ["SECTIONS"]

SECTIONS: tuple[Callable[[Result], Section | None], ...] = (
    build_summary,
    build_conflict,
    build_answer,
    build_conditions,
    build_unmatched,
    build_availability,
    build_loads,
    build_fairness,
    build_tiers,
    build_rules,
    build_assumptions,
    build_provenance,
)
