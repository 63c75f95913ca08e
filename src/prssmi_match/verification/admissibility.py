"""Which pairs are possible at all, before any count or choice."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.problem.rules import Eligibility, Forbid
from prssmi_match.verification.eligibility import covers_settings, failed_tests

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.verification.sites import Sites

__all__ = ["Admissibility"]


class Admissibility:
    """The pairs that are possible, each worked out once, when it is asked for.

    Parameters
    ----------
    sites : Sites
        What is known of the sites.
    """

    def __init__(self, sites: Sites) -> None:
        self.sites = sites
        rules = [named.rule for named in sites.problem.program.rules]
        self.eligibility = [rule for rule in rules if isinstance(rule, Eligibility)]
        self.forbidden = {(rule.mentee, rule.mentor) for rule in rules if isinstance(rule, Forbid)}
        self.states_setting = any(rule.setting is not None for rule in self.eligibility)
        self._known: dict[tuple[str, str], bool] = {}
        self._mentors_of: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _available(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(self.sites.available_mentees), frozenset(self.sites.available_mentors)

    def is_admissible(self, mentee: str, mentor: str) -> bool:
        """Tell whether a pair is possible: available, not vetoed, eligible, not forbidden."""
        pair = (mentee, mentor)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = self._passes(mentee, mentor)
        return found

    def mentors_of(self, mentee: str) -> tuple[str, ...]:
        """Return the mentors that are possible for a mentee, sorted."""
        if mentee not in self._mentors_of:
            worth = self._worth_asking(mentee)
            self._mentors_of[mentee] = tuple(mentor for mentor in worth if self.is_admissible(mentee, mentor))
        return self._mentors_of[mentee]

    def _worth_asking(self, mentee: str) -> Iterable[str]:
        """Return the mentors that a rule about rows or lists leaves; asking thousands of others would take long."""
        if any(rule.scored_only for rule in self.eligibility):
            return sorted(self.sites.mentors_in_rows.get(mentee, ()))
        listed = self.sites.groups["mentee", mentee]
        if listed and any(rule.listed_only for rule in self.eligibility):
            return sorted(listed)
        return self.sites.available_mentors

    def is_vetoed(self, mentee: str, mentor: str) -> bool:
        """Tell whether either side finds the other unacceptable."""
        sites = self.sites
        return mentor in sites.mentees[mentee].unacceptable or mentee in sites.mentors[mentor].unacceptable

    def is_same_organization(self, mentee: str, mentor: str) -> bool:
        """Tell whether both sides are one organization, by its folded name or by their id."""
        name = self.sites.organizations["mentee", mentee]
        return mentee == mentor or (bool(name) and name == self.sites.organizations["mentor", mentor])

    def misses_default_setting(self, mentee: str, mentor: str) -> bool:
        """Tell whether a pair fails the test that applies where no rule states a setting."""
        return not self.states_setting and not covers_settings("any", self.sites, mentee, mentor)

    def _passes(self, mentee: str, mentor: str) -> bool:
        mentees, mentors = self._available
        return (
            mentee in mentees
            and mentor in mentors
            and (mentee, mentor) not in self.forbidden
            and not self.is_vetoed(mentee, mentor)
            and not self.is_same_organization(mentee, mentor)
            and not self.misses_default_setting(mentee, mentor)
            and not any(True for rule in self.eligibility for _ in failed_tests(rule, self.sites, mentee, mentor))
        )
