"""Match, and give the reasons for every pair and every site left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import explain
from prssmi_match.cli.asking import ask
from prssmi_match.cli.progress import steps
from prssmi_match.cli.streams import input_problem

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.solution.explanation import Explanation
    from prssmi_match.solution.result import Result

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Tell the reasons."""
    return ask(input_problem(arguments), arguments, _reasons)


def _reasons(result: Result, time_limit: float | None) -> tuple[Explanation, bool]:
    explanation = explain(result, time_limit=time_limit, on_progress=steps())
    return explanation, explanation.complete
