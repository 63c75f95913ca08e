"""What earlier rounds say: of the mentors, in numbers and quotations, and who was disappointed in the last round."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.history import disappointed_mentees, rows_of_last_round
from prssmi_match.problem.values import round_half_up
from prssmi_match.reporting.document import Column, Data, Items, Number, Section, Table, Text
from prssmi_match.reporting.words import counted, joined, name_mentee, name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.history import PastRow
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.result import Result

__all__ = ["build_memory"]

_MENTORS = (
    Column("Mentor"),
    Column("Rounds"),
    Column("Mentees then", "prose"),
    Column("Mean satisfaction"),
    Column("Ended early", "number"),
)


def build_memory(result: Result) -> Section | None:
    """Return what the history says of the sites of the document; None where there is no history."""
    problem = result.problem
    if not problem.history:
        return None
    rows = _rows_by_mentor(result)
    blocks = (*_mentors(result, rows), *_quotations(problem, rows), *_disappointed(result))
    return Section("memory", "What earlier rounds say", blocks)


def _rows_by_mentor(result: Result) -> dict[str, list[PastRow]]:
    """Return the rows of each mentor of the document that has some, those that are used now first; earliest first."""
    used = {pair.mentor for pair in result.matching.pairs} if result.has_matching else set()
    mentors = sorted(result.problem.mentor_by_id, key=lambda mentor: (mentor not in used, mentor))
    rows: dict[str, list[PastRow]] = {mentor: [] for mentor in mentors}
    for row in sorted(result.problem.history, key=lambda row: (row.round, row.mentee)):
        if row.mentor in rows:
            rows[row.mentor].append(row)
    return {mentor: found for mentor, found in rows.items() if found}


def _mentors(result: Result, rows: dict[str, list[PastRow]]) -> Iterator[Block]:
    problem, first = result.problem, "; those that this answer uses come first" if result.has_matching else ""
    if not rows:
        yield Text("No mentor of this cohort is known to have mentored in an earlier round.")
        return
    cells = tuple(
        (
            name_mentor(problem, mentor),
            ", ".join(str(number) for number in sorted({row.round for row in past})),
            _mentees_then(problem, past),
            _mean_satisfaction(past),
            Number(sum(row.outcome == "ended_early" for row in past)),
        )
        for mentor, past in rows.items()
    )
    yield Table(_MENTORS, cells, f"Mentors in earlier rounds{first}")


def _mentees_then(problem: Problem, rows: Sequence[PastRow]) -> Content:
    parts = joined(name_mentee(problem, row.mentee) for row in rows)
    return (f"{len(rows)}: ", *parts)


def _mean_satisfaction(rows: Sequence[PastRow]) -> str:
    stated = [row.satisfaction for row in rows if row.satisfaction is not None]
    if not stated:
        return "No answer"
    tenths = round_half_up(Fraction(10 * sum(stated), len(stated)))
    return f"{tenths // 10}.{tenths % 10} of 5 ({counted(len(stated), 'answer')})"


def _quotations(problem: Problem, rows: dict[str, list[PastRow]]) -> Iterator[Block]:
    items = tuple(item for mentor, past in rows.items() for row in past for item in _quoted(problem, mentor, row))
    if items:
        yield Text("What was written down then:")
        yield Items(items)


def _quoted(problem: Problem, mentor: str, row: PastRow) -> Iterator[Content]:
    names = (name_mentor(problem, mentor), " with ", name_mentee(problem, row.mentee))
    if row.lessons is not None:
        yield (*names, f", round {row.round}: “", Data(row.lessons), "”")
    for question, told in sorted(row.answers.items()):
        if told.strip():
            yield (*names, f", round {row.round}, asked “", Data(question), "”: “", Data(told), "”")


def _disappointed(result: Result) -> Iterator[Block]:
    problem = result.problem
    last = rows_of_last_round(problem.history)
    sites = disappointed_mentees(problem.history) & problem.mentee_by_id.keys()
    if not sites:
        yield Text(f"No mentee of this cohort was left out or disappointed in round {last[0].round}.")
        return
    columns = [Column("Mentee"), Column(f"In round {last[0].round}", "prose")]
    cells = [(name_mentee(problem, row.mentee), _fate(problem, row)) for row in last if row.mentee in sites]
    caption = "Mentees that the last round left out or disappointed"
    if not result.has_matching:
        yield Table(tuple(columns), tuple(cells), caption)
        return
    now = [_now(result, row.mentee) for row in last if row.mentee in sites]
    yield Table((*columns, Column("Now")), tuple((*cell, told) for cell, told in zip(cells, now, strict=True)), caption)


def _fate(problem: Problem, row: PastRow) -> Content:
    if row.mentor is None:
        return "Left out"
    told = [] if row.outcome is None else ["ended early" if row.outcome == "ended_early" else "completed"]
    told += [] if row.satisfaction is None else [f"satisfaction {row.satisfaction} of 5"]
    return (", ".join(told).capitalize(), ", with ", name_mentor(problem, row.mentor))


def _now(result: Result, mentee: str) -> Content:
    mentor = result.matching.mentor_of(mentee)
    if mentor is not None:
        return ("With ", name_mentor(result.problem, mentor))
    return "Without a mentor" if result.problem.mentee_by_id[mentee].available else "Not available"
