"""What would have to be changed in a document so that a matching exists."""

from __future__ import annotations

from prssmi_match.problem.changes import ChangeKind, Lever, Owner, apply_changes
from prssmi_match.problem.document import Problem
from prssmi_match.problem.facts import Fact
from prssmi_match.solution.part import Part

__all__ = ["Change", "Repair", "Repairs"]


class Change(Part):
    """One change of one rule or fact.

    Attributes
    ----------
    kind : str
        What is done: ``capacity``, ``minimum``, ``pin``, ``mentee_veto``, ...
    rule_id : str
        The id of the rule, or of the fact: ``capacity:oak``, ``mentee_veto:pine:oak``, ...
    fact : Fact
        The same with its parts: what it is, and the ids of the sites that it is about, or the rule's id.
    part : str
        The site that is no longer demanded; the end of a range of people that moves: ``low`` or ``high``.
    owner : str
        Who can make it: ``coordinator``, ``mentor`` or ``mentee``.
    amount : int
        By how much; 1 for what is dropped or lifted. A distance is raised in steps of 50 km.
    cost : int
        Of the whole amount.
    sentence : str
        What to do, in plain words.
    """

    kind: ChangeKind
    rule_id: str
    fact: Fact
    part: str = ""
    owner: Owner
    amount: int
    cost: int
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Repair(Part):
    """Changes that together make a matching possible; without any part of them there is none.

    Attributes
    ----------
    cost : int
        The sum of the costs of the changes.
    changes : tuple of Change
        What is changed, each thing once.
    sentence : str
        All of it as one sentence.
    """

    cost: int
    changes: tuple[Change, ...]
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence

    def apply(self, problem: Problem) -> Problem:
        """Return the document with the changes made; the document itself stays as it is.

        Raises
        ------
        ValueError
            If the document has nothing of what is changed: the repair was made for another one.
        """
        amounts = {Lever(change.kind, change.fact, change.part): change.amount for change in self.changes}
        return apply_changes(problem, amounts)


class Repairs(Part):
    """A menu of repairs, the cheapest first.

    Attributes
    ----------
    complete : bool
        Whether there are no others: False where the menu was cut at its limit, or time ran out.
    """

    repairs: tuple[Repair, ...]
    complete: bool
