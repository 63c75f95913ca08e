"""Match an input as it is and under every scenario of a file."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from typing import TYPE_CHECKING

from prssmi_match import whatif
from prssmi_match.cli.asking import tell
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.progress import steps
from prssmi_match.cli.streams import STANDARD, input_problem, read_text
from prssmi_match.intake.scenarios import parse_scenarios

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Tell the answer of each scenario."""
    if {arguments.input, arguments.scenarios} == {STANDARD}:
        arguments.refuse("only one of input and scenarios can be standard input")
    problem = input_problem(arguments)
    source = "standard input" if arguments.scenarios == STANDARD else arguments.scenarios
    scenarios = parse_scenarios(read_text(arguments.scenarios), source)
    # Processes begin anew: a copy of one that has threads of the solver can hang.
    pool = ProcessPoolExecutor(arguments.processes, get_context("spawn")) if arguments.processes > 1 else nullcontext()
    with pool as executor:
        part = whatif.sweep(problem, scenarios, executor, time_limit=arguments.time_limit, on_progress=steps())
    tell(problem, part, arguments)
    return ExitCode.DONE if part.proved else ExitCode.UNPROVED
