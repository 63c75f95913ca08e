"""Find and prove the best matching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.matching import deliver, exit_code, matched
from prssmi_match.cli.streams import input_problem

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.cli.exit_codes import ExitCode

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Match, and give the result where it was asked for."""
    result = matched(input_problem(arguments), arguments)
    deliver(result, arguments)
    return exit_code(result)
