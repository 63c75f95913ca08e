"""Arguments that commands share."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from prssmi_match.cli.choices import INPUT
from prssmi_match.cli.values import day, positive, seconds

if TYPE_CHECKING:
    import argparse

__all__ = ["add_as_of", "add_input", "add_matched", "add_plain_input", "as_typed"]


def add_plain_input(command: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """Take an input as it is."""
    command.add_argument("input", nargs="?" if optional else None, help=INPUT)
    command.add_argument("--encoding", help="encoding of text files that are not UTF-8")


def add_input(command: argparse.ArgumentParser, *, optional: bool = False, visits_in: bool = True) -> None:
    """Take an input, and what is applied to it."""
    add_plain_input(command, optional=optional)
    if visits_in:
        command.add_argument(
            "--visits-in",
            metavar="CALENDAR",
            help="refuse pairs without common days for a visit (default: where calendar.toml of a folder says so)",
        )
    command.add_argument(
        "--overrides",
        metavar="FILE",
        help="decisions to apply (default: overrides.toml of a folder, where there is one)",
    )


def add_matched(command: argparse.ArgumentParser, *, optional: bool = False, visits_in: bool = True) -> None:
    """Take an input that is matched, and the limits of the search."""
    add_input(command, optional=optional, visits_in=visits_in)
    command.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="stop then, with the best answer so far")
    command.add_argument("--workers", type=positive, default=1, help="threads of the solver (default: %(default)s)")


def add_as_of(command: argparse.ArgumentParser) -> None:
    """Take the day as of which something is told."""
    command.add_argument("--as-of", type=day, metavar="DATE", help="the day, as 2027-03-01 (default: today)")


def as_typed(arguments: argparse.Namespace) -> str:
    """Return the input and what was applied to it as they were typed, for the next command."""
    words = [arguments.input]
    for name in ("overrides", "visits_in"):
        stated = getattr(arguments, name, None)
        words += [] if stated is None else [f"--{name.replace('_', '-')}", stated]
    return shlex.join(words)
