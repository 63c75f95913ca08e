"""What becomes different for one mentee between two answers."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["Move"]


class Move(Part):
    """A mentee that is with another mentor, or with none (None), afterwards."""

    mentee: str
    before: str | None
    after: str | None
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
