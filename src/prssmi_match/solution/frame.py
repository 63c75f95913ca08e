"""Answers as data frames; the only module of this room that imports pandas."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prssmi_match.solution.changed_answer import ChangedAnswer
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["changes_frame", "result_frame", "rows_frame", "table"]


def result_frame(result: Result) -> pd.DataFrame:
    """Return one row an available mentee; see ``Result.to_frame``."""
    matching, problem = result.matching, result.problem
    scored = {(row.mentee, row.mentor): row for row in result.evaluation.pairs} if result.evaluation else {}
    tiers = list(dict.fromkeys(point.tier for row in scored.values() for point in row.points))
    marks = {pair.key: pair for pair in matching.pairs}
    rows = []
    for mentee in problem.mentee_by_id.values():
        if not mentee.available:
            continue
        mentor = matching.mentor_of(mentee.id)
        pair = marks.get((mentee.id, mentor or ""))
        row = scored.get((mentee.id, mentor or ""))
        rows.append(
            {
                "mentee": mentee.id,
                "mentee_name": mentee.name or mentee.id,
                "mentor": mentor,
                "mentor_name": None if mentor is None else (problem.mentor_by_id[mentor].name or mentor),
                "provisional": mentee.status == "provisional",
                "assumed": "|".join(pair.assumed) if pair else "",
                **{tier: row.total(tier) if row else None for tier in tiers},
            }
        )
    columns = ["mentee", "mentee_name", "mentor", "mentor_name", "provisional", "assumed", *tiers]
    frame = pd.DataFrame(rows, columns=columns, dtype="object")
    return frame.astype(
        {**dict.fromkeys(columns[:4], "object"), "provisional": "bool", **dict.fromkeys(tiers, "Int64")}
    )


def table(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> pd.DataFrame:
    """Return rows as a frame of these columns, with values as they are; tuples are joined by ``|``."""
    values = [[_cell(row[column]) for column in columns] for row in rows]
    return pd.DataFrame(values, columns=list(columns), dtype="object")


def rows_frame(rows: Iterable[Part], columns: Sequence[str]) -> pd.DataFrame:
    """Return parts as a frame, one row each."""
    return table([{column: getattr(row, column) for column in columns} for row in rows], columns)


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return "|".join("" if item is None else str(item) for item in value)
    return str(value) if isinstance(value, StrEnum) else value


def changes_frame(rows: Iterable[ChangedAnswer], columns: Sequence[str], tiers: Sequence[str]) -> pd.DataFrame:
    """Return changed answers as a frame with a column a tier, missing where there is no matching."""
    records = [
        {
            **{column: getattr(row, column) for column in columns},
            **{tier: row.change.get(tier) for tier in tiers},
            "sentence": row.sentence,
        }
        for row in rows
    ]
    frame = table(records, (*columns, *tiers, "sentence"))
    return frame.astype(dict.fromkeys(tiers, "Int64"))
