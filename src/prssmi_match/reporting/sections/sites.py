"""A page of its own for each site: where it is, why, how certain that is, and what else it could have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration
from prssmi_match.reporting.document import Column, Data, Items, Number, Section, Table, Text
from prssmi_match.reporting.entries import Entries, Entry
from prssmi_match.reporting.places import mentee_place, mentor_place, mentor_with_place
from prssmi_match.reporting.sections.grid import mentee_words, mentor_words
from prssmi_match.reporting.words import counted, joined, name_mentee, name_mentor
from prssmi_match.solution.certainty import Likelihood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.reporting.document import Block, Content, Part
    from prssmi_match.reporting.pairings import Pairing, Pairings
    from prssmi_match.reporting.told import Told
    from prssmi_match.solution.result import Result

__all__ = ["build_sites"]

MOST_OPTIONS = 15
"""Mentors that are listed at a mentee; where there are more, those that fit best."""

_ABSENT = {"hold": "On hold", "withdrawn": "Withdrawn"}
_HINTS = {Likelihood.TOSS_UP: "toss-up", Likelihood.LIKELY: "likely, not certain", Likelihood.OPEN: "not certain"}


def build_sites(result: Result, told: Told, pairings: Pairings | None) -> Section:
    """Return an entry for each site, mentees first."""
    problem = result.problem
    mentees = tuple(_mentee(result, told, pairings, site) for site in problem.mentee_by_id.values())
    mentors = tuple(_mentor(result, told, site) for site in problem.mentor_by_id.values())
    blocks = [Entries(name, rows) for name, rows in (("Mentees", mentees), ("Mentors", mentors)) if rows]
    return Section("sites", "Site by site", tuple(blocks) or (Text("There is no site."),))


def _mentee(result: Result, told: Told, pairings: Pairings | None, site: Mentee) -> Entry:
    problem = result.problem
    blocks: list[Block] = [*_stated(site)]
    if site.available:
        words = (*mentee_words(told, site.id), *_to_settle(result, site.id))
        blocks += [*((Items(tuple(map(Data, words))),) if words else ()), *_options(result, pairings, site.id)]
    return Entry(
        mentee_place(problem, site.id), name_mentee(problem, site.id), _mentee_note(result, told, site), tuple(blocks)
    )


def _mentee_note(result: Result, told: Told, site: Mentee) -> Content:
    if not site.available:
        return _ABSENT[site.status]
    if not result.has_matching:
        return "Available"
    mentor = result.matching.mentor_of(site.id)
    place: tuple[Part, ...] = ("with ", name_mentor(result.problem, mentor)) if mentor else ("no mentor",)
    hints = ["provisional"] if mentor and site.status == "provisional" else []
    if site.id in told.certainty:
        hints += [_HINTS[kind] for kind in (told.certainty[site.id].kind,) if kind in _HINTS]
    return (*place, *(f", {hint}" for hint in hints))


def _to_settle(result: Result, site: str) -> Iterator[str]:
    yield from (f"To settle: {row.sentence}." for row in result.conditions if row.mentee == site)
    yield from (f"Assumed: {row.sentence}" for row in result.assumptions if row.site == site)


def _options(result: Result, pairings: Pairings | None, mentee: str) -> Iterator[Block]:
    """Give the mentors that a mentee could have, the best first, and what stands against the others."""
    if pairings is None:
        return
    pairs = sorted((pairings.pairs[mentee, mentor] for mentor in pairings.mentors), key=_best_first)
    shown = pairs[:MOST_OPTIONS]
    if not shown:
        return
    measured = any(pair.percent is not None for pair in shown)
    columns = (
        Column("Mentor"),
        *((Column("Fit, %", "number"),) if measured else ()),
        Column("Why, or why not", "prose"),
    )
    rows = tuple(_option(result, pair, measured=measured) for pair in shown)
    yield Table(columns, rows, "Its mentors: the answer's first, then by fit, then those that are not possible")
    if left := len(pairs) - len(shown):
        yield Text(f"{counted(left, 'more mentor is', 'more mentors are')} not listed here; the grid has every pair.")


def _best_first(pair: Pairing) -> tuple[bool, bool, int, str]:
    return not pair.in_answer, not pair.possible, -(pair.percent or 0), pair.mentor


def _option(result: Result, pair: Pairing, *, measured: bool) -> tuple[Content, ...]:
    fit: Content = "" if pair.percent is None else Number(pair.percent)
    name = mentor_with_place(result.problem, pair.mentor)
    return (name, *((fit,) if measured else ()), Data(pair.brief))


def _mentor(result: Result, told: Told, site: Mentor) -> Entry:
    problem = result.problem
    blocks: list[Block] = [*_stated(site)]
    if site.available:
        words = (*mentor_words(result, told, site.id), *_to_settle(result, site.id))
        blocks += [Items(tuple(map(Data, words)))] if words else []
    return Entry(
        mentor_place(problem, site.id), name_mentor(problem, site.id), _mentor_note(result, site), tuple(blocks)
    )


def _mentor_note(result: Result, site: Mentor) -> Content:
    if not site.available:
        return _ABSENT[site.status]
    most = result.problem.capacity(site)
    if not result.has_matching:
        return f"takes up to {counted(most, 'mentee')}"
    mentees = result.matching.mentees_of(site.id)
    if not mentees:
        return "not used"
    return (f"{len(mentees)} of {most}: ", *joined(name_mentee(result.problem, mentee) for mentee in mentees))


def _stated(site: Mentee | Mentor) -> Iterator[Block]:
    """Give what a site says about itself, as far as a person wants to know it here."""
    said: list[str] = []
    if site.settings:
        said.append(enumeration(setting.replace("_", " ") for setting in sorted(site.settings)))
    said += [word for word in (site.locale, site.state) if word]
    if site.topics:
        said.append(f"{'; '.join(f'{topic} {level}' for topic, level in sorted(site.topics.items()))}")
    if site.review_score is not None:
        said.append(f"review score {site.review_score:g}")
    if said:
        yield Text(("What it states: ", *joined(map(Data, said), " · ")))
