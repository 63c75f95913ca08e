"""The tables, as Markdown, and the raw numbers, as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from benchmarks.agreement import compared, disagreements
from benchmarks.case import WAY
from benchmarks.growth import growth
from benchmarks.phases import PHASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.answer import Row
    from benchmarks.case import Case, Family

__all__ = ["numbers", "rows_of", "tables"]

UNPROVED = {
    "found": "not proved",
    "nothing found": "nothing found",
    "timed out": "stopped",
    "failed": "failed",
    "not installed": "not installed",
}
FIELDS = ("family", "case", "subject", "status", "seconds", "limit", "memory", "pairs", "gap", "at", "note")
PARTS = ("values", "bounds", "phases")


def tables(families: Sequence[Family], rows: Sequence[Row]) -> str:
    """Return a section for each family that has rows, the phases, their growth, and whether all agree."""
    sections = [_section(family, [row for row in rows if row.family == family.name]) for family in families]
    return "\n\n".join([*filter(None, sections), *_phase_tables(rows), _agreement(rows)]) + "\n"


def numbers(rows: Iterable[Row]) -> str:
    """Return everything that was measured, a line a row; values, bounds and phases as JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*FIELDS, *PARTS])
    for row in rows:
        answer = row.answer
        facts = {**row.to_dict(), "status": answer.status, "seconds": answer.seconds, "note": answer.note}
        facts |= {"pairs": answer.pairs, "gap": row.gap}
        writer.writerow([*(facts[name] for name in FIELDS), *(json.dumps(getattr(answer, part)) for part in PARTS)])
    return text.getvalue()


def rows_of(text: str) -> list[Row]:
    """Return the rows that :func:`numbers` wrote."""
    from benchmarks.answer import Answer, Row

    return [
        Row(
            family=line["family"],
            case=line["case"],
            subject=line["subject"],
            answer=Answer(
                line["status"],
                float(line["seconds"]),
                *(json.loads(line[part]) for part in PARTS),
                pairs=int(line["pairs"]),
                note=line["note"],
            ),
            memory=float(line["memory"]),
            limit=float(line["limit"]),
            at=line["at"],
        )
        for line in csv.DictReader(io.StringIO(text))
    ]


def _section(family: Family, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    heads = ["case", "what", "time", "ratio", "memory", "gap", "note"]
    lines = [line for case in family.cases for line in _case_lines(family, case, rows)]
    return f"### {family.title}\n\n{family.note}\n\n{_markdown(heads, lines)}"


def _case_lines(family: Family, case: Case, rows: Sequence[Row]) -> list[list[str]]:
    here = [row for row in rows if row.case == case.name and row.subject != WAY]
    bases = (family.base,) if family.base else family.ours
    base = next((row.answer.seconds for row in here if row.subject in bases and row.is_done), None)
    lines = [
        [
            f"**{row.subject}**" if row.subject in family.ours else row.subject,
            _time(row),
            _ratio(row, base),
            f"{row.memory:,.0f} MB" if row.memory else "",
            _gap(row),
            _note(row),
        ]
        for row in here
    ]
    return [[case.name if number == 0 else "", *line] for number, line in enumerate(lines)]


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f} s" if seconds < 1 else f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"


def _time(row: Row) -> str:
    status = row.answer.status
    if row.is_done:
        return _seconds(row.answer.seconds)
    if status in {"failed", "not installed"}:
        return UNPROVED[status]
    if row.answer.seconds < row.limit / 2:
        return f"{_seconds(row.answer.seconds)}, {UNPROVED[status]}"
    return f"{UNPROVED[status]} in {row.limit:.0f} s"


def _ratio(row: Row, base: float | None) -> str:
    if base is None or row.answer.status in {"failed", "not installed"}:
        return ""
    ratio = row.answer.seconds / base
    text = f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.0f}"
    if row.is_done:
        return text
    return f"> {text}" if row.answer.seconds >= row.limit / 2 else ""


def _gap(row: Row) -> str:
    if row.gap is None:
        return ""
    return f"{row.gap:.2%}" if row.gap else "0"


def _note(row: Row) -> str:
    values, bounds = row.answer.values, row.answer.bounds
    if row.is_done or row.answer.status == "failed" or not (values or bounds):
        return row.answer.note
    proved = ", ".join(row.proved) or "no tier"
    opened = [
        f"{name} {values.get(name, 'none')}" + (f" of at most {bounds[name]}" if name in bounds else "")
        for name in dict.fromkeys([*values, *bounds])
        if name not in row.proved
    ]
    return f"proved: {proved}; {', '.join(opened)}" if opened else f"proved: {proved}"


def _phase_tables(rows: Sequence[Row]) -> list[str]:
    whole = [row for row in rows if row.is_done and row.subject == WAY]
    if not whole:
        return []
    times = [
        [row.family, row.case, f"{row.answer.pairs:,}", *(_milliseconds(row.answer.phases[phase]) for phase in PHASES)]
        for row in whole
    ]
    slopes = [
        [family, *("" if slopes[phase] is None else f"{slopes[phase]:.2f}" for phase in PHASES)]
        for family, slopes in growth(whole, PHASES).items()
    ]
    first = "### From a file to a report\n\n" + _markdown(["family", "case", "pairs", *PHASES], times)
    text = (
        "### How it grows\n\nThe slope of log time over log admissible pairs through the sizes of a family; 1 is "
        "linear. Phases below a millisecond are not fitted.\n\n"
    )
    return [first, text + _markdown(["family", *PHASES], slopes)] if slopes else [first]


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _agreement(rows: Sequence[Row]) -> str:
    found = disagreements(rows)
    if found:
        return "**They do not agree:**\n\n" + "\n".join(f"- {sentence}" for sentence in found)
    return f"{compared(rows)} values were proved by at least two subjects, and all agree."


def _markdown(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, ["---"] * len(heads), *lines])
