"""What speaks for each pair, and why each other mentee is without a mentor."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import aim_name, enumeration, open_sentence
from prssmi_match.reporting.document import Column, Data, Section, Table, Text
from prssmi_match.reporting.places import mentee_with_place
from prssmi_match.reporting.words import counted, joined, name_mentee, name_mentor
from prssmi_match.solution.explanation import WhyUnmatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.evaluation import CriterionPoints
    from prssmi_match.solution.explanation import Explanation, PairReasons

__all__ = ["build_reasons", "without_points_of"]

_INCOMPLETE = "Time ran out, or the answer is not proved best: some reasons are missing or may change."
_UNMATCHED = (Column("Mentee"), Column("Sort"), Column("Why", "prose"))
_SORTS = {
    WhyUnmatched.NO_MENTOR: "No mentor possible",
    WhyUnmatched.HELD_BACK: "Held back by rules",
    WhyUnmatched.OUTRANKED: "Others come first",
    WhyUnmatched.DRAWN: "Lost the draw",
    WhyUnmatched.OPEN: "Not worked out",
}


def build_reasons(problem: Problem, explanation: Explanation) -> Iterator[Section]:
    """Return the reasons for the pairs, and those for the unmatched mentees in the place of their own section."""
    blocks: list[Block] = [] if explanation.complete else [Text(_INCOMPLETE, "caution")]
    yield Section("reasons", "Why each pair", (*blocks, _pairs(problem, explanation)))
    yield from _unmatched(problem, explanation)


def _pairs(problem: Problem, explanation: Explanation) -> Block:
    if not explanation.pairs:
        return Text("There is no pair to give reasons for.")
    rows = tuple((_names(problem, row), _reasons(row)) for row in explanation.pairs)
    marked = any(point.assumed for row in explanation.pairs for point in row.points)
    caption = "Each pair of the answer" + (" (* rests on something unknown)" if marked else "")
    return Table((Column("Pair"), Column("Reasons", "prose")), rows, caption)


def _names(problem: Problem, row: PairReasons) -> Content:
    return (name_mentee(problem, row.mentee), " with ", name_mentor(problem, row.mentor))


def _reasons(row: PairReasons) -> Content:
    """Give the reasons, and the points of each aim as a sum that adds up; aims that measure the same share one."""
    aims: dict[str, list[str]] = {}
    for tier, points in groupby(row.points, key=lambda point: point.tier):
        aims.setdefault(_sum(tuple(points)), []).append(aim_name(tier))
    told = [Data(f"Points in {enumeration(names)}: {words}.") for words, names in aims.items()]
    return joined([Data(row.sentence), *told], " ")


def _sum(points: tuple[CriterionPoints, ...]) -> str:
    parts = [
        f"{point.criterion.replace('_', ' ')} {f'{point.weight} x ' if point.weight > 1 else ''}"
        f"{point.points}{'*' if point.assumed else ''}"
        for point in points
    ]
    total = sum(point.total for point in points)
    return parts[0] if len(parts) == 1 and points[0].weight == 1 else f"{total} = {' + '.join(parts)}"


def without_points_of(explanation: Explanation, tier: str) -> Explanation:
    """Return the reasons without the points of a tier, and of those that measure the same, as they are told before."""
    pairs = []
    for row in explanation.pairs:
        tiers = [tuple(points) for _, points in groupby(row.points, key=lambda point: point.tier)]
        told = {_measured(points) for points in tiers if points[0].tier == tier}
        kept = tuple(point for points in tiers if _measured(points) not in told for point in points)
        pairs.append(row.model_copy(update={"points": kept}))
    return explanation.model_copy(update={"pairs": tuple(pairs)})


def _measured(points: tuple[CriterionPoints, ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple((point.criterion, point.weight, point.points) for point in points)


def _unmatched(problem: Problem, explanation: Explanation) -> Iterator[Section]:
    """Give the reasons of all that have no mentor; nothing where time ran out before the first of them."""
    told = {row.mentee: (row.kind, row.sentence) for row in explanation.unmatched}
    if not told and not explanation.complete:
        return
    matched = {row.mentee for row in explanation.pairs}
    free = [site.id for site in problem.mentee_by_id.values() if site.available and site.id not in matched]
    blocks: tuple[Block, ...] = (Text("Every available mentee has a mentor."),)
    if free:
        head = f"{counted(len(free), 'available mentee is', 'available mentees are')} without a mentor in this answer."
        rows = tuple(
            (mentee_with_place(problem, mentee), _SORTS[kind], Data(sentence))
            for mentee in free
            for kind, sentence in (told.get(mentee, (WhyUnmatched.OPEN, open_sentence(problem, mentee))),)
        )
        blocks = Text(head), Table(_UNMATCHED, rows, "Mentees without a mentor, and why")
    yield Section("unmatched", "Without a mentor", blocks)
