"""What single changes of the document would do to the answer: those that do something, and those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data, Items, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.changed_answer import ChangedAnswer

    Row = TypeVar("Row", bound=ChangedAnswer)

__all__ = ["changed_answers", "incomplete"]


def changed_answers(rows: Sequence[Row], of_no_effect: Callable[[Sequence[Row]], Iterator[Block]]) -> Iterator[Block]:
    """Give the changes that change something, each by its sentence, and the others together."""
    telling = [row for row in rows if not _changes_nothing(row)]
    if telling:
        yield Items(tuple(Data(row.sentence) for row in telling))
    if silent := [row for row in rows if _changes_nothing(row)]:
        yield from of_no_effect(silent)


def incomplete(*, proved: bool) -> Iterator[Block]:
    """Give that time ran out, where it did."""
    if not proved:
        yield Text("Time ran out: what is not proved says so, and some are missing.", "caution")


def _changes_nothing(row: ChangedAnswer) -> bool:
    return row.proved and bool(row.change) and not row.moves and not any(row.change.values())
