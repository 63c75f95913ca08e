"""The command line: argument parsing and exit codes only."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.parser import build_parser
from prssmi_match.cli.progress import settle
from prssmi_match.errors import MissingExtraError, OutputError, ProblemError, VerificationError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

__all__ = ["ExitCode", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never a traceback.

    Parameters
    ----------
    argv : sequence of str or None
        The arguments; None for those of the process.
    """
    arguments = build_parser().parse_args(argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except ProblemError as error:
        _tell_findings(error, as_json=arguments.json)
        return ExitCode.BAD_INPUT
    except BrokenPipeError:
        # The reader has gone; point the stream elsewhere, so that closing it says nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except (OutputError, MissingExtraError, OSError) as error:
        _say(_words(error))
        return ExitCode.USAGE
    except KeyboardInterrupt:
        _say("Interrupted.")
        return ExitCode.UNPROVED
    except VerificationError as error:
        _say(str(error))
        return ExitCode.BUG
    except Exception as error:  # noqa: BLE001 - the last resort: a person reads a sentence, not a traceback
        _say(f"This is a bug of prssmi-match; please report it with the input. {type(error).__name__}: {error}")
        return ExitCode.BUG
    return int(code)


def _words(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return f"There is no file {error.filename!r}."
        case IsADirectoryError():
            return f"{error.filename!r} is a folder, and a file is needed."
        case PermissionError():
            return f"{error.filename!r} may not be read or written by you."
        case _:
            return str(error)


def _run(arguments: Namespace) -> ExitCode:
    try:
        code: ExitCode = arguments.run(arguments)
    finally:
        settle()
    return code


def _tell_findings(error: ProblemError, *, as_json: bool) -> None:
    if as_json:
        findings = [finding.as_dict() for finding in error.findings]
        print(json.dumps({"findings": findings}, indent=2, ensure_ascii=False))
    else:
        from prssmi_match.cli.streams import tell_findings

        tell_findings(error.findings)


def _say(text: str) -> None:
    print(text, file=sys.stderr)
