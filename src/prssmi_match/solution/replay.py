"""Whether a recorded run comes out the same again."""

from __future__ import annotations

from prssmi_match.solution.part import Part
from prssmi_match.solution.status import Status

__all__ = ["Difference", "Replay"]


class Difference(Part):
    """Something that is not as it was recorded.

    Attributes
    ----------
    what : str
        ``record`` (it was changed by hand), ``input``, ``answer`` (the recorded one is not what it claims), ``status``,
        ``tier``, ``pairs``.
    """

    what: str
    recorded: str
    now: str
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Replay(Part):
    """A recorded run, solved again.

    Attributes
    ----------
    same : bool or None
        Whether everything is as it was recorded; None where that was not proved in time, or was not proved then.
    status : Status
        Of the search now.
    versions : dict of str to (str, str)
        The versions that are others now, each with the recorded one and the one in use.
    """

    same: bool | None
    status: Status
    differences: tuple[Difference, ...]
    versions: dict[str, tuple[str, str]]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
