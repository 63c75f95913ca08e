"""Read-only indexes of a problem and a matching."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration, label_mentee, label_mentor
from prssmi_match.verification.admissibility import Admissibility
from prssmi_match.verification.sites import Sites
from prssmi_match.verification.stability import find_blocking_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching

__all__ = ["View"]


class View:
    """A matching seen beside its problem.

    The indexes hold each pair of known sites once; what else was written is for ``known_site`` and ``one_mentor``.

    Parameters
    ----------
    problem : Problem
        The document.
    matching : Matching
        Any matching, also one that breaks every rule.
    """

    def __init__(self, problem: Problem, matching: Matching) -> None:
        self.problem = problem
        self.sites = Sites(problem)
        self.admissibility = Admissibility(self.sites)
        self.written = sorted((pair.mentee, pair.mentor) for pair in matching.pairs)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of known sites, each once, in order."""
        mentees, mentors = self.sites.mentees, self.sites.mentors
        known = {pair for pair in self.written if pair[0] in mentees and pair[1] in mentors}
        return tuple(sorted(known))

    @cached_property
    def mentors_of(self) -> Mapping[str, tuple[str, ...]]:
        """Matched mentee to its mentors; more than one only in an invalid matching."""
        return _grouped(self.pairs)

    @cached_property
    def mentees_of(self) -> Mapping[str, tuple[str, ...]]:
        """Used mentor to its mentees."""
        return _grouped((mentor, mentee) for mentee, mentor in self.pairs)

    def members_at(self, mentor: str, mentees: Iterable[str]) -> tuple[str, ...]:
        """Return those of some mentees that a mentor has, sorted."""
        members = set(mentees)
        return tuple(mentee for mentee in self.mentees_of.get(mentor, ()) if mentee in members)

    @cached_property
    def blocking_pairs(self) -> tuple[tuple[str, str], ...]:
        """The blocking pairs, whether or not ``stability`` is a rule."""
        return find_blocking_pairs(self)

    def mentee_name(self, mentee: str) -> str:
        """Return what a mentee is called."""
        return label_mentee(self.problem, mentee)

    def mentor_name(self, mentor: str) -> str:
        """Return what a mentor is called."""
        return label_mentor(self.problem, mentor)

    def mentee_names(self, mentees: Iterable[str]) -> str:
        """Return what mentees are called, joined."""
        return enumeration(map(self.mentee_name, mentees))

    def mentor_names(self, mentors: Iterable[str]) -> str:
        """Return what mentors are called, joined."""
        return enumeration(map(self.mentor_name, mentors))


def _grouped(items: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, value in items:
        groups.setdefault(key, []).append(value)
    return {key: tuple(sorted(values)) for key, values in sorted(groups.items())}
