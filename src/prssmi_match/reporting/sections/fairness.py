"""How evenly the answer treats the sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Number, Section, Table, Text, as_parts
from prssmi_match.reporting.words import joined, name_mentee

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.fairness import Fairness, FitSpread, GroupShare, LoadSpread, RankCounts
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.seats import SeatsGivenUp

__all__ = ["build_fairness"]


def build_fairness(result: Result) -> Section | None:
    """Return the measures of fairness that the answer has; None where it has none."""
    measures = result.fairness
    if measures is None or not result.matching.pairs:
        return None
    blocks: list[Block] = []
    if measures.fit is not None:
        blocks.append(_fit(measures.fit))
    blocks += [_ranks(measures), _loads(measures.loads)]
    if measures.groups:
        blocks.append(_groups(measures.groups))
    if result.seats is not None:
        blocks += _seats(result, result.seats)
    return Section("fairness", "Fairness", tuple(blocks))


def _fit(fit: FitSpread) -> Table:
    rows: tuple[tuple[Content, Content], ...] = (
        ("Worst-off matched mentee", Number(fit.worst)),
        ("Median", Number(fit.median)),
        ("Best-off matched mentee", Number(fit.best)),
        ("Gini coefficient, in thousandths (0: all alike)", Number(fit.gini)),
    )
    caption = ("How far the total points of the pairs in “", Data(fit.tier), f"” lie apart ({fit.count} pairs)")
    return Table((Column("Measure"), Column("Points", "number")), rows, caption)


def _ranks(measures: Fairness) -> Table:
    sides = (measures.mentee_ranks, measures.mentor_ranks)
    longest = max(len(side.by_group) for side in sides)
    rows: list[tuple[Content, ...]] = [
        (f"Choice {group + 1}", *(Number(_at(side, group)) for side in sides)) for group in range(longest)
    ]
    rows.append(("Not on its list", *(Number(side.unlisted) for side in sides)))
    rows.append(("States no preference", *(Number(side.not_stated) for side in sides)))
    columns = (Column("What the pair is"), Column("To the mentee", "number"), Column("To the mentor", "number"))
    return Table(columns, tuple(rows), "Pairs by each side's own preferences")


def _at(counts: RankCounts, group: int) -> int:
    return counts.by_group[group] if group < len(counts.by_group) else 0


def _loads(loads: LoadSpread) -> Text:
    return Text(
        f"{loads.used} of {loads.available} available mentors are used, with {loads.fewest} to {loads.most} mentees "
        f"each: from {_percent(loads.lowest_share)} to {_percent(loads.highest_share)} of what they take."
    )


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10} %"


def _groups(groups: tuple[GroupShare, ...]) -> Table:
    rows = tuple(
        (
            Data(group.field.removeprefix("attributes.")),
            "not known" if group.value is None else Data(group.value.replace("_", " ")),
            Number(group.matched),
            Number(group.available),
        )
        for group in groups
    )
    columns = (Column("Field"), Column("Value"), Column("Matched", "number"), Column("Available", "number"))
    return Table(
        columns, rows, "Who is matched, by what is known of the mentees (with two settings a site counts twice)"
    )


def _seats(result: Result, seats: SeatsGivenUp) -> Iterator[Text]:
    """Give whose seat turned on what an aim gave up."""
    if not seats.tiers:
        return
    aims = joined(Data(f"“{tier}”") for tier in seats.tiers)
    if not seats.known:
        yield Text(
            ("Something was given up in ", *as_parts(aims), "; whose place turned on it was not worked out in time.")
        )
        return
    for sites, words in ((seats.gained, "matched only because"), (seats.lost, "not matched only because")):
        if sites:
            names = joined(name_mentee(result.problem, site) for site in sites)
            yield Text((*as_parts(names), f": {words} something was given up in ", *as_parts(aims), "."))
    if not (seats.gained or seats.lost):
        yield Text(
            ("Something was given up in ", *as_parts(aims), ", but the same mentees would be matched without that.")
        )
