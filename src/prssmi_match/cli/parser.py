"""The arguments of every command."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING

from prssmi_match.cli.after_match import add_milestones, add_schedule, add_survey
from prssmi_match.cli.choices import ACTIONS, DOCUMENTS, INPUT, PARTS, QUESTIONS
from prssmi_match.cli.inputs import add_input, add_matched, add_plain_input
from prssmi_match.cli.values import cost, day, moment, names, natural, positive, seconds, within

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["build_parser"]


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets ``run`` to what carries it out."""
    parser = argparse.ArgumentParser(
        prog="prssmi-match",
        description="Match mentee sites with mentor sites: proved best under the program's own rules.",
        epilog="Exit codes: 0 done and proved, 1 done but not proved in time, 2 wrong usage, 3 infeasible, "
        "4 bad input, 5 a bug of this program.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (words, add_arguments) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        command.add_argument("--json", action="store_true", help="print JSON instead of text")
        command.set_defaults(run=_runner(name), refuse=command.error)
        add_arguments(command)
    return parser


def _runner(name: str) -> Callable[[argparse.Namespace], int]:
    """Return the command's function, imported when it is run, so that help is instant."""

    def run(arguments: argparse.Namespace) -> int:
        module = import_module(f"prssmi_match.cli.commands.{name.replace('-', '_')}")
        return int(module.run(arguments))

    return run


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", "--output", default="prssmi_match_demo", help="folder for the reports (default: %(default)s)"
    )


def _override(command: argparse.ArgumentParser) -> None:
    add_plain_input(command)
    command.add_argument("ledger", help="the file of decisions, such as overrides.toml; made where it is missing")
    told = "; ".join(f"{name} {words}".strip() for name, words in ACTIONS.items())
    command.add_argument("action", choices=list(ACTIONS), metavar="ACTION", help=told)
    command.add_argument("sites", nargs="*", metavar="SITE", help="what the action names: sites by id or name")
    command.add_argument("--who", help="who decided it")
    command.add_argument("--why", help="the reason")
    command.add_argument("--at", type=moment, metavar="TIME", help="when, as 2026-11-24T09:30Z (default: now)")
    command.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="for measuring what it costs")


def _check(command: argparse.ArgumentParser) -> None:
    add_input(command)
    command.add_argument(
        "--marked", metavar="FOLDER", help="write copies there in which the cells with findings are marked"
    )


def _convert(command: argparse.ArgumentParser) -> None:
    command.add_argument("input", nargs="?", help=f"{INPUT}; with --mapping, its folder by default")
    command.add_argument("--encoding", help="encoding of text files that are not UTF-8")
    command.add_argument("--mapping", metavar="FILE", help="the mapping (default: mapping.toml of the input)")
    command.add_argument("--mentees", metavar="FILE", help="the mentees' export; - for standard input")
    command.add_argument("--mentors", metavar="FILE", help="the mentors' export; - for standard input")
    command.add_argument(
        "--guess", action="store_true", help="draft a mapping for --mentees and --mentors, for a person to check"
    )
    command.add_argument("--pseudonymize", action="store_true", help="put pseudonyms in place of ids and names")
    command.add_argument("--key", metavar="FILE", help="with --pseudonymize: the key; made there if it is missing")
    command.add_argument(
        "-o", "--output", default="-", help="a .json file, a folder for tables, or - for standard output (default)"
    )


def _match(command: argparse.ArgumentParser) -> None:
    add_matched(command)
    command.add_argument("-o", "--output", help="write the result as JSON to this file; - for standard output")
    command.add_argument("--report", metavar="FOLDER", help="write the report to this folder as well")
    command.add_argument("--record", metavar="FILE", help="write the record of the run, to be replayed later")
    command.add_argument(
        "--personal", action="store_true", help="the record may hold names, and who decided what and why"
    )


def _announced(command: argparse.ArgumentParser, more: str = "") -> None:
    told = f"the announced result or matching as JSON, or -, instead of the input's previous{more}"
    command.add_argument("--announced", metavar="FILE", help=told)


def _rematch(command: argparse.ArgumentParser) -> None:
    _match(command)
    _announced(command)
    command.add_argument(
        "--first",
        choices=["changes", "quality"],
        default="changes",
        help="as few changed pairs as possible, or the aims of the program (default: %(default)s)",
    )
    command.add_argument(
        "--most-changes", type=natural, metavar="N", help="the best answer with at most N changed pairs"
    )
    command.add_argument(
        "--freeze",
        type=names,
        default=(),
        metavar="MENTEE,...",
        help="mentees whose announced pair must stay; all: every pair that can still be made",
    )


def _report(command: argparse.ArgumentParser) -> None:
    add_matched(command)
    command.add_argument("-o", "--output", default="report", help="folder; - for Markdown on standard output")
    command.add_argument(
        "--with", dest="more", type=names, default=(), metavar="PART,...", help=f"sections besides: {', '.join(PARTS)}"
    )
    command.add_argument("--excel", action="store_true", help="write report.xlsx as well, to sort and filter")


def _letters(command: argparse.ArgumentParser) -> None:
    add_matched(command, optional=True)
    command.add_argument("-o", "--output", default="letters", help="folder (default: %(default)s); - for all as text")
    command.add_argument("--templates", metavar="FOLDER", help="templates of your own, in the place of ours")
    command.add_argument(
        "--print-templates", metavar="FOLDER", help="write our templates there, to start your own from"
    )
    command.add_argument("--schedule", metavar="FILE", help="the schedule as JSON, to tell each site its dates")
    command.add_argument("--calendar", metavar="FILE", help="that of the schedule (default: calendar.toml of a folder)")
    command.add_argument("--sender", metavar="TEXT", help="who signs; \\n begins a new line")
    command.add_argument("--reply-by", type=day, metavar="DATE", help="until when sites should answer, as 2026-11-24")
    command.add_argument("--html", action="store_true", help="write each letter as HTML as well")


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "document",
        nargs="?",
        default="problem",
        choices=DOCUMENTS,
        metavar="DOCUMENT",
        help=f"one of {', '.join(DOCUMENTS)} (default: %(default)s)",
    )
    command.add_argument("-o", "--output", default="-", help="file to write; - for standard output (default)")


def _compared(command: argparse.ArgumentParser) -> None:
    add_input(command)
    command.add_argument("matching", help="a result or matching as JSON, or - for standard input")


def _compare(command: argparse.ArgumentParser) -> None:
    add_matched(command)
    command.add_argument("matching", help="a result or matching as JSON, or - for standard input")


def _replay(command: argparse.ArgumentParser) -> None:
    command.add_argument("record", help="a record that --record wrote, or - for standard input")
    command.add_argument("--problem", dest="input", metavar="INPUT", help="whether this is still the same input")
    command.add_argument("--overrides", metavar="FILE", help="the decisions that belong to it")
    command.add_argument("--encoding", help="encoding of text files that are not UTF-8")
    command.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="stop then")


def _why_not(command: argparse.ArgumentParser) -> None:
    add_matched(command)
    command.add_argument("first", nargs="?", metavar="MENTEE", help="a mentee, by id or name")
    command.add_argument("second", nargs="?", metavar="MENTOR", help="a mentor, by id or name")
    command.add_argument("--mentee", help="the mentee; alone: why it is not matched at all")
    command.add_argument("--mentor", help="the mentor; alone: why it is not used")
    _costs(command)


def _diagnose(command: argparse.ArgumentParser) -> None:
    add_input(command)
    command.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="stop then, with what is known so far")
    command.add_argument("--limit", type=positive, default=5, help="changes that are listed (default: %(default)s)")
    _costs(command)
    command.add_argument("--apply", type=positive, metavar="N", help="give the document with change N made")
    command.add_argument("-o", "--output", help="with --apply: the file to write; - for standard output (default)")


def _costs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--cost",
        type=cost,
        action="append",
        default=[],
        metavar="WHAT=N",
        help="how hard a change is to ask for: of a kind (capacity=3), of one rule or fact by its id, or of all that "
        "mentees, mentors or the coordinator decide (mentor=9); none: not to be asked for",
    )


def _alternatives(command: argparse.ArgumentParser) -> None:
    add_matched(command)
    command.add_argument("-k", type=positive, default=5, help="how many (default: %(default)s)")
    command.add_argument(
        "--kind",
        choices=["next", "different", "best"],
        default="next",
        help="the next best, the most different, or those that are equally good (default: %(default)s)",
    )
    command.add_argument(
        "--within",
        type=within,
        action="append",
        default=[],
        metavar="AIM=N",
        help="with --kind different: how much an aim may lose; any: as much as it takes",
    )


def _what_if(command: argparse.ArgumentParser) -> None:
    add_matched(command)
    told = "; ".join(f"{name}: {words}" for name, words in QUESTIONS.items())
    command.add_argument("question", choices=list(QUESTIONS), metavar="QUESTION", help=told)
    _announced(command, "; the question is then put to that answer, as far as it can still be kept")
    command.add_argument("--tier", metavar="AIM", help="with give-up: the aim that gives up")
    command.add_argument("--step", type=positive, help="with give-up: points a step (default: 1 %% of its best)")
    command.add_argument("--steps", type=positive, default=10, help="with give-up: how many (default: %(default)s)")


def _sweep(command: argparse.ArgumentParser) -> None:
    add_input(command)
    command.add_argument("scenarios", help="a JSON document of scenarios (see: schema scenarios)")
    command.add_argument("--processes", type=positive, default=1, help="how many at once (default: %(default)s)")
    command.add_argument("--time-limit", type=seconds, metavar="SECONDS", help="stop then, with what is done")


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "demo": ("match the shipped examples and write their reports", _demo),
    "convert": ("turn survey exports into a problem, or draft the mapping for it", _convert),
    "check": ("read an input and list all findings and warnings", _check),
    "match": ("find and prove the best matching", _match),
    "schedule": ("match, and plan the sessions, visits and calls of the pairs", add_schedule),
    "rematch": ("match again after a change, and keep the announced pairs as far as possible", _rematch),
    "override": ("write down a decision with who, when, why and what it costs, or list or undo decisions", _override),
    "explain": ("match, and give the reasons for every pair and every site left out", add_matched),
    "why-not": ("say what forbids a pair, a place or a mentor, or what it would cost", _why_not),
    "diagnose": ("say which rules conflict, and what would settle it", _diagnose),
    "alternatives": ("match, and give other answers", _alternatives),
    "what-if": ("match, and say what would become of the answer if something changed", _what_if),
    "sweep": ("match the input as it is and under every scenario of a file", _sweep),
    "compare": ("match, and compare the answer with a matching made by hand or earlier", _compare),
    "report": ("match, and write a report as HTML and Markdown, and as an Excel workbook", _report),
    "letters": ("match, and write a letter to each site, and a merge file for mailing tools", _letters),
    "replay": ("solve a recorded run again, and say whether the same answer comes out", _replay),
    "milestones": ("say what each site has done, what is overdue, and what nobody has reported", add_milestones),
    "survey": ("print the survey at the end, or sum up its answers, also as history of the next round", add_survey),
    "schema": ("print the JSON Schema of a document", _schema),
    "verify": ("check a matching against every rule, independently", _compared),
}
"""Every command with what it does and its arguments."""
