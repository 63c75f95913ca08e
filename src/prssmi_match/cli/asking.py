"""Questions put to an answer, and how what comes out is told."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Protocol

from prssmi_match.cli.clock import Clock
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.matching import exit_code, matched, point_on, summary
from prssmi_match.cli.streams import STANDARD, put
from prssmi_match.reporting import build_part
from prssmi_match.reporting.terminal import render_terminal

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["Question", "ask", "tell"]

WIDEST = 100
"""Characters of a line at most: longer ones are hard to read."""


class Question(Protocol):
    """What is asked of an answer."""

    def __call__(self, result: Result, time_limit: float | None, /) -> tuple[Part, bool]:
        """Return what came out, and whether it is proved."""


def ask(
    problem: Problem, arguments: Namespace, question: Question, answer: Callable[[Problem, Namespace], Result] = matched
) -> ExitCode:
    """Match, put a question to the answer, and tell what came out; without an answer, tell that."""
    clock = Clock(arguments.time_limit)
    result = answer(problem, arguments)
    if not result.has_matching:
        put(result.model_dump_json(indent=2) if arguments.json else summary(result), STANDARD)
        point_on(result, arguments)
        return exit_code(result)
    part, is_proved = question(result, clock.left)
    tell(problem, part, arguments)
    return exit_code(result) if is_proved else ExitCode.UNPROVED


def tell(problem: Problem, part: Part, arguments: Namespace) -> None:
    """Give a part of an answer on standard output, as JSON or in words."""
    if arguments.json:
        put(part.model_dump_json(indent=2), STANDARD)
    else:
        width = min(shutil.get_terminal_size().columns, WIDEST)
        put(render_terminal(build_part(problem, part), width), STANDARD)
