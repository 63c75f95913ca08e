"""A problem without what the match does not read: no names, reasons, lessons or attributes that nobody asks for.

Ids stay as they are, because the public draw hashes them; so the reduced problem has the very same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES, needs_of
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["reduced"]

Site = TypeVar("Site", "Mentee", "Mentor")


def reduced(problem: Problem) -> Problem:
    """Return a problem with ids and what rules and aims read; rows in the order of ids.

    Organizations become tokens, which are equal where they were.
    """
    needs, tokens = needs_of(problem), _tokens(problem)
    mentees = tuple(_site(site, needs.mentees, tokens) for site in problem.mentee_by_id.values())
    mentors = tuple(_site(site, needs.mentors, tokens) for site in problem.mentor_by_id.values())
    return problem.model_copy(
        update={
            "name": None,
            "mentees": mentees,
            "mentors": mentors,
            "pairs": tuple(sorted(problem.pairs, key=lambda row: (row.mentee, row.mentor))),
            "previous": tuple(sorted(problem.previous, key=lambda row: (row.mentee, row.mentor))),
            "history": tuple(
                row.model_copy(update={"lessons": None, "answers": {}})
                for row in sorted(problem.history, key=lambda row: (row.round, row.mentee))
            ),
            "rules": tuple(rule.model_copy(update={"reason": None}) for rule in problem.rules),
        }
    )


def _tokens(problem: Problem) -> dict[str, str]:
    stated = [site.organization for site in problem.mentees] + [site.organization for site in problem.mentors]
    names = sorted({folded for organization in stated if (folded := fold(organization or ""))})
    return {name: f"organization-{number}" for number, name in enumerate(names, start=1)}


def _site(site: Site, needed: set[str], tokens: dict[str, str]) -> Site:
    kept = {name: value for name, value in site.attributes.items() if f"{ATTRIBUTES}{name}" in needed}
    update = {
        "name": None,
        "organization": tokens.get(fold(site.organization or "")),
        "state": site.state if "state" in needed else None,
        "attributes": kept,
        "location": site.location if "location" in needed else None,
    }
    return site.model_copy(update=update)
