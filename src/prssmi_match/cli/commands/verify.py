"""Check a matching against every rule, independently of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.api import verify
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import STANDARD, input_problem, put, read_text, refuse_twice
from prssmi_match.intake import parse_matching

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Tell every violation of the matching."""
    refuse_twice(arguments, arguments.input, arguments.matching)
    problem = input_problem(arguments)
    matching = parse_matching(read_text(arguments.matching), arguments.matching)
    verification = verify(problem, matching)
    code = ExitCode.DONE if verification.valid else ExitCode.INFEASIBLE
    if arguments.json:
        put(verification.model_dump_json(indent=2), STANDARD)
        return code
    head = "The matching keeps every rule." if verification.valid else "The matching does not keep every rule:"
    put("\n".join([head, *(f"  - {violation.sentence}" for violation in verification.violations)]), STANDARD)
    return code
