"""Match, and give other answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import alternatives
from prssmi_match.cli.asking import ask
from prssmi_match.cli.lookup import aims, find_tier
from prssmi_match.cli.progress import steps
from prssmi_match.cli.streams import input_problem

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.solution.alternatives import Alternatives
    from prssmi_match.solution.result import Result

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Tell other answers, each by what it costs and who moves."""
    if arguments.within and arguments.kind != "different":
        arguments.refuse("--within goes with --kind different")
    problem = input_problem(arguments)
    within = {find_tier(aims(problem), name, "--within"): loss for name, loss in arguments.within}

    def question(result: Result, time_limit: float | None) -> tuple[Alternatives, bool]:
        found = alternatives(
            result, arguments.k, kind=arguments.kind, within=within, time_limit=time_limit, on_progress=steps()
        )
        return found, found.proved

    return ask(problem, arguments, question)
