"""What changed since the announced match: kept pairs, changed ones with what made them impossible, and who came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.changes import known_previous
from prssmi_match.problem.wording import changed_pair_sentence, move_sentence, rematch_sentence
from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.words import joined, name_mentee, name_mentor
from prssmi_match.solution.rematch import Rematch

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
    yield Text(Data(rematch_sentence(len(previous), len(previous) - len(gone), [], fewest=None, budget=None)))
    if gone:
        yield Items(
            tuple(Data(changed_pair_sentence(problem, *pair, matching.mentor_of(pair[0]), ())) for pair in gone)
        )
    yield from _new(tuple(Data(move_sentence(problem, pair.mentee, None, pair.mentor)) for pair in new))


def _blocks(problem: Problem, rematch: Rematch) -> Iterator[Block]:
    yield Text(Data(rematch.sentence))
    if not rematch.has_matching:
        if rematch.impossible:
            yield Text("These earlier pairs can no longer be made:")
            yield Items(tuple(_lost(problem, pair) for pair in rematch.impossible))
        return
    if rematch.impossible:
        yield Text("Pairs that could not be kept:")
        yield Items(tuple(Data(pair.sentence) for pair in rematch.impossible))
    if chosen := [pair for pair in rematch.changed if pair.possible]:
        yield Text("Pairs that were changed for the sake of the others or of the aims:")
        yield Items(tuple(Data(pair.sentence) for pair in chosen))
    yield from _new(tuple(Data(move.sentence) for move in rematch.moves if move.before is None))
    if rematch.frozen:
        pairs = (
            joined((name_mentee(problem, mentee), name_mentor(problem, mentor)), " with ")
            for mentee, mentor in rematch.frozen
        )
        yield Text("These were frozen:")
        yield Items(tuple(pairs))


def _lost(problem: Problem, pair: ChangedPair) -> Content:
    names = joined((name_mentee(problem, pair.mentee), name_mentor(problem, pair.mentor)), " with ")
    return (*names, ": ", Data(" ".join(pair.reasons)))


def _new(sentences: tuple[Data, ...]) -> Iterator[Block]:
    if sentences:
        yield Text("Mentees that had no mentor before:")
        yield Items(sentences)
