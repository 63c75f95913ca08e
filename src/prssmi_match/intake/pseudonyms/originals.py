"""What a document says of somebody: the sites and organizations, and the texts that name one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.intake.pseudonyms.entry import Entry
from prssmi_match.intake.pseudonyms.needs import ATTRIBUTES
from prssmi_match.problem.presets import PRESETS
from prssmi_match.problem.rules import Quota

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.intake.pseudonyms.names import Names
    from prssmi_match.intake.pseudonyms.needs import Needs
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor

__all__ = ["public_rule_ids", "sites_of", "texts_of"]


def sites_of(problem: Problem) -> Iterator[Entry]:
    """Yield an entry for every site, also for ids that only an earlier round knows, and for every organization."""
    for mentee in problem.mentees:
        yield Entry("mentee", mentee.id, mentee.name or "", _organization(mentee))
        yield from (Entry("mentor", site) for site in mentee.prior_mentors)
    for mentor in problem.mentors:
        yield Entry("mentor", mentor.id, mentor.name or "", _organization(mentor))
    for pair in problem.previous:
        yield Entry("mentee", pair.mentee)
        yield Entry("mentor", pair.mentor)
    for row in problem.history:
        yield Entry("mentee", row.mentee)
        if row.mentor is not None:
            yield Entry("mentor", row.mentor)
    for site in _sites(problem):
        if organization := _organization(site):
            yield Entry("organization", organization)


def texts_of(problem: Problem, needs: Needs, names: Names) -> Iterator[Entry]:
    """Yield an entry for every other text that stays and names somebody.

    Ids of rules are typed with single sites in mind: there, one word of a name is enough. Ids of the preset's rules
    name nobody, and have a meaning that must stay.
    """
    for topic in {topic for site in _sites(problem) for topic in site.topics}:
        if names.are_in(topic):
            yield Entry("topic", topic)
    for field in {field for field in needs.mentees | needs.mentors if field.startswith(ATTRIBUTES)}:
        if names.are_in(field.removeprefix(ATTRIBUTES)):
            yield Entry("field", field.removeprefix(ATTRIBUTES))
    for tier in problem.policy.tiers if problem.policy else ():
        if names.are_in(tier.name):
            yield Entry("tier", tier.name)
    for value in set(_values(problem, needs)):
        if names.are_in(value):
            yield Entry("value", value)
    for rule in problem.rules:
        if rule.id and rule.id not in public_rule_ids(problem) and names.share_a_word_with(rule.id):
            yield Entry("rule", rule.id)


def public_rule_ids(problem: Problem) -> set[str | None]:
    """Return the ids of the preset's rules; a rule of the document with one of them replaces the preset's."""
    return {rule.id for rule in PRESETS[problem.preset].rules}


def _organization(site: Mentee | Mentor) -> str:
    known = site.organization or ""
    return known if known.strip() else ""


def _sites(problem: Problem) -> Iterator[Mentee | Mentor]:
    yield from problem.mentees
    yield from problem.mentors


def _values(problem: Problem, needs: Needs) -> Iterator[str]:
    """Yield the states and the values of attributes that stay, and those that a quota asks for."""
    for mentee in problem.mentees:
        yield from _values_of(mentee, needs.mentees)
    for mentor in problem.mentors:
        yield from _values_of(mentor, needs.mentors)
    for rule in problem.rules:
        if isinstance(rule, Quota):
            yield from (text for field, text in rule.where.items() if field == "state" or field.startswith(ATTRIBUTES))


def _values_of(site: Mentee | Mentor, needed: set[str]) -> Iterator[str]:
    yield from (text for name, text in site.attributes.items() if f"{ATTRIBUTES}{name}" in needed)
    if site.state and "state" in needed:
        yield site.state
