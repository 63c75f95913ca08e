"""SurveyMonkey: two header rows, newest submission first, as CSV or as a workbook."""

from __future__ import annotations

from exports.layout import Export, Layout, as_csv, as_xlsx, moment

__all__ = ["LAYOUTS"]

SYSTEM = (
    "Respondent ID",
    "Collector ID",
    "Start Date",
    "End Date",
    "IP Address",
    "Email Address",
    "First Name",
    "Last Name",
    "Custom Data 1",
)


def _columns(ask):
    labels = [*ask.options.values()]
    meanings = {label: value for value, label in ask.options.items()}
    field = {"question": ask.text}
    match ask.kind:
        case "text":
            return ["Open-Ended Response"], lambda answer: [answer or ""], field
        case "single":
            return ["Response"], lambda answer: [ask.options.get(answer, "")], field | {"answers": meanings}
        case "multiple":
            return (
                labels,
                lambda answer: [ask.options[v] if v in (answer or []) else "" for v in ask.options],
                field | {"answers": meanings, "layout": "checked"},
            )
        case "rank":

            def rank(answer):
                places = {value: place for place, group in enumerate(answer or [], start=1) for value in group}
                return [places.get(value, "N/A") for value in ask.options]

            return labels, rank, field | {"answers": meanings}
        case "grid":
            return (
                labels,
                lambda answer: [(answer or {}).get(v, "") for v in ask.options],
                field | {"answers": meanings},
            )


def _write(answers, *, book):
    heads, options = [*SYSTEM], [""] * len(SYSTEM)
    rows = []
    for place, (done, minute) in enumerate(zip(answers.complete, answers.minute, strict=True)):
        start, end = f"{moment(0):%m/%d/%Y %I:%M:%S %p}", f"{moment(minute):%m/%d/%Y %I:%M:%S %p}" if done else ""
        if book:
            start, end = moment(0), moment(minute) if done else ""
        rows.append([11800000000 + place, 4001, start, end, "192.0.2.1", "", "", "", ""])
    fields = {}
    for ask in answers.asks:
        columns, cells, field = _columns(ask)
        heads += [ask.text, *[""] * (len(columns) - 1)]
        options += columns
        for row, site in zip(rows, answers.rows, strict=True):
            row += cells(site.get(ask.field or ask.text))
        if ask.field:
            fields[ask.field] = field
    table = [heads, options, *rows[::-1]]
    if book:
        return Export(f"{answers.side}.xlsx", as_xlsx(table, "Sheet"), fields)
    return Export(f"{answers.side}_all.csv", as_csv(table), fields)


LAYOUTS = (
    Layout("surveymonkey csv", "surveymonkey", lambda answers: _write(answers, book=False), ties=True),
    Layout("surveymonkey workbook", "surveymonkey", lambda answers: _write(answers, book=True), ties=True),
)
