"""REDCap's CSV: raw (field names and codes) or with labels."""

from __future__ import annotations

import re

from exports.layout import Export, Layout, as_csv, moment

__all__ = ["LAYOUTS"]


def _columns(ask, *, labels):
    field = re.sub(r"\W+", "_", (ask.field or ask.text).casefold()).strip("_")
    title = ask.text if labels else field
    numbers = {value: str(n) for n, value in enumerate(ask.options, start=1)}
    shown = ask.options if labels else numbers
    meanings = {shown[value]: value for value in ask.options}
    match ask.kind:
        case "text":
            return [title], lambda answer: [answer or ""], {"question": title}
        case "single":
            return [title], lambda answer: [shown.get(answer, "")], {"question": title, "answers": meanings}
        case "multiple":
            heads = [f"{title} (choice={shown[v]})" if labels else f"{title}___{shown[v]}" for v in ask.options]
            yes, no = ("Checked", "Unchecked") if labels else ("1", "0")
            mapped = {"question": title, "answers": meanings, "layout": "checked"}
            return heads, lambda answer: [yes if v in (answer or []) else no for v in ask.options], mapped
        case "rank":
            heads = [f"{title} {n}" if labels else f"{title}_{n}" for n in range(1, len(ask.options) + 1)]

            def rank(answer):
                placed = [shown[group[0]] for group in answer or []]
                return placed + [""] * (len(heads) - len(placed))

            return heads, rank, {"question": heads, "answers": meanings}
        case "grid":
            heads = {value: f"{title}: {value}" if labels else f"{title}_{numbers[value]}" for value in ask.options}
            return (
                [*heads.values()],
                lambda answer: [(answer or {}).get(v, "") for v in ask.options],
                {"question": {head: value for value, head in heads.items()}},
            )


def _write(answers, *, labels):
    heads = (
        ["Record ID", "Survey Timestamp"]
        if labels
        else ["record_id", "redcap_survey_identifier", "application_timestamp"]
    )
    rows = []
    for place, (done, minute) in enumerate(zip(answers.complete, answers.minute, strict=True), start=1):
        time = moment(minute).isoformat(sep=" ") if done else "[not completed]"
        rows.append([place, time] if labels else [place, "", time])
    fields = {}
    for ask in answers.asks:
        columns, cells, field = _columns(ask, labels=labels)
        heads += columns
        for row, site in zip(rows, answers.rows, strict=True):
            row += cells(site.get(ask.field or ask.text))
        if ask.field:
            fields[ask.field] = field
    heads.append("Complete?" if labels else "application_complete")
    for row, done in zip(rows, answers.complete, strict=True):
        row.append(("Complete" if done else "Incomplete") if labels else (2 if done else 0))
    return Export(f"{answers.side}_DATA.csv", as_csv([heads, *rows]), fields)


LAYOUTS = (
    Layout("redcap raw", "redcap", lambda answers: _write(answers, labels=False)),
    Layout("redcap labels", "redcap", lambda answers: _write(answers, labels=True)),
)
