"""The answers of one response to one field: the value of a cell of the native table, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from prssmi_match.intake.cells import read_cell
from prssmi_match.intake.columns import Kind
from prssmi_match.intake.complaint import Complaint
from prssmi_match.intake.mapping.items import Stated, items_of
from prssmi_match.intake.mapping.model import BEST_LEVEL
from prssmi_match.intake.mapping.vocabulary import LEFT_OUT, meaning
from prssmi_match.intake.surveys.survey import Layout
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from prssmi_match.intake.mapping.questions import Source
    from prssmi_match.intake.mapping.vocabulary import Vocabulary
    from prssmi_match.intake.surveys.survey import Part, Response, Survey

__all__ = ["read_answer"]

_BARE_LEVEL = 3
_DATES = (date, time, timedelta)

Complaints = list[tuple["Part", Complaint]]
Meant = list[tuple[Stated, str]]


def read_answer(
    source: Source, response: Response, survey: Survey, vocabulary: Vocabulary, options: Collection[str]
) -> tuple[object, Complaints]:
    """Return the value of a field, None where nothing was answered, and the columns with what is wrong in them."""
    complaints = _dates(source, response)
    if complaints:
        return None, complaints
    meant: Meant = []
    for stated in items_of(source, response, survey, options):
        if not isinstance(stated, Stated):
            complaints.append(stated)
            continue
        value = meaning(source, stated.item, vocabulary)
        if isinstance(value, Complaint):
            complaints.append((stated.item.part, value))
        elif value != LEFT_OUT:
            meant.append((stated, value))
    return _value(source, meant, complaints), complaints


def _dates(source: Source, response: Response) -> Complaints:
    """Complain of dates, which Excel makes of what looks like one."""
    cells = ((part, response.cell(part)) for part in source.parts)
    dated = [(part, read_cell(source.column, cell)) for part, cell in cells if isinstance(cell, _DATES)]
    return [(part, complaint) for part, cell in dated for complaint in cell.complaints]


def _value(source: Source, meant: Meant, complaints: Complaints) -> object:
    match source.column.kind:
        case Kind.CHOICES | Kind.IDS:
            return list(dict.fromkeys(value for _, value in meant))
        case Kind.GROUPS:
            return _groups(meant, complaints)
        case Kind.TOPICS:
            return _topics(source, meant, complaints)
        case _:
            return _lone(source, meant, complaints)


def _groups(meant: Meant, complaints: Complaints) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for stated, site in meant:
        if stated.number < 1:
            sentence = f"{stated.number} is not a rank; the best is 1."
            complaints.append((stated.item.part, Complaint("not_a_rank", "a rank from 1", sentence)))
        elif any(site in group for group in groups.values()):
            sentence = f"{stated.item.text!r} is ranked twice; keep one rank."
            complaints.append((stated.item.part, Complaint("ranked_twice", "each item once", sentence)))
        else:
            groups.setdefault(stated.number, []).append(site)
    return [groups[rank] for rank in sorted(groups)]


def _topics(source: Source, meant: Meant, complaints: Complaints) -> dict[str, int]:
    topics: dict[str, int] = {}
    known: dict[str, int] = {}
    for stated, topic in meant:
        level = stated.number if source.layout is Layout.ITEM_COLUMNS else _BARE_LEVEL
        if not 1 <= level <= BEST_LEVEL:
            sentence = f"{level} is not a level; write 1 to 5, or say under levels of the mapping what it means."
            complaints.append((stated.item.part, Complaint("level", "a level from 1 to 5", sentence)))
        elif known.setdefault(fold(topic), level) != level:
            sentence = f"The topic {topic!r} is stated twice, with different levels; keep one."
            complaints.append((stated.item.part, Complaint("duplicate_topic", "each topic once", sentence)))
        elif fold(topic) not in {fold(other) for other in topics}:
            topics[topic] = level
    return topics


def _lone(source: Source, meant: Meant, complaints: Complaints) -> object:
    for stated, text in meant:
        cell = read_cell(source.column, text)
        complaints += [(stated.item.part, _in_a_mapping(source, text, complaint)) for complaint in cell.complaints]
        return cell.value
    return None


def _in_a_mapping(source: Source, text: str, complaint: Complaint) -> Complaint:
    """Add the other way to mend an answer: nobody has to touch the export for it."""
    way = f'Or say what it means under answers of {source.column.name} in the mapping: "{text}" = "...".'
    return replace(complaint, sentence=f"{complaint.sentence} {way}")
