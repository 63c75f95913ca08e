"""What changed since the announced match: kept pairs, changed ones with what made them impossible, and who came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.changes import known_previous, unknown_previous
from prssmi_match.problem.wording import changed_pair_sentence, move_sentence, rematch_sentence
from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.words import joined, name_mentee, name_mentor
from prssmi_match.solution.rematch import Rematch
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.rematch import ChangedPair
    from prssmi_match.solution.result import Result

__all__ = ["build_announced", "build_rematch"]

_TITLE = "What changed since the announced match"


def build_announced(result: Result) -> Section | None:
    """Return what became of the earlier pairs; None where the document states none.

    Only a rematch has worked out why a pair could not be kept.
    """
    previous = known_previous(result.problem)
    if isinstance(result, Rematch):
        return Section("rematch", _TITLE, tuple(_blocks(result.document, result))) if previous else None
    if not previous or not result.has_matching:
        return None
    return Section("rematch", _TITLE, tuple(_of_match(result, previous)))


def build_rematch(problem: Problem, rematch: Rematch) -> Iterator[Section]:
    """Return the same as a part."""
    yield Section("rematch", _TITLE, tuple(_blocks(problem, rematch)))


def _of_match(result: Result, previous: tuple[tuple[str, str], ...]) -> Iterator[Block]:
    problem, matching = result.problem, result.matching
    gone = [pair for pair in previous if matching.mentor_of(pair[0]) != pair[1]]
    earlier = {mentee for mentee, _ in previous}
    new = [pair for pair in matching.pairs if pair.mentee not in earlier]
    unknown = len(unknown_previous(problem))
    yield Text(Data(rematch_sentence(len(previous), len(previous) - len(gone), unknown=unknown)))
    if gone:
        yield Items(tuple(Data(changed_pair_sentence(problem, *pair, matching.mentor_of(pair[0]))) for pair in gone))
    yield from _new(tuple(Data(move_sentence(problem, pair.mentee, None, pair.mentor)) for pair in new))


def _blocks(problem: Problem, rematch: Rematch) -> Iterator[Block]:
    yield Text(Data(rematch.sentence))
    if not rematch.has_matching:
        if rematch.impossible:
            yield Text("These earlier pairs can no longer be made:")
            yield Items(tuple(_lost(problem, pair) for pair in rematch.impossible))
        return
    for title, group in _groups(rematch):
        if group:
            yield Text(title)
            yield Items(tuple(Data(pair.sentence) for pair in group))
    yield from _new(tuple(Data(move.sentence) for move in rematch.moves if move.before is None))
    if rematch.frozen:
        pairs = (
            joined((name_mentee(problem, mentee), name_mentor(problem, mentor)), " with ")
            for mentee, mentor in rematch.frozen
        )
        yield Text("These were frozen:")
        yield Items(tuple(pairs))


def _groups(rematch: Rematch) -> Iterator[tuple[str, list[ChangedPair]]]:
    """Give the changed pairs by why they were changed; only a proved answer claims that the aims gain by it."""
    proved = rematch.status is Status.OPTIMAL
    open_pairs = [pair for pair in rematch.changed if pair.possible]
    crowded = [pair for pair in open_pairs if pair.could_stay is False]
    chosen = [pair for pair in open_pairs if pair.could_stay and proved]
    yield "Pairs that could not be kept:", list(rematch.impossible)
    yield "Pairs that gave way to others:", crowded
    yield "Pairs that could have stayed, and were changed for the sake of the aims:", chosen
    yield "Other pairs that were changed:", [pair for pair in open_pairs if pair not in [*crowded, *chosen]]


def _lost(problem: Problem, pair: ChangedPair) -> Content:
    names = joined((name_mentee(problem, pair.mentee), name_mentor(problem, pair.mentor)), " with ")
    return (*names, ": ", Data(" ".join(pair.reasons)))


def _new(sentences: tuple[Data, ...]) -> Iterator[Block]:
    if sentences:
        yield Text("Mentees that had no mentor before:")
        yield Items(sentences)
