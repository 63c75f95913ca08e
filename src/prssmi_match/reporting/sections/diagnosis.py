"""Whether all rules can be kept; where not, every conflict and what would settle them, else what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.sections.conflict import conflict_blocks
from prssmi_match.reporting.sections.repairs import repairs_table
from prssmi_match.reporting.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.diagnosis import Diagnosis

__all__ = ["build_diagnosis"]

_MENU = (
    "Each of these is enough by itself, and no part of it is. The cost counts how hard a change is to ask for; the "
    "least comes first."
)


def build_diagnosis(problem: Problem, diagnosis: Diagnosis) -> Iterator[Section]:
    """Return the conflicts and the repairs where no matching keeps all rules, and the warnings."""
    if diagnosis.feasible is False:
        yield Section("conflict", "What conflicts", tuple(_conflicts(diagnosis)))
        yield Section("repairs", "What would settle it", tuple(_repairs(problem, diagnosis)))
    told = () if diagnosis.feasible is False else (Text(Data(diagnosis.sentence)),)
    warnings = Items(tuple(Data(warning.sentence) for warning in diagnosis.warnings))
    if blocks := (*told, *((warnings,) if warnings.items else ())):
        yield Section("diagnosis", "What to look at", blocks)


def _conflicts(diagnosis: Diagnosis) -> Iterator[Block]:
    if not diagnosis.conflicts:
        yield Text("Which rules and facts conflict was not worked out.")
        return
    yield from conflict_blocks(*diagnosis.conflicts)
    if not diagnosis.conflicts_complete:
        yield Text("There may be more conflicts.")


def _repairs(problem: Problem, diagnosis: Diagnosis) -> Iterator[Block]:
    if diagnosis.repairs:
        number = counted(len(diagnosis.repairs), "way")
        yield Text(_MENU)
        yield repairs_table(problem, diagnosis.repairs, f"{number} to keep all the other rules")
        if not diagnosis.repairs_complete:
            yield Text("There may be more ways than these.")
    elif diagnosis.repairs_complete:
        yield Text("No change that may be made settles it.")
    else:
        yield Text("Time ran out before a change was found that settles it.", "caution")
