"""The sections of the report, one file each.

A section is a function of the result; it gives None where it has no place in the report of that result. Parts that were
worked out besides, such as the reasons, have sections of their own, or say more in the place of one of these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from prssmi_match.reporting.document import as_parts, plain_text
from prssmi_match.reporting.fit import fit_of
from prssmi_match.reporting.pairings import find_pairings
from prssmi_match.reporting.sections.alternatives import build_alternatives
from prssmi_match.reporting.sections.answer import build_answer
from prssmi_match.reporting.sections.assumptions import build_assumptions
from prssmi_match.reporting.sections.availability import build_availability
from prssmi_match.reporting.sections.backups import build_backups
from prssmi_match.reporting.sections.certainty import build_certainty
from prssmi_match.reporting.sections.change_curve import build_change_curve
from prssmi_match.reporting.sections.comparison import build_comparison
from prssmi_match.reporting.sections.conditions import build_conditions
from prssmi_match.reporting.sections.conflict import build_conflict
from prssmi_match.reporting.sections.diagnosis import build_diagnosis
from prssmi_match.reporting.sections.fairness import build_fairness
from prssmi_match.reporting.sections.give_up_curve import build_give_up_curve
from prssmi_match.reporting.sections.grid import build_grid
from prssmi_match.reporting.sections.left_out import build_left_out
from prssmi_match.reporting.sections.loads import build_loads
from prssmi_match.reporting.sections.memory import build_memory
from prssmi_match.reporting.sections.milestones import build_milestones
from prssmi_match.reporting.sections.pair_prices import build_pair_prices
from prssmi_match.reporting.sections.provenance import build_provenance
from prssmi_match.reporting.sections.reasons import build_reasons, without_points_of
from prssmi_match.reporting.sections.rematch import build_announced, build_rematch
from prssmi_match.reporting.sections.rule_costs import build_rule_costs
from prssmi_match.reporting.sections.rules import build_rules
from prssmi_match.reporting.sections.schedule import build_schedule
from prssmi_match.reporting.sections.sites import MOST_OPTIONS, build_sites
from prssmi_match.reporting.sections.slot_values import build_slot_values
from prssmi_match.reporting.sections.summary import build_summary
from prssmi_match.reporting.sections.survey import build_survey
from prssmi_match.reporting.sections.sweep import build_sweep
from prssmi_match.reporting.sections.tiers import build_tiers
from prssmi_match.reporting.sections.unmatched import build_unmatched
from prssmi_match.reporting.sections.waitlist import build_waitlist
from prssmi_match.reporting.sections.weight_ranges import build_weight_ranges
from prssmi_match.reporting.sections.why_not import build_why_not
from prssmi_match.reporting.sections.withdrawals import build_withdrawals
from prssmi_match.reporting.told import Told
from prssmi_match.solution.alternatives import Alternatives
from prssmi_match.solution.backups import Backups
from prssmi_match.solution.certainty import Certainty
from prssmi_match.solution.change_curve import ChangeCurve
from prssmi_match.solution.comparison import Comparison
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.explanation import Explanation
from prssmi_match.solution.give_up_curve import GiveUpCurve
from prssmi_match.solution.milestones import Milestones
from prssmi_match.solution.pair_prices import PairPrices
from prssmi_match.solution.rematch import Rematch
from prssmi_match.solution.rule_costs import RuleCosts
from prssmi_match.solution.schedule import Schedule
from prssmi_match.solution.slot_values import SlotValues
from prssmi_match.solution.survey_summary import SurveySummary
from prssmi_match.solution.sweep import Sweep
from prssmi_match.solution.waitlist import Waitlist
from prssmi_match.solution.weight_ranges import WeightRanges
from prssmi_match.solution.why_not import WhyNot
from prssmi_match.solution.withdrawals import Withdrawals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Section
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["build_part", "build_sections"]

_OF_RESULT: tuple[Callable[[Result], Section | None], ...] = (
    build_conflict,
    build_announced,
    build_conditions,
    build_unmatched,
    build_availability,
    build_loads,
    build_memory,
    build_fairness,
    build_tiers,
    build_rules,
    build_assumptions,
    build_provenance,
)
_OF_PART: dict[type[Part], Callable[[Problem, Any], Iterable[Section]]] = {
    Alternatives: build_alternatives,
    Backups: build_backups,
    Certainty: build_certainty,
    ChangeCurve: build_change_curve,
    Comparison: build_comparison,
    GiveUpCurve: build_give_up_curve,
    Milestones: build_milestones,
    PairPrices: build_pair_prices,
    Rematch: build_rematch,
    RuleCosts: build_rule_costs,
    Schedule: build_schedule,
    SlotValues: build_slot_values,
    Sweep: build_sweep,
    SurveySummary: build_survey,
    Waitlist: build_waitlist,
    WeightRanges: build_weight_ranges,
    Withdrawals: build_withdrawals,
    Diagnosis: build_diagnosis,
    Explanation: build_reasons,
    WhyNot: build_why_not,
}
_READING_ORDER = (
    "summary",
    "conflict",
    "repairs",
    "answer",
    "schedule",
    "milestones",
    "survey",
    "unmatched",
    "certainty",
    "conditions",
    "rematch",
    "withdrawals",
    "grid",
    "why-not",
    "pair-prices",
    "reasons",
    "availability",
    "loads",
    "memory",
    "fairness",
    "alternatives",
    "comparison",
    "change-curve",
    "backups",
    "waitlist",
    "slot-values",
    "rule-costs",
    "weight-ranges",
    "give-up-curve",
    "sweep",
    "sites",
    "tiers",
    "rules",
    "assumptions",
    "diagnosis",
    "left-out",
    "check",
)


def build_part(problem: Problem, part: Part) -> tuple[Section, ...]:
    """Return the sections of a part, by its type.

    Raises
    ------
    TypeError
        If it is no part that a report tells of.
    """
    build = _OF_PART.get(type(part))
    if build is None:
        known = ", ".join(kind.__name__ for kind in _OF_PART)
        raise TypeError(f"A report has no section for {type(part).__name__}; it has for: {known}")
    return tuple(build(problem, part))


def build_sections(result: Result, parts: Sequence[Part]) -> tuple[Section, ...]:
    """Return the sections of a result and of parts in reading order; a part's takes the place of the result's."""
    sections = {section.id: [section] for section in _of_result(result, Told(tuple(parts)))}
    of_parts: dict[str, list[Section]] = {}
    for part in parts:
        if isinstance(part, PairPrices) and len(result.problem.mentors) <= MOST_OPTIONS:
            continue  # every one of them stands in the entry of its mentee
        for section in build_part(result.problem, _beside(result, part)):
            of_parts.setdefault(section.id, []).append(section)
    sections |= of_parts
    in_order = sorted(sections, key=_READING_ORDER.index)
    return tuple(section for name in in_order for section in _numbered(sections[name]))


def _of_result(result: Result, told: Told) -> Iterator[Section]:
    pairings = find_pairings(result, told)
    found = [build(result) for build in _OF_RESULT]
    found += [build_summary(result, told), build_answer(result, told), build_grid(result, told, pairings)]
    found += [build_sites(result, told, pairings), build_left_out(result, told)]
    return (section for section in found if section is not None)


def _beside(result: Result, part: Part) -> Part:
    """Return a part without what the sections of the result tell already."""
    fit = fit_of(result)
    return without_points_of(part, fit.tier) if isinstance(part, Explanation) and fit is not None else part


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    """Give sections of one sort ids of their own, the second is ``why-not-2``; and titles, where they have the same."""
    titles: set[str] = set()
    for number, section in enumerate(sections, start=1):
        repeated = plain_text(section.title) in titles
        titles.add(plain_text(section.title))
        title = (*as_parts(section.title), f" ({number})") if repeated else section.title
        yield section if number == 1 else replace(section, id=f"{section.id}-{number}", title=title)
