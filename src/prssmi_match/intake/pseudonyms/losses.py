"""What a document under pseudonyms no longer says, and what of it can still tell who somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prssmi_match.intake.pseudonyms.entry import Entry
    from prssmi_match.intake.pseudonyms.needs import Needs
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["losses"]

Count = tuple[int, int]
"""How many sites have a field that is left out, and how many one that stays."""


def losses(problem: Problem, needs: Needs, replaced: Sequence[Entry]) -> tuple[Finding, ...]:
    """Return a warning for everything that is left out, replaced, or stays although it can identify a site.

    None of them holds an id, a name or a value of a site; attributes are called as they are in the document.
    """
    return (*_free_texts(problem), *_site_fields(problem, needs), *_replaced(replaced))


def _free_texts(problem: Problem) -> Iterator[Finding]:
    if problem.name is not None:
        yield _finding("left_out", "name", "The document's name is left out: it is free text.")
    reasons = sum(rule.reason is not None for rule in problem.rules)
    if reasons:
        what = _counted(reasons, "reason", "of a rule is", "of rules are")
        yield _finding("left_out", "rules.reason", f"{what} left out: free text can name anybody.")
    told = sum(row.lessons is not None or bool(row.answers) for row in problem.history)
    if told:
        what = f"What {_counted(told, 'row')} of the history {'says' if told == 1 else 'say'} in words"
        yield _finding("left_out", "history", f"{what} is left out: free text can name anybody.")


def _site_fields(problem: Problem, needs: Needs) -> Iterator[Finding]:
    counts: dict[str, Count] = {}
    sides = ((problem.mentees, needs.mentees), (problem.mentors, needs.mentors))
    for sites, needed in sides:
        for field in (field for site in sites for field in _known(site)):
            out, kept = counts.get(field, (0, 0))
            counts[field] = (out, kept + 1) if field in needed or field == "topics" else (out + 1, kept)
    for field in sorted(counts):
        yield from _field(field, counts[field])


def _known(site: Mentee | Mentor) -> Iterable[str]:
    stated = {"location": site.location is not None, "state": bool(site.state), "topics": bool(site.topics)}
    return [*(name for name, known in stated.items() if known), *(f"{ATTRIBUTES}{name}" for name in site.attributes)]


def _field(field: str, count: Count) -> Iterator[Finding]:
    out, kept = count
    what = f"The attribute {field.removeprefix(ATTRIBUTES)!r}" if field.startswith(ATTRIBUTES) else f"The {field}"
    if out:
        sentence = f"{what} of {_counted(out, 'site')} is left out: no rule and no aim needs it."
        yield _finding("left_out", field, sentence)
    if kept and field == "topics":
        sentence = f"{what} of {_counted(kept, 'site')} stay as they were typed; read them before you share the file."
        yield _finding("still_identifying", field, sentence)
    elif kept:
        sentence = f"{what} of {_counted(kept, 'site')} stays, as a rule or an aim needs it; it can tell who a site is."
        yield _finding("still_identifying", field, sentence)


def _replaced(replaced: Sequence[Entry]) -> Iterator[Finding]:
    places = {
        "topic": "topics",
        "field": "attributes",
        "value": "values of attributes and states",
        "rule": "rule ids",
        "tier": "tier names",
    }
    for kind, place in places.items():
        count = sum(entry.kind == kind for entry in replaced)
        if count:
            sentence = f"Pseudonyms stand in place of {place} that name somebody ({count}); the key tells which."
            yield _finding("replaced", place, sentence)


def _counted(count: int, thing: str, one: str = "", more: str = "") -> str:
    words = f"{count} {thing}" if count == 1 else f"{count} {thing}s"
    return f"{words} {one if count == 1 else more}".strip()


def _finding(code: str, place: str, sentence: str) -> Finding:
    return Finding(code, place, "", "", sentence, "warning")
