"""Why no matching keeps all rules."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["Conflict", "ConflictMember"]


class ConflictMember(Part):
    """A rule or fact of a conflict.

    Attributes
    ----------
    rule_id : str
        The rule's id, or the fact's: ``capacity:oak``, ``veto:pine:oak``, ``availability:oak``, ...
    sentence : str
        The rule or fact in plain words.
    """

    rule_id: str
    sentence: str


class Conflict(Part):
    """A set of rules and facts that cannot all hold.

    Attributes
    ----------
    minimal : bool
        Proved: without any one member, the others can hold. False only when time ran out.
    """

    members: tuple[ConflictMember, ...]
    minimal: bool = True
