"""A scenario: what is different about a document, so that many of them can be matched side by side."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from prssmi_match.problem.document import Problem
from prssmi_match.problem.rules import Rule
from prssmi_match.problem.values import LARGEST, Count, Document, Rows, SiteId, Text

__all__ = ["Scenario", "Scenarios"]

Weight = Annotated[int, Field(ge=1, le=LARGEST)]


class Scenario(Document):
    """Changes of one document, made together; or another document.

    Attributes
    ----------
    problem : Problem or None
        Another document in place of the one that is asked about; the changes are then made to it.
    withdrawn : tuple of str
        Sites that leave, on whichever side they are.
    capacities : dict of str to int
        ``max_mentees`` by mentor.
    weights : dict of str to dict of str to int
        Weights by tier and criterion.
    rules : tuple of Rule
        More rules; one with the id of another rule takes its place.
    without_rules : tuple of str
        Rules that are dropped, by id.
    seed : int or None
        Of the lottery.
    """

    name: Text
    problem: Problem | None = None
    withdrawn: Rows[SiteId] = ()
    capacities: dict[SiteId, Count] = Field(default={}, description="max_mentees by mentor")
    weights: dict[Text, dict[Text, Weight]] = Field(default={}, description="weights by tier and criterion")
    rules: Rows[Rule] = Field(default=(), description="more rules; one with the id of another takes its place")
    without_rules: Rows[Text] = Field(default=(), description="ids of rules that are dropped")
    seed: Annotated[int, Field(ge=-(2**63), lt=2**63)] | None = Field(default=None, description="of the lottery")


class Scenarios(Document):
    """A file of scenarios; their names are told apart."""

    scenarios: Rows[Scenario]
