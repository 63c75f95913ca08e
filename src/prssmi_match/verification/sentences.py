"""Words that the sentences of several checks share."""

from __future__ import annotations

__all__ = ["are", "counted"]


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "mentee"), counted(2, "mentee")
    ('1 mentee', '2 mentees')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def are(number: int) -> str:
    """Return the verb that goes with a number."""
    return "is" if number == 1 else "are"
