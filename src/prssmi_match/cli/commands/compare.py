"""Match, and compare the answer with a matching made by hand or earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import compare
from prssmi_match.cli.asking import ask
from prssmi_match.cli.streams import input_problem, read_text
from prssmi_match.intake import parse_matching

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.solution.comparison import Comparison
    from prssmi_match.solution.result import Result

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Tell who is elsewhere in the answer than in the other matching, and what that gains and loses."""
    problem = input_problem(arguments)
    other = parse_matching(read_text(arguments.matching), arguments.matching)

    def question(result: Result, _: float | None) -> tuple[Comparison, bool]:
        return compare(other, result, problem=problem), True

    return ask(problem, arguments, question)
