"""What is wrong with a document: its conflicts and repairs; or, where all rules can be kept, what to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.explanation.cautions import find_cautions
from prssmi_match.explanation.conflicts import find_conflicts
from prssmi_match.explanation.costs import price_list
from prssmi_match.explanation.repairs import find_repairs
from prssmi_match.explanation.room_cautions import room_cautions
from prssmi_match.explanation.slack_cautions import slack_cautions
from prssmi_match.solution.diagnosis import Diagnosis
from prssmi_match.solution.status import Status
from prssmi_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.caution import Caution
    from prssmi_match.solution.conflict import Conflict
    from prssmi_match.solution.repair import Repairs
    from prssmi_match.solving import Budget, Outcome

__all__ = ["find_diagnosis"]


def find_diagnosis(
    problem: Problem, budget: Budget, *, costs: Mapping[str, int | None] | None = None, limit: int = 5
) -> Diagnosis:
    """Return the conflicts and repairs of a document whose rules cannot all be kept; its warnings in any case.

    Raises
    ------
    ValueError
        If ``limit`` is below 1, or ``costs`` has a key that names nothing, or a cost that is none.
    """
    if limit < 1:
        message = f"limit is {limit}; give at least 1"
        raise ValueError(message)
    price_list(problem, costs, frozenset())  # refuses bad costs, also where nothing has to be repaired
    compatibility = assess(problem)
    outcome = solve(compatibility, (), budget)
    warnings = tuple(_warnings(compatibility, outcome, budget))
    if outcome.assignment is not None:
        return Diagnosis(feasible=True, warnings=warnings, sentence=_kept(compatibility, warnings))
    if outcome.status is Status.UNKNOWN:
        sentence = "Whether all rules can be kept was not worked out in time."
        return Diagnosis(
            feasible=None, conflicts_complete=False, repairs_complete=False, warnings=warnings, sentence=sentence
        )
    conflicts, complete = find_conflicts(problem, budget, limit=limit)
    menu = find_repairs(problem, budget, costs=costs, limit=limit)
    return Diagnosis(
        feasible=False,
        conflicts=conflicts,
        conflicts_complete=complete,
        repairs=menu.repairs,
        repairs_complete=menu.complete,
        warnings=warnings,
        sentence=" ".join(_not_kept(conflicts, menu, complete=complete)),
    )


def _warnings(compatibility: Compatibility, outcome: Outcome, budget: Budget) -> Iterator[Caution]:
    """Give the warnings, those first of which more is known than what the document says."""
    if outcome.assignment is not None:
        matching = outcome.assignment.to_matching(() for _ in outcome.assignment.chosen)
        yield from slack_cautions(compatibility.problem, matching, budget)
    # No time: whether there is a conflict is known already, and nothing else is solved there.
    yield from find_cautions(compatibility.problem, time_limit=0)
    yield from room_cautions(compatibility)


def _kept(compatibility: Compatibility, warnings: tuple[Caution, ...]) -> str:
    count = f"{len(warnings)} warning{'' if len(warnings) == 1 else 's'}" if warnings else "nothing to warn of"
    if compatibility.pairs:
        return f"All rules can be kept; {count}."
    missing = (
        "no mentee is available"
        if not compatibility.mentees
        else "no mentor is available"
        if not compatibility.mentors
        else "no mentee can be paired with any mentor"
    )
    return f"All rules can be kept, but only by matching nobody, as {missing}; {count}."


def _not_kept(conflicts: tuple[Conflict, ...], menu: Repairs, *, complete: bool) -> Iterator[str]:
    yield "No matching keeps all rules."
    if conflicts:
        yield conflicts[0].sentence
    if len(conflicts) > 1:
        yield f"This is the smallest of {len(conflicts)} conflicts{'' if complete else '; there may be more'}."
    if menu.repairs:
        yield f"The change that costs least: {menu.repairs[0].sentence}"
    elif menu.complete:
        yield "No change that may be made settles it."
    else:
        yield "No change that settles it was found in time."
