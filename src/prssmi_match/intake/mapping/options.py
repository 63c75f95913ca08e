"""A cell that lists several options to the options: by the known list, never blindly at every comma."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Split", "split_options"]


@dataclass(frozen=True, slots=True)
class Split:
    """The options of a cell, whether another reading is as good, and texts that nobody should split.

    Options stand in the order of the cell, known ones as they are known.
    """

    options: tuple[str, ...]
    ambiguous: bool = False
    unsplit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A way to read the pieces up to some place: how many are unknown, in how many ways, and its last block."""

    unknown: int
    ways: int
    start: int
    known: bool


def split_options(text: str, separator: str, known: Collection[str]) -> Split:
    """Return the options that a cell lists.

    Parameters
    ----------
    text : str
        The cell.
    separator : str
        One character.
    known : collection of str
        The options, which may hold the separator; compared folded.

    Notes
    -----
    Of all ways to join neighboring pieces into known options, one with the fewest unknown pieces is taken. Unknown
    pieces that stand side by side are not split at commas, which may be part of them.

    >>> split_options("Courts, jails, Police", ",", ["Courts, jails", "Police"]).options
    ('Courts, jails', 'Police')
    """
    pieces = [piece.strip() for piece in text.split(separator) if piece.strip()]
    options = {_key(option, separator): option for option in sorted(known, reverse=True)}
    longest = max((option.count(separator) + 1 for option in options), default=1)
    folded = [fold(piece) for piece in pieces]
    readings = [_Reading(0, 1, 0, known=True)]
    for end in range(1, len(pieces) + 1):
        readings.append(_best(readings, folded, end, min(longest, end), options, separator))
    found: list[str] = []
    unsplit: list[str] = []
    for is_known, group in groupby(_blocks(readings), key=lambda block: block[2]):
        blocks = [(start, end) for start, end, _ in group]
        texts = [" ".join(pieces[start:end]) for start, end in blocks]
        if is_known:
            found += [options[separator.join(folded[start:end])] for start, end in blocks]
        elif separator != "," or len(texts) == 1:
            found += texts
        else:
            unsplit.append(", ".join(texts))
    return Split(tuple(found), readings[-1].ways > 1, tuple(unsplit))


def _best(  # noqa: PLR0913, PLR0917 - one step of the table
    readings: list[_Reading], folded: list[str], end: int, longest: int, options: Collection[str], separator: str
) -> _Reading:
    alone = folded[end - 1] in options
    ways = [] if alone else [_Reading(readings[end - 1].unknown + 1, readings[end - 1].ways, end - 1, known=False)]
    ways += [
        _Reading(readings[start].unknown, readings[start].ways, start, known=True)
        for start in range(end - longest, end)
        if separator.join(folded[start:end]) in options
    ]
    fewest = min(way.unknown for way in ways)
    best = [way for way in ways if way.unknown == fewest]
    return _Reading(fewest, min(2, sum(way.ways for way in best)), best[0].start, best[0].known)


def _blocks(readings: list[_Reading]) -> list[tuple[int, int, bool]]:
    blocks, end = [], len(readings) - 1
    while end:
        blocks.append((readings[end].start, end, readings[end].known))
        end = readings[end].start
    return blocks[::-1]


def _key(option: str, separator: str) -> str:
    return separator.join(fold(piece) for piece in option.split(separator) if piece.strip())
