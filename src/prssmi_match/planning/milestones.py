"""What is expected of each site of a schedule, held against what was reported of it by a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.planning.expected import expected_milestones
from prssmi_match.problem.progress import MILESTONES, SUBMITTED
from prssmi_match.problem.wording import label
from prssmi_match.problem.wording.days import counted_days
from prssmi_match.problem.wording.milestones import (
    done_sentence,
    milestones_sentence,
    open_sentence,
    short_sentence,
)
from prssmi_match.solution.milestones import MilestoneCount, Milestones, MilestoneStatus, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.progress import MilestoneName, Report
    from prssmi_match.solution.milestones import Expected
    from prssmi_match.solution.schedule import Schedule

__all__ = ["SOON", "assess_milestones", "milestone_status"]

SOON = 14
"""Days ahead from which something counts as due."""


def milestone_status(schedule: Schedule, reports: Iterable[Report], as_of: date, *, soon: int = SOON) -> Milestones:
    """Return what has become of each milestone of a schedule by a day.

    Parameters
    ----------
    schedule : Schedule
        Whose dates the sites were told; without dates, nothing has a day.
    reports : iterable of Report
        What is known, as :func:`prssmi_match.intake.progress.read_progress` reads it; their order means nothing.
    as_of : datetime.date
        The day; nothing is read from the clock.
    soon : int
        Days ahead from which a milestone counts as due.

    Notes
    -----
    Silence is never taken for a failure: what is held among others (a call, a session, a visit) is unknown once its
    day has passed and nobody has said anything. What comes to the program itself (the team's names, the workplan, the
    survey) is overdue without a report, if reports of that kind are kept at all, that is, if there is one of any site.
    """
    told = list(reports)
    visits = schedule.calendar.visits
    expected = expected_milestones(schedule, told)
    return assess_milestones(
        schedule.problem, expected, told, as_of, visitors=(visits.least_travelers, visits.paid_travelers), soon=soon
    )


def assess_milestones(  # noqa: PLR0913 - what is expected, what is known, and two settings
    problem: Problem,
    expected: Sequence[Expected],
    reports: Iterable[Report],
    as_of: date,
    *,
    visitors: tuple[int, int] = (2, 3),
    soon: int = SOON,
) -> Milestones:
    """Return what has become of milestones by a day, in the order in which they are expected.

    Parameters
    ----------
    visitors : tuple of int
        How many of a team must take part in its visit, and how many the program pays for.
    """
    by_key: dict[tuple[str, str, str | None], list[Report]] = defaultdict(list)
    for report in reports:
        by_key[report.site, report.milestone, report.session].append(report)
    day = _Day(problem, as_of, soon, visitors, frozenset(kind for _, kind, _ in by_key))
    rows = tuple(_status(one, by_key[one.site, one.milestone, one.session], day) for one in expected)
    counts = Counter(row.state.value for row in rows)
    sites = len({row.site for row in rows if row.side == "mentee"})
    return Milestones(
        as_of=as_of,
        rows=rows,
        cohort=tuple(_counts(rows)),
        sentence=milestones_sentence(as_of, sites, {state.value: counts[state.value] for state in State}),
    )


@dataclass(frozen=True, slots=True)
class _Day:
    """What a status is worked out from, beside the reports of its milestone."""

    problem: Problem
    as_of: date
    soon: int
    visitors: tuple[int, int]
    kept: frozenset[str]
    """The kinds of which some report is kept."""

    def state(self, due: date | None, *, known: bool) -> State:
        """Return the state of something that is not done, as far as is known."""
        if due is None or (due - self.as_of).days > self.soon:
            return State.NOT_YET
        if due >= self.as_of:
            return State.DUE
        return State.OVERDUE if known else State.UNKNOWN

    def range(self, milestone: MilestoneName) -> tuple[int | None, int | None]:
        """Return how many people a milestone wants at least, and at most."""
        match milestone:
            case "team":
                return self.problem.program.expectations.team_size or (None, None)
            case "visit":
                return self.visitors
            case _:
                return None, None


def _status(one: Expected, reports: Sequence[Report], day: _Day) -> MilestoneStatus:
    done = [report for report in reports if report.done]
    if not done:
        return _open(one, day, known=bool(reports) or (one.milestone in SUBMITTED and one.milestone in day.kept))
    when = min((report.date for report in done if report.date is not None), default=None)
    people = _people(one, done, day)
    least, most = day.range(one.milestone)
    if least is not None and (people is None or people < least):
        return _short(one, people, least, day, when)
    sentence = done_sentence(_name(one, day), one.milestone, one.session, when, people, most)
    return MilestoneStatus(**dict(one), state=State.DONE, sentence=sentence, done_on=when, people=people)


def _people(one: Expected, done: Sequence[Report], day: _Day) -> int | None:
    """Return how many took part; of a team without a number, how many its application stated."""
    stated = max((report.people for report in done if report.people is not None), default=None)
    if stated is None and one.milestone == "team":
        return day.problem.mentee_by_id[one.site].team_size
    return stated


def _short(one: Expected, people: int | None, least: int, day: _Day, when: date | None) -> MilestoneStatus:
    """Return the status of what was reported with too few people, or without their number."""
    state = day.state(one.due, known=True) if people is not None else State.UNKNOWN
    since = _since(one, day) or 0
    late = f", {counted_days(since)} overdue" if state is State.OVERDUE else ""
    sentence = short_sentence(_name(one, day), one.milestone, people, least, late)
    days = _days(one, day, state)
    return MilestoneStatus(**dict(one), state=state, sentence=sentence, days=days, done_on=when, people=people)


def _open(one: Expected, day: _Day, *, known: bool) -> MilestoneStatus:
    state = day.state(one.due, known=known)
    sentence = open_sentence(_name(one, day), one.milestone, one.session, one.due, _since(one, day) or 0, known=known)
    return MilestoneStatus(**dict(one), state=state, sentence=sentence, days=_days(one, day, state))


def _since(one: Expected, day: _Day) -> int | None:
    return None if one.due is None else (day.as_of - one.due).days


def _days(one: Expected, day: _Day, state: State) -> int | None:
    """Return the days since it was due, or until then; None where it is far ahead, or known too little."""
    since = _since(one, day)
    match state:
        case State.DUE:
            return None if since is None else -since
        case State.OVERDUE | State.UNKNOWN:
            return None if since is None or since < 0 else since
        case _:
            return None


def _name(one: Expected, day: _Day) -> str:
    return label(day.problem, "mentees" if one.side == "mentee" else "mentors", one.site)


def _counts(rows: Iterable[MilestoneStatus]) -> Iterable[MilestoneCount]:
    """Yield the counts by milestone, in the order in which things happen; those of mentors last."""
    states: dict[tuple[str, int, int, MilestoneName, str | None], Counter[str]] = defaultdict(Counter)
    for row in rows:
        number = int(row.session) if row.session is not None and row.session.isdecimal() else 0
        states[row.side, MILESTONES.index(row.milestone), number, row.milestone, row.session][row.state.value] += 1
    for (*_, milestone, session), counts in sorted(states.items(), key=lambda item: item[0][:3]):
        numbers = {state.value: counts[state.value] for state in State}
        yield MilestoneCount(milestone=milestone, session=session, **numbers)
