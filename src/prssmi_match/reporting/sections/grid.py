"""Every pair of a mentee and a mentor at a glance, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration, label_mentee, label_mentor
from prssmi_match.reporting.document import Data, Section, Text
from prssmi_match.reporting.grid import STEPS, Cell, Grid
from prssmi_match.reporting.places import mentee_with_place, mentor_with_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.document import Content
    from prssmi_match.reporting.pairings import Pairing, Pairings
    from prssmi_match.reporting.told import Told
    from prssmi_match.solution.result import Result

__all__ = ["build_grid", "mentee_words", "mentor_words"]

_IN_ANSWER = "✓"
_POSSIBLE = "•"
_WIDTH = 100 // STEPS
_TOO_MANY = (
    "This cohort has too many pairs for one page, so they are left out here. Ask for one of them with: "
    "prssmi-match why-not … MENTEE MENTOR"
)


def build_grid(result: Result, told: Told, pairings: Pairings | None) -> Section | None:
    """Return the grid of all available sites; None where a side has none, and only words where there are too many."""
    title = "Every pair at a glance, and why not" if result.has_matching else "Which pairs are possible"
    if pairings is None:
        return Section("grid", title, (Text(_TOO_MANY),))
    if not (pairings.mentees and pairings.mentors):
        return None
    problem, pairs = result.problem, pairings.pairs
    grid = Grid(
        sides=("Mentee", "Mentor"),
        rows=tuple(mentee_with_place(problem, mentee) for mentee in pairings.mentees),
        columns=tuple(mentor_with_place(problem, mentor) for mentor in pairings.mentors),
        cells=tuple(tuple(_cell(pairs[mentee, mentor]) for mentor in pairings.mentors) for mentee in pairings.mentees),
        row_notes=tuple(" ".join(_about_mentee(result, told, pairings, mentee)) for mentee in pairings.mentees),
        column_notes=tuple(" ".join(_about_mentor(result, told, pairings, mentor)) for mentor in pairings.mentors),
        caption=_caption(pairings),
        legend=tuple(_legend(pairings)),
    )
    return Section("grid", title, (_introduction(result), grid))


def _introduction(result: Result) -> Text:
    if not result.has_matching:
        return Text("Every available mentee with every available mentor, each looked at by itself.")
    return Text("Every available mentee with every available mentor: the stronger its color, the better the two fit.")


def _caption(pairings: Pairings) -> Content:
    if pairings.tier is None:
        return "Mentees in rows, mentors in columns"
    return ("Fit in percent of the most points that a pair can have in “", Data(pairings.tier), "”")


def _cell(pair: Pairing) -> Cell:
    if not pair.possible:
        # An answer that breaks rules can hold such a pair; it is marked all the same.
        shown = "".join(mark for mark, _ in pair.marks)
        return Cell(f"{_IN_ANSWER}{shown}" if pair.in_answer else shown, pair.reason, marked=pair.in_answer)
    shown = _POSSIBLE if pair.percent is None else str(pair.percent)
    step = 0 if pair.percent is None else min(pair.percent // _WIDTH, STEPS - 1)
    return Cell(f"{_IN_ANSWER}{shown}" if pair.in_answer else shown, pair.reason, step, marked=pair.in_answer)


def _legend(pairings: Pairings) -> Iterator[tuple[str, str]]:
    pairs = pairings.pairs.values()
    if any(pair.in_answer for pair in pairs):
        yield _IN_ANSWER, "in the answer"
    if pairings.tier is None and any(pair.possible for pair in pairs):
        yield _POSSIBLE, "possible"
    yield from sorted({mark for pair in pairs for mark in pair.marks})


def _about_mentee(result: Result, told: Told, pairings: Pairings, mentee: str) -> Iterator[str]:
    name = label_mentee(result.problem, mentee)
    if result.has_matching:
        mentor = result.matching.mentor_of(mentee)
        yield f"{name} has no mentor." if mentor is None else f"{name} is with {label_mentor(result.problem, mentor)}."
    yield from mentee_words(told, mentee)
    count = sum(pairings.pairs[mentee, mentor].possible for mentor in pairings.mentors)
    yield f"By itself it could be with {count} of the {len(pairings.mentors)} available mentors."


def _about_mentor(result: Result, told: Told, pairings: Pairings, mentor: str) -> Iterator[str]:
    yield from mentor_words(result, told, mentor)
    count = sum(pairings.pairs[mentee, mentor].possible for mentee in pairings.mentees)
    yield f"By itself it could be with {count} of the {len(pairings.mentees)} available mentees."


def mentee_words(told: Told, mentee: str) -> Iterator[str]:
    """Give why a mentee is where it is, and how certain that is."""
    if mentee in told.reasons:
        yield told.reasons[mentee].sentence
    if mentee in told.certainty:
        yield told.certainty[mentee].sentence


def mentor_words(result: Result, told: Told, mentor: str) -> Iterator[str]:
    """Give what there is to tell about a mentor by itself: who is with it, and what would happen if it left."""
    if not result.has_matching:
        return
    problem, mentees = result.problem, result.matching.mentees_of(mentor)
    name, most = label_mentor(problem, mentor), problem.capacity(problem.mentor_by_id[mentor])
    if not mentees:
        yield f"{name} has no mentee; it takes up to {most}. If it left, nobody would lose a mentor."
        return
    yield f"{name} has {len(mentees)} of up to {most}: {enumeration(label_mentee(problem, one) for one in mentees)}."
    if mentor in told.withdrawals:
        yield told.withdrawals[mentor].sentence
    else:
        yield "What would happen if it left was not worked out for this report."
