"""What one place more or fewer at each mentor would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Section, Text
from prssmi_match.reporting.sections.changed_answers import changed_answers, incomplete
from prssmi_match.reporting.words import joined, name_mentor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.slot_values import SlotValue, SlotValues

__all__ = ["build_slot_values"]


def build_slot_values(problem: Problem, values: SlotValues) -> Iterator[Section]:
    """Return what each place is worth."""

    def of_no_effect(rows: Sequence[SlotValue]) -> Iterator[Block]:
        for slots, words in ((1, "One place more changes nothing at "), (-1, "One place fewer changes nothing at ")):
            if mentors := [row.mentor for row in rows if row.slots == slots]:
                yield Text((words, *joined(name_mentor(problem, mentor) for mentor in mentors), "."))

    blocks = (*incomplete(proved=values.proved), *changed_answers(values.rows, of_no_effect))
    nothing = (Text("There is no mentor whose places could be changed."),)
    yield Section("slot-values", "What one place more or fewer would change", blocks or nothing)
