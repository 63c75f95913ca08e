"""Qualtrics' CSV: three header rows with choices in one cell, or two with a column a choice."""

from __future__ import annotations

import json

from exports.layout import Export, Layout, as_csv, moment

__all__ = ["LAYOUTS"]

SYSTEM = (
    "StartDate",
    "EndDate",
    "Status",
    "IPAddress",
    "Progress",
    "Duration (in seconds)",
    "Finished",
    "RecordedDate",
    "ResponseId",
)


def _columns(number, ask, *, split):
    """Return (name, label, import id) of each column, the cells of an answer, and the field of the mapping."""
    name, text, qid = f"Q{number}", ask.text, f"QID{number + 20}"
    numbers = {value: n for n, value in enumerate(ask.options, start=1)}
    meanings = {label: value for value, label in ask.options.items()}
    items = [(f"{name}_{n}", f"{text} - {ask.options[value]}", f"{qid}_{n}") for value, n in numbers.items()]
    field = {"question": name}
    match ask.kind:
        case "text":
            return [(name, text, f"{qid}_TEXT")], lambda answer: [answer or ""], field
        case "single":
            return [(name, text, qid)], lambda answer: [ask.options.get(answer, "")], field | {"answers": meanings}
        case "multiple" if split:
            return (
                items,
                lambda answer: [ask.options[v] if v in (answer or []) else "" for v in ask.options],
                field | {"answers": meanings, "layout": "checked"},
            )
        case "multiple":
            return (
                [(name, f"{text} - Selected Choice", qid)],
                lambda answer: [",".join(ask.options[v] for v in answer or [])],
                field | {"answers": meanings},
            )
        case "rank":

            def rank(answer):
                places = {value: place for place, group in enumerate(answer or [], start=1) for value in group}
                return [places.get(value, "") for value in ask.options]

            return items, rank, field | {"answers": meanings, "layout": "item_columns"}
        case "grid":
            return (
                items,
                lambda answer: [(answer or {}).get(v, "") for v in ask.options],
                field | {"answers": meanings, "layout": "item_columns"},
            )


def _write(answers, *, split):
    heads = [(name, name, name) for name in SYSTEM]
    rows = []
    for place, (done, minute) in enumerate(zip(answers.complete, answers.minute, strict=True)):
        time = moment(minute).isoformat(sep=" ")
        rows.append(
            [
                time,
                time,
                "IP Address",
                "192.0.2.1",
                100 if done else 40,
                300,
                "True" if done else "False",
                time,
                f"R_{place:07}",
            ]
        )
    fields = {}
    for number, ask in enumerate(answers.asks, start=1):
        columns, cells, field = _columns(number, ask, split=split)
        heads += columns
        for row, site in zip(rows, answers.rows, strict=True):
            row += cells(site.get(ask.field or ask.text))
        if ask.field:
            fields[ask.field] = field
    header = [[name for name, _, _ in heads], [label for _, label, _ in heads]]
    if not split:
        header.append([json.dumps({"ImportId": qid}) for _, _, qid in heads])
    return Export(f"{answers.side}_March 14, 2026_09.59.csv", as_csv([*header, *rows]), fields)


LAYOUTS = (
    Layout("qualtrics choices in one cell", "qualtrics", lambda answers: _write(answers, split=False), ties=True),
    Layout("qualtrics split, two header rows", "qualtrics", lambda answers: _write(answers, split=True), ties=True),
)
