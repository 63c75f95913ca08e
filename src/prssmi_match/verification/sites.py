"""Read-only indexes of the sites of a problem: what is known of each, ready to be compared."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.history import PastRow
    from prssmi_match.problem.participants import Mentee, Mentor, PairRow

__all__ = ["Site", "Sites", "comparable"]

Site = Literal["mentee", "mentor"]
Groups = dict[str, int]


class Sites:
    """What is known of the sites, each index built when it is first read.

    Parameters
    ----------
    problem : Problem
        The document.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.mentees: Mapping[str, Mentee] = problem.mentee_by_id
        self.mentors: Mapping[str, Mentor] = problem.mentor_by_id

    @cached_property
    def available_mentees(self) -> tuple[str, ...]:
        """Ids of the mentees that can be matched, sorted."""
        return tuple(sorted(mentee.id for mentee in self.mentees.values() if mentee.status in {"ready", "provisional"}))

    @cached_property
    def available_mentors(self) -> tuple[str, ...]:
        """Ids of the mentors that can be matched, sorted."""
        return tuple(sorted(mentor.id for mentor in self.mentors.values() if mentor.status == "active"))

    @cached_property
    def capacity(self) -> Mapping[str, int]:
        """Mentor id to the most mentees that it takes."""
        return {mentor.id: self.problem.capacity(mentor) for mentor in self.mentors.values()}

    @cached_property
    def rows(self) -> Mapping[tuple[str, str], PairRow]:
        """The rows that state something of one pair."""
        return {(row.mentee, row.mentor): row for row in self.problem.pairs}

    @cached_property
    def mentors_in_rows(self) -> Mapping[str, list[str]]:
        """Mentee id to the mentors with which it has a row."""
        found: dict[str, list[str]] = {}
        for mentee, mentor in self.rows:
            found.setdefault(mentee, []).append(mentor)
        return found

    @cached_property
    def past_rounds(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """Mentee and mentor to the earlier rounds in which they were a pair, in order."""
        rounds: dict[tuple[str, str], list[int]] = {}
        for row in self.problem.history:
            if row.mentor is not None:
                rounds.setdefault((row.mentee, row.mentor), []).append(row.round)
        return {pair: tuple(sorted(found)) for pair, found in rounds.items()}

    @cached_property
    def last_round(self) -> tuple[PastRow, ...]:
        """What is known of the greatest of the earlier rounds."""
        last = max((row.round for row in self.problem.history), default=None)
        return tuple(row for row in self.problem.history if row.round == last)

    @cached_property
    def settings(self) -> Mapping[tuple[Site, str], frozenset[str]]:
        """The settings of a site; empty is unknown."""
        return {site: frozenset(known.settings) for site, known in self._all()}

    @cached_property
    def organizations(self) -> Mapping[tuple[Site, str], str]:
        """The folded organization of a site; empty is unknown."""
        return {site: fold(known.organization or "") for site, known in self._all()}

    @cached_property
    def topics(self) -> Mapping[tuple[Site, str], Mapping[str, int]]:
        """Folded topic to priority (mentee) or expertise (mentor)."""
        return {site: {fold(topic): level for topic, level in known.topics.items()} for site, known in self._all()}

    @cached_property
    def groups(self) -> Mapping[tuple[Site, str], Groups]:
        """Listed id to the number of its group, from 0; empty where a site states no preference."""
        return {site: _numbered(known.preferences) for site, known in self._all()}

    @cached_property
    def meters(self) -> dict[tuple[str, str], int]:
        """Distances that were computed before, by pair."""
        return {}

    def workload(self, mentee: str, mentor: str) -> int:
        """Return what a pair counts against the mentor's workload."""
        row = self.rows.get((mentee, mentor))
        return self.mentees[mentee].workload if row is None or row.workload is None else row.workload

    def _all(self) -> Iterable[tuple[tuple[Site, str], Mentee | Mentor]]:
        yield from ((("mentee", mentee.id), mentee) for mentee in self.mentees.values())
        yield from ((("mentor", mentor.id), mentor) for mentor in self.mentors.values())


def comparable(site: Mentee | Mentor, field: str) -> str | None:
    """Return the text of ``state``, ``locale`` or ``attributes.X``; None where it is unknown, as blank text is."""
    match field:
        case "state":
            text = site.state
        case "locale":
            text = site.locale
        case _:
            text = site.attributes.get(field.removeprefix("attributes."))
    return text if text is not None and text.strip() else None


def _numbered(preferences: tuple[tuple[str, ...], ...]) -> Groups:
    return {site: number for number, group in enumerate(preferences) for site in group}
