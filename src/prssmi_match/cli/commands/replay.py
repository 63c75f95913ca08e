"""Solve a recorded run again, and say whether the same answer comes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.progress import progress
from prssmi_match.cli.streams import STANDARD, input_problem, put, read_text, refuse_twice
from prssmi_match.problem.wording import replay_sentence
from prssmi_match.records.replaying import replay_record
from prssmi_match.records.run_record import parse_record

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from prssmi_match.solution.replay import Replay

__all__ = ["run"]

_CODES = {True: ExitCode.DONE, False: ExitCode.INFEASIBLE, None: ExitCode.UNPROVED}


def run(arguments: Namespace) -> ExitCode:
    """Tell whether everything is as it was recorded, and what is not."""
    refuse_twice(arguments, arguments.record, arguments.input)
    source = "standard input" if arguments.record == STANDARD else Path(arguments.record).name
    record = parse_record(read_text(arguments.record), source)
    problem = None if arguments.input is None else input_problem(arguments)
    replay = replay_record(record, problem=problem, time_limit=arguments.time_limit, on_progress=progress())
    put(replay.model_dump_json(indent=2) if arguments.json else "\n".join(_lines(replay)), STANDARD)
    return _CODES[replay.same]


def _lines(replay: Replay) -> Iterator[str]:
    yield replay_sentence(replay.same, (), replay.versions)
    yield from (f"  - {row.sentence}" for row in replay.differences)
