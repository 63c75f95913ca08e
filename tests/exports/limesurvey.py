"""LimeSurvey's CSV: codes with semicolons and the mark of UTF-8, or full texts with commas."""

from __future__ import annotations

import csv

from exports.layout import Export, Layout, as_csv, moment

__all__ = ["LAYOUTS"]


def _codes(options):
    return {value: f"SQ{number:03}" for number, value in enumerate(options, start=1)}


def _columns(number, ask, *, full):
    """Return the headers of a question, a function from an answer to its cells, and the field of the mapping."""
    code, text = f"Q{number}", ask.text
    codes = _codes(ask.options)
    names = ask.options if full else codes
    meanings = {names[value]: value for value in ask.options}

    def head(part):
        return f"{text} [{part}]" if full else f"{code}[{part}]"

    field = {"question": text if full else code}
    match ask.kind:
        case "text":
            return [text if full else code], lambda answer: [answer or ""], field
        case "single":
            labels = ask.options if full else {v: f"A{n}" for n, v in enumerate(ask.options, start=1)}
            # The last option of a list is not offered, but typed beside Other.
            typed = [*ask.options][-1]
            meanings = {labels[value]: value for value in ask.options} | {ask.options[typed]: typed}

            def single(answer):
                return ["-oth-", ask.options[typed]] if answer == typed else [labels.get(answer, ""), ""]

            heads = [text, f"{text} [Other]"] if full else [code, f"{code}[other]"]
            return heads, single, field | {"answers": meanings}
        case "multiple":
            yes, no = ("Yes", "No") if full else ("Y", "")
            answers = field | {"answers": meanings}
            return (
                [head(names[v]) for v in ask.options],
                lambda answer: [yes if v in (answer or []) else no for v in ask.options],
                answers,
            )
        case "rank":

            def rank(answer):
                placed = [names[group[0]] for group in answer or []]
                return placed + [""] * (len(ask.options) - len(placed))

            ranks = range(1, len(ask.options) + 1)
            return (
                [head(f"Rank {n}" if full else n) for n in ranks],
                rank,
                field | {"answers": meanings, "layout": "rank_columns"},
            )
        case "grid":
            return (
                [head(names[v]) for v in ask.options],
                lambda answer: [(answer or {}).get(v, "") for v in ask.options],
                field | {"answers": meanings},
            )


def _write(answers, *, full):
    heads = (
        ["Response ID", "Date submitted", "Last page", "Start language", "Seed"]
        if full
        else ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    )
    rows = [
        [place, moment(minute).isoformat(sep=" ") if done else "", 4 if done else 1, "en", 17 * place]
        for place, (done, minute) in enumerate(zip(answers.complete, answers.minute, strict=True), start=1)
    ]
    fields = {}
    for number, ask in enumerate(answers.asks, start=1):
        columns, cells, field = _columns(number, ask, full=full)
        heads += columns
        for row, site in zip(rows, answers.rows, strict=True):
            # What looks like a formula is masked.
            row += [
                f"'{cell}" if str(cell)[:1] in {"=", "+", "-", "@"} and cell != "-oth-" else cell
                for cell in cells(site.get(ask.field or ask.text))
            ]
        if ask.field:
            fields[ask.field] = field
    content = as_csv([heads, *rows], separator="," if full else ";", mark=not full, quote=csv.QUOTE_ALL)
    return Export(f"results-survey-{answers.side}.csv", content, fields)


LAYOUTS = (
    Layout("limesurvey codes", "limesurvey", lambda answers: _write(answers, full=False)),
    Layout("limesurvey full texts", "limesurvey", lambda answers: _write(answers, full=True)),
)
