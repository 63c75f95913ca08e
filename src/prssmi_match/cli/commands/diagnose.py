"""Say which rules conflict, and what would settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import diagnose
from prssmi_match.cli.asking import tell
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.inputs import as_typed
from prssmi_match.cli.lookup import stated_costs
from prssmi_match.cli.streams import STANDARD, input_problem, note, put

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.diagnosis import Diagnosis

__all__ = ["run"]

_CODES = {True: ExitCode.DONE, False: ExitCode.INFEASIBLE, None: ExitCode.UNPROVED}


def run(arguments: Namespace) -> ExitCode:
    """Tell the diagnosis, or give the document with one of its changes made."""
    if arguments.output is not None and arguments.apply is None:
        arguments.refuse("-o goes with --apply")
    problem = input_problem(arguments)
    costs, limit = stated_costs(problem, arguments), max(arguments.limit, arguments.apply or 0)
    diagnosis = diagnose(problem, costs=costs, limit=limit, time_limit=arguments.time_limit)
    if arguments.apply is not None:
        return _apply(problem, diagnosis, arguments)
    tell(problem, diagnosis, arguments)
    if diagnosis.repairs and not arguments.json:
        note(f"To make change number 1: prssmi-match diagnose {as_typed(arguments)} --apply 1 -o changed.json")
    return _CODES[diagnosis.feasible]


def _apply(problem: Problem, diagnosis: Diagnosis, arguments: Namespace) -> ExitCode:
    """Write the document with one change made, as it was written but for that change."""
    if diagnosis.feasible is None:
        note("Whether all rules can be kept was not worked out in time. Nothing was written.")
        return ExitCode.UNPROVED
    if len(diagnosis.repairs) < arguments.apply:
        number = len(diagnosis.repairs)
        why = "All rules can be kept" if diagnosis.feasible else f"Changes that settle it: {number}"
        arguments.refuse(f"{why}; there is no change {arguments.apply} to make. Nothing was written.")
    repair = diagnosis.repairs[arguments.apply - 1]
    put(repair.apply(problem).model_dump_json(indent=2, exclude_unset=True), arguments.output or STANDARD)
    note(f"Changed: {repair.sentence}")
    return ExitCode.DONE
