"""Why no matching keeps all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Conflict", "ConflictMember"]


class ConflictMember(Part):
    """A rule or fact of a conflict.

    Attributes
    ----------
    rule_id : str
        The rule's id, or the fact's: ``capacity:oak``, ``mentee_veto:pine:oak``, ``mentor_availability:oak``, ...
    sentence : str
        The rule or fact in plain words.
    """

    rule_id: str
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Conflict(Part):
    """A set of rules and facts that cannot all hold; iterating gives its members.

    Attributes
    ----------
    minimal : bool
        Proved: without any one member, the others can hold. False only when time ran out.
    """

    members: tuple[ConflictMember, ...]
    minimal: bool = True

    def __iter__(self) -> Iterator[ConflictMember]:  # type: ignore[override] # its members, not its fields
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)

    @property
    def sentence(self) -> str:
        """All members as one sentence."""
        parts = [member.sentence.removesuffix(".") for member in self.members]
        match parts:
            case []:
                return "Which rules and facts cannot all hold was not worked out."
            case [only]:
                return f"This cannot hold: {only}."
            case [first, second]:
                return f"These two cannot both hold: {first}; {second}."
            case _:
                listed = "; ".join(f"({number}) {part}" for number, part in enumerate(parts, start=1))
                return f"These {len(parts)} cannot all hold: {listed}."

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence
