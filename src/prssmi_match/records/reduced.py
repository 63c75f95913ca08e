"""A problem without what the match does not read, and with tokens in place of what people typed.

Ids stay as they are, because the public draw hashes them; so the reduced problem has the very same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES, needs_of
from prssmi_match.problem.criteria import PastDisappointment
from prssmi_match.problem.policy import criteria_of
from prssmi_match.problem.rules import Quota
from prssmi_match.records.tokens import tokens_of

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.history import PastRow
    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.problem.rules import Rule
    from prssmi_match.records.tokens import Tokens

__all__ = ["TYPED", "reduced"]

Site = TypeVar("Site", "Mentee", "Mentor")
TYPED = frozenset({"organization", "topics", "attributes", "state"})
"""Fields of sites in which tokens stand."""


def reduced(problem: Problem) -> Problem:
    """Return a problem with ids and what rules and aims read; rows in the order of ids.

    Organizations, topics and attributes, and states other than codes, become tokens, which are equal where they were.
    """
    needs, tokens = needs_of(problem), tokens_of(problem)
    mentees = tuple(_site(site, needs.mentees, tokens) for site in problem.mentee_by_id.values())
    mentors = tuple(_site(site, needs.mentors, tokens) for site in problem.mentor_by_id.values())
    return problem.model_copy(
        update={
            "name": None,
            "mentees": mentees,
            "mentors": mentors,
            "pairs": tuple(sorted(problem.pairs, key=lambda row: (row.mentee, row.mentor))),
            "previous": tuple(sorted(problem.previous, key=lambda row: (row.mentee, row.mentor))),
            "history": _history(problem),
            "rules": tuple(_rule(rule, tokens) for rule in problem.rules),
        }
    )


def _site(site: Site, needed: set[str], tokens: Tokens) -> Site:
    attributes = {
        name: tokens.value(f"{ATTRIBUTES}{name}", value)
        for name, value in site.attributes.items()
        if f"{ATTRIBUTES}{name}" in needed
    }
    update = {
        "name": None,
        "organization": tokens.organization(site.organization),
        "state": tokens.value("state", site.state) if site.state is not None and "state" in needed else None,
        "topics": tokens.topics(site.topics),
        "attributes": attributes,
        "location": site.location if "location" in needed else None,
    }
    return site.model_copy(update=update)


def _history(problem: Problem) -> tuple[PastRow, ...]:
    """Return who was with whom in which round; how it went only where an aim reads it."""
    criteria = {type(criterion) for tier in problem.program.tiers for criterion in criteria_of(tier)}
    silent: dict[str, object] = {"lessons": None, "answers": {}}
    if PastDisappointment not in criteria:
        silent |= {"outcome": None, "satisfaction": None}
    rows = sorted(problem.history, key=lambda row: (row.round, row.mentee))
    return tuple(row.model_copy(update=silent) for row in rows)


def _rule(rule: Rule, tokens: Tokens) -> Rule:
    update: dict[str, object] = {"reason": None}
    if isinstance(rule, Quota):
        update["where"] = {field: tokens.value(field, text) for field, text in rule.where.items()}
    return rule.model_copy(update=update)
