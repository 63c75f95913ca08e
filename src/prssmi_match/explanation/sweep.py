"""Scenarios of a document, each matched and verified by itself, on one machine or on many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.rerun import moves, rerun
from prssmi_match.problem.changes import apply_scenario
from prssmi_match.problem.defects import plain_findings
from prssmi_match.problem.document import Problem
from prssmi_match.problem.scenario import Scenario
from prssmi_match.problem.wording import scenario_sentence
from prssmi_match.solution.status import Status
from prssmi_match.solution.sweep import Sweep, SweepRow
from prssmi_match.solving import spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor

    from prssmi_match.solution.move import Move
    from prssmi_match.solving import Budget


__all__ = ["Stated", "find_sweep", "match_scenario"]

Stated = Scenario | Problem | Mapping[str, Any]
"""A scenario as it may be given."""

AS_IT_IS = "as it is"
"""The name of the document without any change."""


def find_sweep(
    problem: Problem,
    scenarios: Iterable[Stated] | Mapping[str, Stated],
    budget: Budget,
    executor: Executor | None = None,
) -> Sweep:
    """Return the answer of a document as it is, and of each scenario.

    Raises
    ------
    ProblemError
        If a scenario cannot be made; with all findings of all scenarios, before anything is solved.
    """
    asked = _scenarios(scenarios)
    documents = [problem, *_documents(problem, asked)]
    answers = spread(match_scenario, [one.model_dump_json() for one in documents], budget, executor, what="scenarios")
    found = [None if answer is None else SweepRow.model_validate_json(answer) for answer in answers]
    base, names = found[0], [AS_IT_IS, *(scenario.name for scenario in asked)]
    same = [True, *(scenario.problem is None for scenario in asked)]
    rows = [
        _told(row, name, document, base if is_same else None)
        for row, name, document, is_same in zip(found, names, documents, same, strict=True)
        if row is not None
    ]
    tiers = dict.fromkeys(tier for row in rows for tier in row.values)
    return Sweep(rows=tuple(rows), tiers=tuple(tiers), complete=len(rows) == len(documents))


def match_scenario(text: str, budget: Budget) -> str:
    """Match one document; the task that goes to a worker, with text in and text out."""
    problem = Problem.model_validate_json(text)
    again = rerun(problem, budget)
    conflict = find_conflict(problem, budget) if again.status is Status.INFEASIBLE else None
    row = SweepRow(
        name="",
        status=again.status,
        values=again.values,
        matching=again.matching,
        conflict=conflict,
        sentence="",
    )
    return row.model_dump_json()


def _told(row: SweepRow, name: str, problem: Problem, base: SweepRow | None) -> SweepRow:
    """Return a row with its name, and with what is different from the document as it is."""
    moved: tuple[Move, ...] = ()
    if base is not None and base.matching is not None and row.matching is not None:
        moved = moves(problem, base.matching, row.matching)
    clash = () if row.conflict is None else [member.sentence for member in row.conflict.members]
    matched = None if row.matching is None else len(row.matching.pairs)
    sentence = scenario_sentence(name, matched, len(moved), clash, is_proved=row.proved)
    return row.model_copy(update={"name": name, "moves": moved, "sentence": sentence})


def _documents(problem: Problem, scenarios: Iterable[Scenario]) -> list[Problem]:
    documents, findings = [], []
    for scenario in scenarios:
        made = apply_scenario(problem, scenario)
        if isinstance(made, Problem):
            documents.append(made)
        else:
            findings += [replace(finding, place=f"{scenario.name}: {finding.place}") for finding in made]
    if findings:
        raise ProblemError(findings)
    return documents


def _scenarios(stated: Iterable[Stated] | Mapping[str, Stated]) -> list[Scenario]:
    """Return scenarios as they are stated, by name or in order, with a name each."""
    named = [*stated.items()] if isinstance(stated, Mapping) else [(None, one) for one in stated]
    scenarios: list[Scenario] = []
    findings: list[Finding] = []
    for number, (name, one) in enumerate(named, start=1):
        try:
            scenarios.append(_scenario(name, one, number))
        except ValidationError as error:
            place = name or f"scenario {number}"
            findings += plain_findings(error, one, {"document": tuple(Scenario.model_fields)}, place)
    findings += _repeated([scenario.name for scenario in scenarios])
    if findings:
        raise ProblemError(findings)
    return scenarios


def _scenario(name: str | None, stated: Stated, number: int) -> Scenario:
    match stated:
        case Scenario():
            return stated if name is None else stated.model_copy(update={"name": name})
        case Problem():
            return Scenario(name=name or stated.name or f"scenario {number}", problem=stated)
        case _:
            return Scenario.model_validate({"name": f"scenario {number}", **stated} | ({"name": name} if name else {}))


def _repeated(names: list[str]) -> Iterator[Finding]:
    for name in sorted({name for name in names if names.count(name) > 1 or name == AS_IT_IS}):
        sentence = f"The name {name!r} is taken by another scenario; give each a name of its own."
        yield Finding("duplicate_name", "scenarios", repr(name), "a name of its own", sentence)
