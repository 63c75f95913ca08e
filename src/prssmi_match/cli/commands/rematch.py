"""Match again after something changed, and keep the announced pairs as far as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import rematch
from prssmi_match.cli.asking import tell
from prssmi_match.cli.lookup import find_site
from prssmi_match.cli.matching import deliver, exit_code
from prssmi_match.cli.progress import progress
from prssmi_match.cli.streams import input_problem, read_text
from prssmi_match.intake import parse_matching
from prssmi_match.problem.changes import with_previous

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.problem.document import Problem

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Match again, give the result where it was asked for, and tell what became of the announced pairs."""
    problem = _announced(input_problem(arguments), arguments)
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
    if not arguments.json and arguments.output != "-":
        tell(problem, result, arguments)
    return exit_code(result)


def _announced(problem: Problem, arguments: Namespace) -> Problem:
    if arguments.announced is None:
        return problem
    matching = parse_matching(read_text(arguments.announced), arguments.announced)
    return with_previous(problem, (pair.key for pair in matching.pairs))


def _sites(problem: Problem, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(find_site(problem, "mentees", word, "--freeze") for word in words)
