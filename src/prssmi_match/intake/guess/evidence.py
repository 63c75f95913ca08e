"""What the answers of a question say for or against a field, beside what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from prssmi_match.intake.cells import read_cell
from prssmi_match.intake.columns import Kind
from prssmi_match.intake.guess.asked import is_code, is_nothing
from prssmi_match.intake.guess.labels import labels_of
from prssmi_match.intake.guess.phrases import STATES
from prssmi_match.intake.guess.rankings import is_number
from prssmi_match.intake.guess.understanding import understand_value
from prssmi_match.intake.numbers import read_decimal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.intake.columns import Column
    from prssmi_match.intake.guess.asked import Asked, Export
    from prssmi_match.intake.guess.known_sites import KnownSites
    from prssmi_match.intake.surveys import Layout

__all__ = ["BONUS", "ENOUGH_ALONE", "NEAR", "Evidence", "weigh"]

NEAR = 76
"""The likeness from which on a question is claimed for a field."""
ENOUGH_ALONE = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.GROUPS, Kind.TEXT})
"""The kinds of fields that answers alone can tell."""
BONUS = 20
"""The most points that answers add."""
_HALF = 0.5
_LITTLE, _DOUBT = 5, 25
_LOOKED_AT = 60
_LONG = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points to add to the likeness of a question, and the likeness that its answers alone give."""

    bonus: int = 0
    alone: int = 0
    fits: bool = True


_FITS_NOT = Evidence(fits=False)
_NONE = Evidence()


def weigh(column: Column, asked: Asked, layout: Layout, export: Export, sites: KnownSites) -> Evidence:
    """Return what the answers say; ``sites`` are those of the other side."""
    labels = labels_of(asked, layout, export, most=2 * _LOOKED_AT)[:_LOOKED_AT]
    if not labels:
        return _NONE
    match column.kind:
        case Kind.WHOLE | Kind.DECIMAL:
            return _numbers(column, labels)
        case Kind.CHOICE | Kind.CHOICES:
            return _choices(column, labels)
        case Kind.IDS | Kind.GROUPS:
            return _sites(column, labels, sites)
        case Kind.LOCATION | Kind.DATE:
            return _NONE if _share([not read_cell(column, label).complaints for label in labels]) > _HALF else _FITS_NOT
        case Kind.TOPICS:
            return _topics(asked, labels, export)
        case Kind.HOURS | Kind.PERIODS:
            return _NONE  # of a calendar, which no survey fills
        case Kind.TEXT | Kind.ATTRIBUTE:
            return _texts(column, asked, labels, export)
        case _:
            assert_never(column.kind)


def _numbers(column: Column, labels: Sequence[str]) -> Evidence:
    numbers = _share([isinstance(read_decimal(label), int | float) for label in labels])
    if numbers > _HALF:
        return _NONE
    return _FITS_NOT if column.name in {"latitude", "longitude"} else Evidence(-_DOUBT)


def _choices(column: Column, labels: Sequence[str]) -> Evidence:
    understood = [understand_value(label, column) for label in labels]
    if _share([meaning.is_clear for meaning in understood]) >= _HALF:
        values = {meaning.value for meaning in understood if meaning.is_clear}
        return Evidence(BONUS, NEAR if len(values) > 1 else 0)
    if all(is_code(label) for label in labels):
        return _NONE
    if any(meaning.how != "nothing" for meaning in understood) and not _is_prose(labels):
        return _NONE
    return Evidence(-_DOUBT)


def _sites(column: Column, labels: Sequence[str], sites: KnownSites) -> Evidence:
    if not sites.names or all(is_code(label) for label in labels):
        return Evidence(-_DOUBT) if _is_prose(labels) else _NONE
    named = _share([sites.understand(label).how != "nothing" for label in labels])
    if named >= _HALF:
        return Evidence(BONUS, NEAR if column.kind is Kind.GROUPS else 0)
    # Mentors of other years are no sites of this program, and few sites are refused by anybody.
    return Evidence(-_DOUBT) if column.kind is Kind.GROUPS else Evidence(-_LITTLE)


def _topics(asked: Asked, labels: Sequence[str], export: Export) -> Evidence:
    if asked.is_lone:
        return Evidence(-_DOUBT) if _is_prose(labels) else _NONE
    levels = [text for text in export.answered(asked) if not is_nothing(text)]
    return _NONE if all(len(text) <= _LONG for text in levels) else Evidence(-_DOUBT)


def _texts(column: Column, asked: Asked, labels: Sequence[str], export: Export) -> Evidence:
    if column.name == "state":
        states = _share([label.upper() in STATES for label in labels])
        return Evidence(BONUS, NEAR if len(labels) > 1 else 0) if states > _HALF else _NONE
    answers = export.answers(asked.columns[0])
    if len(answers) * 2 < answers.total() or _is_prose(labels):
        return Evidence(-_DOUBT)
    return _NONE if column.name == "id" or not all(is_number(label) for label in labels) else Evidence(-_DOUBT)


def _is_prose(labels: Sequence[str]) -> bool:
    return sum(map(len, labels)) > _LONG * len(labels)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held)
