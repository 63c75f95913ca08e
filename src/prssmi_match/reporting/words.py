"""Words that several sections share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import aim_changes, label_mentee, label_mentor
from prssmi_match.reporting.document import Data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.document import Part

__all__ = ["counted", "joined", "lost_words", "name_mentee", "name_mentor"]


def name_mentee(problem: Problem, mentee: str) -> Data:
    """Return what a mentee is called, as data."""
    return Data(label_mentee(problem, mentee))


def name_mentor(problem: Problem, mentor: str) -> Data:
    """Return what a mentor is called, as data."""
    return Data(label_mentor(problem, mentor))


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "mentee"), counted(2, "mentee")
    ('1 mentee', '2 mentees')
    """
    return f"{count} {singular if count == 1 else plural or f'{singular}s'}"


def joined(parts: Iterable[Part], separator: str = ", ") -> tuple[Part, ...]:
    """Return parts with a separator between them; each piece of data stays apart from the next."""
    content: list[Part] = []
    for part in parts:
        content += [separator, part] if content else [part]
    return tuple(content)


def lost_words(problem: Problem, losses: Mapping[str, int]) -> str:
    """Return what aims lose and gain by name, in words; empty where none does. How the lots fell is no loss."""
    return aim_changes(problem, {tier: -loss for tier, loss in losses.items()})
