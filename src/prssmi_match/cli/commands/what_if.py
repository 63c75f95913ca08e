"""Match, and say what would become of the answer if something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.announced import with_announced
from prssmi_match.cli.asking import ask
from prssmi_match.cli.lookup import aims_to_give_up, find_tier
from prssmi_match.cli.matching import matched, rematched
from prssmi_match.cli.questions import ASKED, curve
from prssmi_match.cli.streams import input_problem, refuse_twice

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["run"]

GIVE_UP = "give-up"


def run(arguments: Namespace) -> ExitCode:
    """Tell what came out of one question."""
    if (arguments.question == GIVE_UP) != (arguments.tier is not None):
        arguments.refuse("give-up asks about one aim: name it with --tier, which goes with no other question")
    refuse_twice(arguments, arguments.input, arguments.announced)
    problem = with_announced(input_problem(arguments), arguments)
    tier = None if arguments.tier is None else find_tier(aims_to_give_up(problem), arguments.tier, "--tier")

    def question(result: Result, time_limit: float | None) -> tuple[Part, bool]:
        if tier is None:
            part = ASKED[arguments.question](result, time_limit)
        else:
            part = curve(result, tier, time_limit, step=arguments.step, count=arguments.steps)
        return part, bool(getattr(part, "proved", True))

    return ask(problem, arguments, question, matched if arguments.announced is None else rematched)
