"""Who is matched with whom, how well, and what that rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import (
    LocaleFit,
    MenteePreference,
    MentorPreference,
    PairScore,
    Proximity,
    SameValue,
    SettingFit,
    TopicFit,
)
from prssmi_match.problem.wording import criterion_words, enumeration
from prssmi_match.reporting.document import Column, Data, Items, Number, Section, Table, Text
from prssmi_match.reporting.fit import fit_of
from prssmi_match.reporting.places import mentee_with_place, mentor_with_place
from prssmi_match.solution.certainty import Likelihood

if TYPE_CHECKING:
    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.reporting.fit import Fit
    from prssmi_match.reporting.told import Told
    from prssmi_match.solution.matching import Pair
    from prssmi_match.solution.result import Result

__all__ = ["build_answer", "criterion_title"]

_CERTAIN = {
    Likelihood.FORCED: "Certain",
    Likelihood.LIKELY: "Likely",
    Likelihood.TOSS_UP: "Toss-up",
    Likelihood.OPEN: "Open",
}


def build_answer(result: Result, told: Told) -> Section | None:
    """Return the pairs with their points in the first tier that gives pairs points; None without a matching."""
    if not result.has_matching:
        return None
    if not result.matching.pairs:
        return Section("answer", "The answer", (Text("Nobody is matched."),))
    fit = fit_of(result)
    blocks: list[Block] = [_pairs(result, fit, told)]
    if fit is not None:
        blocks += [Text("What the points measure:"), Items(tuple(_meaning(criterion) for criterion in fit.criteria))]
    return Section("answer", "The answer", tuple(blocks))


def _pairs(result: Result, fit: Fit | None, told: Told) -> Table:
    notes = [_notes(pair) for pair in result.matching.pairs]
    columns = [Column("Mentee"), Column("Mentor"), *((Column("How certain"),) if told.certainty else ())]
    if fit is not None:
        columns += [Column(_title(criterion), "number") for criterion in fit.criteria]
        columns.append(Column("Total", "number"))
    rows: list[tuple[Content, ...]] = []
    for pair, note in zip(result.matching.pairs, notes, strict=True):
        names = mentee_with_place(result.problem, pair.mentee), mentor_with_place(result.problem, pair.mentor)
        points = () if fit is None else _points(fit, pair)
        rows.append((*names, *_certain(told, pair.mentee), *points, *((note,) if any(notes) else ())))
    if any(notes):
        columns.append(Column("To note", "prose"))
    return Table(tuple(columns), tuple(rows), _caption(fit))


def _certain(told: Told, mentee: str) -> tuple[Content, ...]:
    row = told.certainty.get(mentee)
    return ("Not known" if row is None else _CERTAIN[row.kind],) if told.certainty else ()


def _points(fit: Fit, pair: Pair) -> tuple[Content, ...]:
    points = fit.points[pair.key]
    marked = (Number(row.points, "*" if row.assumed else "") for row in points)
    return (*marked, Number(sum(row.total for row in points), "*" if any(row.assumed for row in points) else ""))


def _notes(pair: Pair) -> str:
    notes = ["Provisional: not yet ready."] if pair.provisional else []
    if pair.assumed:
        notes.append(f"Assumed, because unknown: {enumeration(_words(name) for name in pair.assumed)}.")
    return " ".join(notes)


def _caption(fit: Fit | None) -> Content:
    if fit is None:
        return "The pairs"
    caption = (
        "The pairs, with their points in “",
        Data(fit.tier),
        "”; the total counts each as often as its column says",
    )
    assumed = any(row.assumed for rows in fit.points.values() for row in rows)
    return (*caption, " (* rests on something unknown)") if assumed else caption


def _title(criterion: PairCriterion) -> Content:
    title = criterion_title(criterion)
    return title if criterion.weight == 1 else (title, f", times {criterion.weight}")


def _meaning(criterion: PairCriterion) -> Content:
    return (criterion_title(criterion), ": ", Data(criterion_words(criterion)))


def criterion_title(criterion: PairCriterion) -> Data | str:
    """Return what a criterion is called at the head of a column."""
    match criterion:
        case SameValue():
            return Data(f"Same {_words(criterion.field.removeprefix('attributes.'))}")
        case (
            SettingFit()
            | TopicFit()
            | LocaleFit()
            | Proximity()
            | MenteePreference()
            | MentorPreference()
            | PairScore()
        ):
            return _words(criterion.criterion).capitalize()


def _words(name: str) -> str:
    return name.replace("_", " ")
