"""Say what forbids a pair, a place for a mentee or the use of a mentor, or what it would cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import why_not
from prssmi_match.cli.asking import ask
from prssmi_match.cli.lookup import find_site, stated_costs
from prssmi_match.cli.streams import input_problem

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.wording import Side
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.why_not import WhyNot

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Tell why the pair is not in the answer, the mentee not matched, or the mentor not used."""
    if arguments.first is not None and arguments.mentee is not None:
        arguments.refuse("the mentee is given twice, once by itself and once with --mentee")
    if arguments.second is not None and arguments.mentor is not None:
        arguments.refuse("the mentor is given twice, once by itself and once with --mentor")
    if all(word is None for word in (arguments.first, arguments.mentee, arguments.mentor)):
        arguments.refuse("give a mentee, a mentor, or both")
    problem = input_problem(arguments)
    mentee = _site(problem, "mentees", (arguments.first, "MENTEE"), (arguments.mentee, "--mentee"))
    mentor = _site(problem, "mentors", (arguments.second, "MENTOR"), (arguments.mentor, "--mentor"))
    costs = stated_costs(problem, arguments)

    def question(result: Result, time_limit: float | None) -> tuple[WhyNot, bool]:
        found = why_not(result, mentee, mentor, costs=costs, time_limit=time_limit)
        return found, found.proved

    return ask(problem, arguments, question)


def _site(problem: Problem, side: Side, *given: tuple[str | None, str]) -> str | None:
    """Return the site of the one argument that is given, if any."""
    return next((find_site(problem, side, word, place) for word, place in given if word is not None), None)
