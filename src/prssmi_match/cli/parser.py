"""The arguments of every command."""

from __future__ import annotations

import argparse
import math
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["build_parser"]

INPUT = "a JSON document, a folder of tables, an Excel workbook, or - for a JSON document on standard input"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``run`` to what carries it out."""
    parser = argparse.ArgumentParser(
        prog="prssmi-match",
        description="Match mentee sites with mentor sites: proved best under the program's own rules.",
        epilog="Exit codes: 0 done and proved, 1 done but not proved in time, 2 wrong usage, 3 infeasible, "
        "4 bad input, 5 a bug of this program.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _demo(_command(commands, "demo", "match the shipped examples and write their reports"))
    _check(_command(commands, "check", "read an input and list all findings and warnings"))
    _match(_command(commands, "match", "find and prove the best matching"))
    _report(_command(commands, "report", "match, and write a report as HTML and Markdown"))
    _schema(_command(commands, "schema", "print the JSON Schema of a document"))
    _verify(_command(commands, "verify", "check a matching against every rule, independently"))
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    command.add_argument("--json", action="store_true", help="print JSON instead of text")
    command.set_defaults(run=_runner(name))
    return command


def _runner(name: str) -> Callable[[argparse.Namespace], int]:
    """Return the command's function, imported when it is run, so that help is instant."""

    def run(arguments: argparse.Namespace) -> int:
        module = import_module(f"prssmi_match.cli.commands.{name}")
        return int(module.run(arguments))

    return run


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", "--output", default="prssmi_match_demo", help="folder for the reports (default: %(default)s)"
    )


def _check(command: argparse.ArgumentParser) -> None:
    _add_input(command)


def _match(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    _add_limits(command)
    command.add_argument("-o", "--output", help="write the result as JSON to this file; - for standard output")
    command.add_argument("--report", metavar="FOLDER", help="write the report to this folder as well")


def _report(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    _add_limits(command)
    command.add_argument("-o", "--output", default="report", help="folder; - for Markdown on standard output")


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument("document", nargs="?", default="problem", choices=["problem", "matching", "result"])
    command.add_argument("-o", "--output", default="-", help="file to write; - for standard output (default)")


def _verify(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    command.add_argument("matching", help="a result or matching as JSON, or - for standard input")


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("input", help=INPUT)
    command.add_argument("--encoding", help="encoding of text files that are not UTF-8")


def _add_limits(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--time-limit", type=_seconds, metavar="SECONDS", help="stop then, with the best answer so far"
    )
    command.add_argument("--workers", type=_positive, default=1, help="threads of the solver (default: %(default)s)")


def _seconds(text: str) -> float:
    value = float(text)
    if not (value >= 0 and math.isfinite(value)):
        raise ValueError
    return value


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError
    return value
