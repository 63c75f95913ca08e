"""What a program's two surveys ask, and what every site of a document answers: the same for all survey systems."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Answers", "Ask", "answers_of", "plain_document", "without_ties"]

CHOICES = {
    "status": {
        "ready": "Ready to start", "provisional": "Ready, some papers missing", "hold": "On hold",
        "withdrawn": "Withdrawn", "active": "Active",
    },
    "settings": {
        "diversion": "Diversion", "alternatives_to_incarceration": "Alternatives to incarceration (courts, probation)",
        "child_welfare": "Child welfare, family courts", "other_criminal_justice": "Something else",
    },
    "stage": {"new": "Just starting", "early": "Running, less than two years"},
    "locale": {"urban": "A city", "suburban": "A suburb", "rural": "The countryside", "tribal": "Tribal land"},
}  # fmt: skip
CHOICES["locales_served"] = CHOICES["locale"]
TEXTS = {
    "id": "Site code", "name": "What is your site called?", "organization": "Which organization runs it?",
    "state": "In which state?", "status": "Where do you stand?", "settings": "Which settings, all that apply?",
    "stage": "How far along is the program?", "locale": "What describes the area?", "team_size": "People on the team",
    "travelers": "People who would come to the visit", "workload": "Work units", "review_score": "Score of the review",
    "topics": "How much do these topics matter?", "preferences": "Please rank the sites, best first",
    "unacceptable": "With whom can you not work?", "prior_mentors": "With whom did you work before?",
    "location": "Where is it (latitude|longitude)?", "locales_served": "Which other areas do you serve?",
    "min_mentees": "At least how many mentees?", "max_mentees": "At most how many mentees?",
    "max_workload": "At most how many work units?",
}  # fmt: skip
ORDER = list(TEXTS)
SITES = ("preferences", "unacceptable", "prior_mentors")


@dataclass(frozen=True)
class Ask:
    """A question: its field, its kind (text, single, multiple, rank, grid), and its options, value to label."""

    field: str
    kind: str
    text: str
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """A survey of one side: what was asked, and a dictionary of field to answer for each submission.

    Answers are a text, a list of values, groups of values best first, or levels by item. ``complete`` and ``minute`` tell
    which submissions were finished, and when.
    """

    side: str
    asks: tuple[Ask, ...]
    rows: tuple[dict, ...]
    complete: tuple[bool, ...]
    minute: tuple[int, ...]


def plain_document(document):
    """Return a document whose texts survive a form: no outer or double spaces, nothing blank, no null."""
    match document:
        case dict():
            cleaned = {plain_document(key): plain_document(value) for key, value in document.items()}
            return {key: value for key, value in cleaned.items() if key and value not in (None, "", {}, [])}
        case list() | tuple():
            return [plain_document(item) for item in document]
        case str():
            return " ".join(document.split())
        case _:
            return document


def without_ties(document):
    """Return a document whose preferences have no ties, for systems whose forms take none."""

    def untied(site):
        return site | {"preferences": [[other] for group in site.get("preferences", []) for other in group]}

    return document | {side: [untied(site) for site in document[side]] for side in ("mentees", "mentors")}


def answers_of(document, side, *, noise=False):
    """Return the answers of one side; with noise, also unused questions, contacts, and submissions that do not count."""
    others = document["mentors" if side == "mentees" else "mentees"]
    sites = {site["id"]: site.get("name", site["id"]) for site in others}
    rows = [_answers(site) for site in document[side]]
    fields = sorted(
        {name for row in rows for name in row},
        key=lambda name: (name not in TEXTS, ORDER.index(name) if name in TEXTS else 0, name),
    )
    asks = [ask for ask in (_ask(name, rows, sites) for name in fields) if ask.kind == "text" or ask.options]
    complete, minutes = [True] * len(rows), list(range(10, 10 + len(rows)))
    if noise:
        asks.insert(2, Ask("", "text", "E-mail address of the contact person"))
        asks.append(Ask("", "text", "How did you hear of us?"))
        rows = [
            row | {"E-mail address of the contact person": f"person{place}@example.org"}
            for place, row in enumerate(rows)
        ]
        rows[0] = rows[0] | {"How did you hear of us?": "=A newsletter; or a friend, maybe"}
        # Before the last complete submission an earlier one; after it one that was not finished.
        rows += [
            rows[0] | {"team_size": "9"},
            {name: rows[1][name] for name in ("id", "name", "organization") if name in rows[1]},
        ]
        complete += [True, False]
        minutes += [3, 59]
    return Answers(side, tuple(asks), tuple(rows), tuple(complete), tuple(minutes))


def _answers(site):
    row = {name: value for name, value in site.items() if name != "attributes"}
    row |= {f"attributes.{name}": value for name, value in site.get("attributes", {}).items()}
    if "location" in row:
        row["location"] = "|".join(_number(degrees) for degrees in row["location"])
    return {name: _number(value) if isinstance(value, int | float) else value for name, value in row.items()}


def _number(value):
    return format(value, "f").rstrip("0").rstrip(".") if isinstance(value, float) and "e" in repr(value) else str(value)


def _ask(name, rows, sites):
    text = TEXTS.get(name, f"About you: {name.removeprefix('attributes.')}")
    stated = [row[name] for row in rows if name in row]
    match name:
        case "status" | "stage" | "locale":
            return Ask(name, "single", text, CHOICES[name])
        case "settings" | "locales_served":
            return Ask(name, "multiple", text, CHOICES[name])
        case "topics":
            return Ask(
                name, "grid", text, {topic: topic for topic in sorted({topic for levels in stated for topic in levels})}
            )
        case "preferences":
            return Ask(name, "rank", text, sites)
        case "unacceptable" | "prior_mentors":
            unknown = {site: site for values in stated for site in values if site not in sites}
            return Ask(name, "multiple", text, sites | dict(sorted(unknown.items())))
        case _:
            return Ask(name, "text", text)
