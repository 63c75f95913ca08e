"""What was expected of each site by a day: what is overdue, what nobody has reported, and each site in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.progress import MILESTONES
from prssmi_match.problem.wording import label
from prssmi_match.problem.wording.days import counted_days, day_words
from prssmi_match.problem.wording.milestones import milestone_title
from prssmi_match.reporting.document import Column, Data, Items, Number, Section, Table, Text
from prssmi_match.reporting.words import joined
from prssmi_match.solution.milestones import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.progress import MilestoneName
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.milestones import Milestones, MilestoneStatus

__all__ = ["build_milestones"]

_COUNTS = (
    Column("Milestone"),
    Column("Done", "number"),
    Column("Not yet", "number"),
    Column("Due", "number"),
    Column("Overdue", "number"),
    Column("Not known", "number"),
)


def build_milestones(problem: Problem, milestones: Milestones) -> Iterator[Section]:
    """Return how far the cohort is, what to go after, and where each site stands."""
    blocks: list[Block] = [Text(milestones.sentence)]
    if milestones.overdue:
        blocks += [Text("Overdue, the longest first:", "caution"), Items(_grouped(problem, milestones.overdue))]
    if milestones.to_ask:
        blocks += [
            Text("Nobody has reported these, though their day has passed. Not reported is not the same as not done:"),
            Items(_grouped(problem, milestones.to_ask)),
        ]
    if milestones.rows:
        blocks += [_cohort(milestones), *_sites(problem, milestones)]
    yield Section("milestones", f"Milestones as of {day_words(milestones.as_of)}", tuple(blocks))


def _grouped(problem: Problem, rows: Sequence[MilestoneStatus]) -> tuple[Content, ...]:
    """Return what is to be told of sites, each statement once, with all the sites that it is true of."""
    sites: dict[str, list[Data]] = {}
    for row in rows:
        name = _name(problem, row)
        sites.setdefault(row.sentence.removeprefix(f"{name}: ").removesuffix("."), []).append(Data(name))
    return tuple((f"{statement}: ", *joined(names)) for statement, names in sites.items())


def _name(problem: Problem, row: MilestoneStatus) -> str:
    return label(problem, "mentees" if row.side == "mentee" else "mentors", row.site)


def _cohort(milestones: Milestones) -> Table:
    rows: tuple[tuple[Content, ...], ...] = tuple(
        (milestone_title(one.milestone, one.session), Number(one.done), Number(one.not_yet), Number(one.due),
         Number(one.overdue), Number(one.unknown))
        for one in milestones.cohort
    )  # fmt: skip
    return Table(_COUNTS, rows, "The cohort: how many sites have done what")


def _sites(problem: Problem, milestones: Milestones) -> Iterator[Table]:
    """Yield a table of the mentees, and one of the mentors where something is expected of them."""
    for side, title in (("mentee", "Mentee"), ("mentor", "Mentor")):
        rows = [row for row in milestones.rows if row.side == side]
        names = sorted({row.milestone for row in rows}, key=MILESTONES.index)
        sites = {row.site: _name(problem, row) for row in rows}
        if not sites:
            continue
        columns = (Column(title), *(Column(milestone_title(name)) for name in names))
        cells: tuple[tuple[Content, ...], ...] = tuple(
            (
                Data(called),
                *(_cell([row for row in rows if (row.site, row.milestone) == (site, name)], name) for name in names),
            )
            for site, called in sites.items()
        )
        yield Table(columns, cells, f"Each {side}")


def _cell(rows: Sequence[MilestoneStatus], milestone: MilestoneName) -> str:
    """Return where a site stands with one sort of milestone: a word, or of its sessions how many."""
    if milestone != "session":
        return ", ".join(_word(row) for row in rows) or "None"
    done = sum(row.state is State.DONE for row in rows)
    further = (("overdue", State.OVERDUE), ("not known", State.UNKNOWN))
    counts = [(sum(row.state is state for row in rows), words) for words, state in further]
    return ", ".join([f"{done} of {len(rows)}", *(f"{count} {words}" for count, words in counts if count)])


def _word(row: MilestoneStatus) -> str:
    match row.state:
        case State.DONE:
            return "Done"
        case State.NOT_YET:
            return "Not yet"
        case State.DUE:
            return f"In {counted_days(row.days)}" if row.days else "Today"
        case State.OVERDUE:
            return f"{counted_days(row.days or 0)} late"
        case State.UNKNOWN:
            return "Not known"
