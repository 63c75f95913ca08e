"""The sites of both sides, as what rules and criteria are worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.compatibility.stated import Stated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile

__all__ = ["Sides"]


@dataclass(frozen=True)
class Sides:
    """The mentees and mentors among whom pairs are looked at, each with its position."""

    mentees: tuple[MenteeProfile, ...]
    mentors: tuple[MentorProfile, ...]

    @cached_property
    def mentee_index(self) -> dict[str, int]:
        """The position of each mentee by id."""
        return {mentee.id: mentee.index for mentee in self.mentees}

    @cached_property
    def mentor_index(self) -> dict[str, int]:
        """The position of each mentor by id."""
        return {mentor.id: mentor.index for mentor in self.mentors}

    def stated(self, rows: Iterable[tuple[str, str, int]]) -> Stated:
        """Return what rows of mentee, mentor and number say of single pairs; sites of other cohorts are left out."""
        mentees, mentors = self.mentee_index, self.mentor_index
        return Stated(
            (
                (mentees[mentee], mentors[mentor], value)
                for mentee, mentor, value in rows
                if mentee in mentees and mentor in mentors
            ),
            len(self.mentors),
        )
