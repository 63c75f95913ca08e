"""The survey at the end: its text, or what was answered, and the history of the next round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.asking import tell
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.streams import STANDARD, input_problem, note, put, read_text
from prssmi_match.intake import parse_matching
from prssmi_match.intake.native import history_table
from prssmi_match.intake.outcomes import read_answers
from prssmi_match.planning.survey import summarize_survey
from prssmi_match.problem.questionnaire import questionnaire
from prssmi_match.records.memory import history_rows

if TYPE_CHECKING:
    from argparse import Namespace

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Print the survey; or, given its answers, sum them up, and write the history of the next round."""
    given = [arguments.input, arguments.matching, arguments.answers]
    if not any(given):
        put(questionnaire().rstrip(), STANDARD)
        return ExitCode.DONE
    if not all(given):
        arguments.refuse("give INPUT, MATCHING and ANSWERS, or none of them for the text of the survey")
    if (arguments.round is None) != (arguments.output is None):
        arguments.refuse("-o writes the history of a round: give --round with it, such as --round 2027")
    problem = input_problem(arguments)
    matching = parse_matching(read_text(arguments.matching), arguments.matching)
    reading = read_answers(arguments.answers, problem, matching, system=arguments.system, encoding=arguments.encoding)
    answers = reading.required().answers
    for words in (*reading.notes, *map(str, reading.findings)):
        note(words)
    if arguments.output is not None:
        rows = (*problem.history, *history_rows(problem, matching, arguments.round, answers))
        put(history_table(rows).rstrip("\n"), arguments.output)
        note(f"History for the next round: {arguments.output}")
    if arguments.output != STANDARD:
        tell(problem, summarize_survey(matching, answers), arguments)
    return ExitCode.DONE
