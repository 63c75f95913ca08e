"""The views of a result: for each site, only what its letter may know."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prssmi_match.problem.history import rounds_together
from prssmi_match.problem.text import fold
from prssmi_match.reporting.characters import encodable, in_one_line
from prssmi_match.reporting.letters.dates import dates_of_mentee, dates_of_pair, sessions_of_mentor
from prssmi_match.reporting.letters.places import has_too_few_places
from prssmi_match.reporting.letters.view import (
    Dates,
    Guest,
    Host,
    LetterKind,
    MenteeView,
    MentorView,
    Round,
    Site,
    WhyWithout,
)
from prssmi_match.solution.explanation import WhyUnmatched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.solution.explanation import UnmatchedReason
    from prssmi_match.solution.matching import Pair
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.schedule import Schedule

__all__ = ["ViewBuilder", "round_of"]

_KINDS = {
    WhyUnmatched.NO_MENTOR: WhyWithout.NO_MENTOR,
    WhyUnmatched.HELD_BACK: WhyWithout.RULES,
    WhyUnmatched.OUTRANKED: WhyWithout.AIMS,
    WhyUnmatched.DRAWN: WhyWithout.DRAW,
    WhyUnmatched.OPEN: WhyWithout.UNKNOWN,
}
_NAMELESS = "(no name)"
_TEAM = "The program team"


def round_of(problem: Problem, sender: str | None, reply_by: date | None) -> Round:
    """Return what is the same in all letters."""
    lines = [_line(line) for line in (sender or "").splitlines()]
    expected = problem.program.expectations
    return Round(
        name=_line(problem.name or ""),
        sender="\n".join(lines).strip() or _TEAM,
        reply_by=reply_by,
        team=expected.team_size,
        travelers=expected.travelers,
    )


def _line(text: str) -> str:
    return in_one_line(encodable(text))


def _site(site: Mentee | Mentor) -> Site:
    name = _line(site.name or site.id) or _line(site.id) or _NAMELESS
    return Site(name=name, organization=_line(site.organization or ""), state=_line(site.state or ""))


class ViewBuilder:
    """Makes the views of one result.

    Parameters
    ----------
    reasons : iterable of UnmatchedReason
        Of the mentees without a mentor; of these only the kind is used.
    schedule : Schedule or None
        The dates of the same matching.
    """

    def __init__(
        self,
        result: Result,
        common: Round,
        reasons: Iterable[UnmatchedReason],
        schedule: Schedule | None,
    ) -> None:
        self._problem = result.problem
        self._matching = result.matching
        self._conditions = result.conditions
        self._common = common
        self._kinds = {reason.mentee: reason.kind for reason in reasons}
        self._schedule = schedule

    def mentees(self) -> Iterator[tuple[str, MenteeView]]:
        """Give the views of mentees in the order of ids; one that has withdrawn gets no letter."""
        pairs = {pair.mentee: pair for pair in self._matching.pairs}
        for mentee in self._problem.mentee_by_id.values():
            if mentee.id in pairs:
                yield mentee.id, self._matched(mentee, pairs[mentee.id])
            elif mentee.available:
                reason = self._reason(mentee.id)
                yield mentee.id, MenteeView(LetterKind.MENTEE_UNMATCHED, self._common, _site(mentee), reason=reason)
            elif mentee.status == "hold":
                yield mentee.id, MenteeView(LetterKind.MENTEE_ON_HOLD, self._common, _site(mentee))

    def mentors(self) -> Iterator[tuple[str, MentorView]]:
        """Give the views of mentors in the order of ids; one that has withdrawn gets no letter."""
        for mentor in self._problem.mentor_by_id.values():
            guests = self._guests(mentor)
            if guests:
                sessions = () if self._schedule is None else sessions_of_mentor(self._schedule, mentor.id)
                yield mentor.id, MentorView(LetterKind.MENTOR_MATCHED, self._common, _site(mentor), guests, sessions)
            elif mentor.available:
                yield mentor.id, MentorView(LetterKind.MENTOR_UNUSED, self._common, _site(mentor))

    def _reason(self, mentee: str) -> WhyWithout:
        why = _KINDS[self._kinds.get(mentee, WhyUnmatched.OPEN)]
        return WhyWithout.PLACES if why is WhyWithout.AIMS and has_too_few_places(self._problem) else why

    def _matched(self, mentee: Mentee, pair: Pair) -> MenteeView:
        mentor = self._problem.mentor_by_id[pair.mentor]
        host = Host(
            site=_site(mentor),
            settings=tuple(_words(name) for name in sorted(mentee.settings) if name in mentor.settings),
            topics=_topics(mentee, mentor),
            was_wished=any(mentor.id in group for group in mentee.preferences),
            met_before=self._met_before(mentee, mentor.id),
        )
        return MenteeView(
            kind=LetterKind.MENTEE_MATCHED,
            round=self._common,
            site=_site(mentee),
            host=host,
            is_provisional=pair.provisional,
            conditions=tuple(_line(row.sentence) for row in self._conditions if row.mentee == mentee.id),
            dates=Dates() if self._schedule is None else dates_of_mentee(self._schedule, pair, self._name),
        )

    def _guests(self, mentor: Mentor) -> tuple[Guest, ...]:
        pairs = [pair for pair in self._matching.pairs if pair.mentor == mentor.id]
        sites = {pair.mentee: _site(self._problem.mentee_by_id[pair.mentee]) for pair in pairs}
        names = Counter(site.name for site in sites.values())
        guests = [self._guest(mentor, pair, sites[pair.mentee], names) for pair in pairs]
        return tuple(sorted(guests, key=lambda guest: guest.site.name))

    def _guest(self, mentor: Mentor, pair: Pair, site: Site, names: Counter[str]) -> Guest:
        mentee = self._problem.mentee_by_id[pair.mentee]
        if names[site.name] > 1:
            site = Site(f"{site.name} ({_line(mentee.id)})", site.organization, site.state)
        return Guest(
            site=site,
            settings=tuple(_words(name) for name in sorted(mentee.settings)),
            topics=_topics(mentee),
            known_topics=_topics(mentee, mentor),
            is_provisional=pair.provisional,
            met_before=self._met_before(mentee, mentor.id),
            dates=Dates() if self._schedule is None else dates_of_pair(self._schedule, pair, self._name),
        )

    def _met_before(self, mentee: Mentee, mentor: str) -> bool:
        return mentor in mentee.prior_mentors or bool(rounds_together(self._problem.history, mentee.id, mentor))

    def _name(self, mentee: str) -> str:
        return _site(self._problem.mentee_by_id[mentee]).name


def _topics(mentee: Mentee, mentor: Mentor | None = None) -> tuple[str, ...]:
    """Return the topics of a mentee as it writes them, the most wanted first; only those that the mentor knows too."""
    known = None if mentor is None else {fold(topic) for topic in mentor.topics}
    topics = sorted(mentee.topics, key=lambda topic: (-mentee.topics[topic], fold(topic)))
    return tuple(_line(topic) for topic in topics if known is None or fold(topic) in known)


def _words(name: str) -> str:
    return name.replace("_", " ")
