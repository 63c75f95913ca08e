"""Google Forms (the form's own CSV, and its spreadsheet) and Microsoft Forms (a workbook, and its CSV)."""

from __future__ import annotations

import csv

from exports.layout import Export, Layout, as_csv, as_xlsx, moment

__all__ = ["GOOGLE", "MICROSOFT"]

ORDINALS = ("1st choice", "2nd choice", "3rd choice")


def _google(answers, *, book):
    def columns(ask):
        meanings = {label: value for value, label in ask.options.items()}
        field = {"question": ask.text}
        rows = [f"{ask.text} [{label}]" for label in ask.options.values()]
        match ask.kind:
            case "text":
                return [ask.text], lambda answer: [answer or ""], field
            case "single":
                return [ask.text], lambda answer: [ask.options.get(answer, "")], field | {"answers": meanings}
            case "multiple":
                mark = ", " if book else ";"
                return (
                    [ask.text],
                    lambda answer: [mark.join(ask.options[v] for v in answer or [])],
                    field | {"answers": meanings},
                )
            case "rank":
                words = [*ORDINALS, *(f"{n}th choice" for n in range(4, len(ask.options) + 1))]

                def rank(answer):
                    places = {value: words[place] for place, group in enumerate(answer or []) for value in group}
                    return [places.get(value, "") for value in ask.options]

                levels = {word: place for place, word in enumerate(words, start=1)}
                return rows, rank, field | {"answers": meanings, "levels": levels}
            case "grid":
                return (
                    rows,
                    lambda answer: [(answer or {}).get(v, "") for v in ask.options],
                    field | {"answers": meanings},
                )

    times = [[moment(minute) if book else f"{moment(minute):%Y/%m/%d %I:%M:%S %p} GMT+1"] for minute in answers.minute]
    table, fields = _table(answers, ["Timestamp"], times, columns)
    # All submissions of a form are finished ones.
    table = [table[0], *(row for row, done in zip(table[1:], answers.complete, strict=True) if done)]
    if book:
        return Export(f"{answers.side} (Responses).xlsx", as_xlsx(table, "Form Responses 1"), fields)
    return Export(f"{answers.side}.csv.csv", as_csv(table, quote=csv.QUOTE_ALL), fields)


def _microsoft(answers, *, book):
    def columns(ask):
        meanings = {label: value for value, label in ask.options.items()}
        field = {"question": ask.text}
        match ask.kind:
            case "text":
                return [ask.text], lambda answer: [answer or ""], field
            case "single":
                return [ask.text], lambda answer: [ask.options.get(answer, "")], field | {"answers": meanings}
            case "multiple":
                return (
                    [ask.text],
                    lambda answer: ["".join(f"{ask.options[v]};" for v in answer or [])],
                    field | {"answers": meanings},
                )
            case "rank":
                return (
                    [ask.text],
                    lambda answer: ["".join(f"{ask.options[group[0]]};" for group in answer or [])],
                    field | {"answers": meanings},
                )
            case "grid":
                heads = {value: f"{ask.text} {label}" for value, label in ask.options.items()}
                return (
                    [*heads.values()],
                    lambda answer: [(answer or {}).get(v, "") for v in ask.options],
                    {"question": {head: v for v, head in heads.items()}},
                )

    def time(minute):
        return moment(minute) if book else f"{moment(minute):%m/%d/%y} {moment(minute):%H:%M:%S}"

    heads = ["ID", "Start time", "Completion time", "Email", "Name"]
    system = [
        [place, time(0), time(minute) if done else "", "anonymous", ""]
        for place, (done, minute) in enumerate(zip(answers.complete, answers.minute, strict=True), start=1)
    ]
    table, fields = _table(answers, heads, system, columns)
    if book:
        return Export(f"{answers.side}(1-{len(system)}).xlsx", as_xlsx(table, "Sheet1"), fields)
    return Export(f"{answers.side}_forms.csv", as_csv(table, mark=True), fields)


def _table(answers, heads, rows, columns):
    heads, fields = [*heads], {}
    for ask in answers.asks:
        names, cells, field = columns(ask)
        heads += names
        for row, site in zip(rows, answers.rows, strict=True):
            row += cells(site.get(ask.field or ask.text))
        if ask.field:
            fields[ask.field] = field
    return [heads, *rows], fields


GOOGLE = (
    Layout("google forms csv", "google_forms", lambda answers: _google(answers, book=False), ties=True),
    Layout("google forms spreadsheet", "google_forms", lambda answers: _google(answers, book=True), ties=True),
)
MICROSOFT = (
    Layout("microsoft forms workbook", "microsoft_forms", lambda answers: _microsoft(answers, book=True)),
    Layout("microsoft forms csv", "microsoft_forms", lambda answers: _microsoft(answers, book=False)),
)
