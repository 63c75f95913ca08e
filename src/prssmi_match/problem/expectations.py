"""What the program expects of a mentee, without refusing anybody."""

from __future__ import annotations

from pydantic import Field

from prssmi_match.problem.values import Document, Range

__all__ = ["Expectations"]


class Expectations(Document):
    """Ranges outside which a matched mentee gets a condition on the answer; null is no expectation."""

    team_size: Range | None = Field(default=None, description="people in the mentee's team")
    travelers: Range | None = Field(default=None, description="people whose travel the program pays for")
