"""How certain the place of each mentee is, among all equally good answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.words import joined, name_mentee, name_mentor
from prssmi_match.solution.certainty import Likelihood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content, Part
    from prssmi_match.solution.certainty import Certainty, MenteeCertainty

__all__ = ["build_certainty"]

_UNPROVED = "Time ran out, or the answer is not proved best: “in all” only means that nothing else was found."

_KINDS = {
    Likelihood.FORCED: "Certain:",
    Likelihood.LIKELY: "Likely:",
    Likelihood.TOSS_UP: "Toss-up:",
    Likelihood.OPEN: "Open:",
}


def build_certainty(problem: Problem, certainty: Certainty) -> Iterator[Section]:
    """Return what the equally good answers do with each available mentee."""
    blocks: list[Block] = [Text(Data(certainty.sentence))]
    if not certainty.proved:
        blocks.append(Text(_UNPROVED, "caution"))
    if others := [row for row in certainty.mentees if row.others]:
        blocks += [Text("Elsewhere in some of them:"), Items(tuple(_uncertain(row) for row in others))]
    if same := [row for row in certainty.mentees if not row.others]:
        blocks += [Text("In the same place in every one of them:"), Items(tuple(_by_mentor(problem, same)))]
    yield Section("certainty", "How certain this is", tuple(blocks))


def _by_mentor(problem: Problem, rows: list[MenteeCertainty]) -> Iterator[Content]:
    """Give mentors in the order of ids, each with its mentees; those without one come last."""
    for mentor in sorted({row.mentor for row in rows}, key=lambda mentor: (mentor is None, mentor)):
        mentees = joined(name_mentee(problem, row.mentee) for row in rows if row.mentor == mentor)
        yield (_place(problem, mentor), ": ", *mentees)


def _place(problem: Problem, mentor: str | None) -> Data | str:
    return "Without a mentor" if mentor is None else name_mentor(problem, mentor)


def _uncertain(row: MenteeCertainty) -> Content:
    words: list[Part] = [_KINDS[row.kind], Data(row.sentence)]
    if row.swap:
        words += ["The fewest moves to change that:", *(Data(str(move)) for move in row.swap)]
    return joined(words, " ")
