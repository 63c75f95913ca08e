"""Match again after something changed, and keep the announced pairs as far as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import rematch
from prssmi_match.cli.announced import with_announced
from prssmi_match.cli.asking import tell
from prssmi_match.cli.lookup import find_site
from prssmi_match.cli.matching import deliver, exit_code
from prssmi_match.cli.progress import progress
from prssmi_match.cli.streams import STANDARD, input_problem, put, refuse_twice

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.problem.document import Problem

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Match again, give the result where it was asked for, and tell what became of the announced pairs."""
    refuse_twice(arguments, arguments.input, arguments.announced)
    problem = with_announced(input_problem(arguments), arguments)
    frozen = arguments.freeze if arguments.freeze == ("all",) else _sites(problem, arguments.freeze)
    result = rematch(
        problem,
        first=arguments.first,
        most_changes=arguments.most_changes,
        frozen="all" if frozen == ("all",) else frozen,
        time_limit=arguments.time_limit,
        workers=arguments.workers,
        on_progress=progress(),
    )
    deliver(result, arguments)
    if not arguments.json and arguments.output != STANDARD:
        put("", STANDARD)
        tell(problem, result, arguments)
    return exit_code(result)


def _sites(problem: Problem, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(find_site(problem, "mentees", word, "--freeze") for word in words)
