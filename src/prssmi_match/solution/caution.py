"""What a coordinator should look at, though the input can be used as it is."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["Caution"]


class Caution(Part):
    """A warning: a stable code, the sites that it is about, and a sentence."""

    code: str
    sites: tuple[str, ...] = ()
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
