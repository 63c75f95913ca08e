"""What is wrong with a cell, before its place is known."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Complaint"]


@dataclass(frozen=True, slots=True)
class Complaint:
    """A defect of one cell: a stable code, what is expected instead, and a sentence with the fix."""

    code: str
    expected: str
    sentence: str
