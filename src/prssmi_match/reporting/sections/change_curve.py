"""What each earlier pair that may change would gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Data, Items, Section, Text
from prssmi_match.reporting.sections.changed_answers import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Block
    from prssmi_match.solution.change_curve import ChangeCurve

__all__ = ["build_change_curve"]


def build_change_curve(_: Problem, curve: ChangeCurve) -> Iterator[Section]:
    """Return the choices between keeping pairs and the aims, so that a person can choose."""
    blocks: list[Block] = [*incomplete(proved=curve.proved), Text(Data(curve.sentence))]
    if len(curve.rows) > 1:
        blocks.append(Items(tuple(Data(row.sentence) for row in curve.rows if row.allowed >= (curve.fewest or 0))))
    yield Section("change-curve", "What changing more pairs would gain", tuple(blocks))
