"""What became of one tier of the policy."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["TierResult"]


class TierResult(Part):
    """What became of one tier.

    Attributes
    ----------
    name : str
        The tier's name in the policy.
    best : int
        The best value found when the tier was solved.
    bound : int
        The value that no matching can exceed, given the earlier tiers.
    proved : bool
        Whether best and bound meet.
    value : int
        The value of the final answer; below ``best`` only by ``give_up``.
    seconds : float
        Time that the tier took.
    profile : tuple of int or None
        Of leximin: the levels, worst first. Of rank tiers: mentees by group, unlisted last. Else None.
    """

    name: str
    best: int
    bound: int
    proved: bool
    value: int
    seconds: float
    profile: tuple[int, ...] | None = None
