"""Whose seat turned on what a tier gave up."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["SeatsGivenUp"]


class SeatsGivenUp(Part):
    """The mentees that are matched, or not, only because tiers gave up some of their value.

    Attributes
    ----------
    tiers : tuple of str
        The tiers whose final value is below their best.
    gained, lost : tuple of str
        Ids of mentees matched only thanks to that, and of those that would be matched without it.
    known : bool
        False where time ran out before this was worked out.
    """

    tiers: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    known: bool = True
