"""Write down a decision with who, when and why, measure what it costs, or list or undo decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from prssmi_match.cli.choices import ACTIONS
from prssmi_match.cli.exit_codes import ExitCode
from prssmi_match.cli.lookup import find_site
from prssmi_match.cli.overrides import ledger_at
from prssmi_match.cli.streams import STANDARD, input_problem, note, put, refuse_twice
from prssmi_match.problem.wording import aim_changes, recorded_cost_words
from prssmi_match.records.ledger import (
    append_override,
    apply_ledger,
    record_override,
    undone,
    words_of,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.records.ledger import Ledger

__all__ = ["run"]


def run(arguments: Namespace) -> ExitCode:
    """Add the decision to the file, and tell what it costs."""
    wanted = len(ACTIONS[arguments.action].split())
    if len(arguments.sites) != wanted:
        arguments.refuse(f"{arguments.action} names {ACTIONS[arguments.action] or 'nothing'}")
    if arguments.action != "list" and arguments.ledger == STANDARD:
        arguments.refuse("a decision is written to a file; name one instead of -")
    refuse_twice(arguments, arguments.input, arguments.ledger)
    problem, ledger = input_problem(arguments), ledger_at(arguments.ledger)
    if arguments.action == "list":
        return _list(problem, ledger, arguments)
    if not (arguments.who and arguments.why):
        arguments.refuse("a decision needs --who and --why")
    action = {"action": arguments.action, **_fields(problem, arguments)}
    recorded = record_override(
        ledger,
        problem,
        action,
        who=arguments.who,
        why=arguments.why,
        when=arguments.at,
        time_limit=arguments.time_limit,
    )
    append_override(arguments.ledger, recorded.override)
    words = "\n".join([recorded.sentence, *(f"  - {move.sentence}" for move in recorded.moves)])
    put(recorded.model_dump_json(indent=2) if arguments.json else words, STANDARD)
    note(f"Written to {arguments.ledger} as override {recorded.override.id}.")
    for finding in apply_ledger(problem, recorded.ledger, Path(arguments.ledger).name).findings:
        note(str(finding))
    return ExitCode.DONE


def _fields(problem: Problem, arguments: Namespace) -> dict[str, Any]:
    words = arguments.sites
    match arguments.action:
        case "pin" | "forbid":
            return {
                "mentee": find_site(problem, "mentees", words[0], "MENTEE"),
                "mentor": find_site(problem, "mentors", words[1], "MENTOR"),
            }
        case "swap":
            return {"mentees": [find_site(problem, "mentees", word, "MENTEE") for word in words]}
        case "hold":
            return {"mentee": find_site(problem, "mentees", words[0], "MENTEE")}
        case "capacity":
            if not (words[1].isascii() and words[1].isdigit()):
                arguments.refuse(f"capacity names MENTOR NUMBER, and {words[1]!r} is no whole number")
            return {"mentor": find_site(problem, "mentors", words[0], "MENTOR"), "max_mentees": int(words[1])}
        case _:
            return {"undoes": words[0]}


def _list(problem: Problem, ledger: Ledger, arguments: Namespace) -> ExitCode:
    if arguments.json:
        put(ledger.model_dump_json(indent=2), STANDARD)
    else:
        put("\n".join(_lines(problem, ledger)) or "No decision has been written down.", STANDARD)
    return ExitCode.DONE


def _lines(problem: Problem, ledger: Ledger) -> Iterator[str]:
    gone = undone(ledger)
    for override in ledger.overrides:
        mark = " (undone)" if override.id in gone else ""
        yield f"{override.id}. {words_of(problem, ledger, override)}{mark}"
        yield f"   {override.when.date().isoformat()}, {override.who}: {override.why}"
        if (cost := override.cost) is not None:
            aims = aim_changes(problem, {tier: -loss for tier, loss in cost.losses.items()})
            yield f"   At that time: {recorded_cost_words(cost.status, cost.moves, aims)}."
