"""The days on which a mentee can visit its mentor."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING

from prssmi_match.planning.days import Refusal
from prssmi_match.planning.events import Option
from prssmi_match.problem.calendar.grounds import Ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from prssmi_match.planning.days import Days, Site

__all__ = ["merged", "visit_options"]


def visit_options(days: Days, mentee: Site, mentor: Site, last: date, *, full: bool) -> tuple[Option, ...]:
    """Return the visits that end by a day; unless ``full``, those that nothing stands against.

    Both sites are asked for each day by its date, wherever they are: a team that travels is not at home.
    """
    calendar = days.calendar
    length = calendar.visits.days
    options = []
    for offset in range((last - calendar.start).days + 2 - length):
        first = calendar.start + timedelta(days=offset)
        stay = [first + timedelta(days=number) for number in range(length)]
        against = _against(days, mentee, mentor, stay)
        if full:
            options.append(Option(first, stay[-1], against=merged(against)))
        elif not any(against):
            options.append(Option(first, stay[-1]))
    return tuple(options)


def _against(days: Days, mentee: Site, mentor: Site, stay: Sequence[date]) -> Iterator[Refusal]:
    """Give what stands against any of the days of a visit."""
    for day in stay:
        yield from days.against(mentor, day)
        yield from days.against(mentee, day)
        yield from days.against_hosting(mentor, day)
    yield from _notice(days, stay[0])


def merged(refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Return each ground once, with the most that it has to be changed."""
    amounts: dict[Ground, int] = {}
    for ground, amount in refusals:
        amounts[ground] = max(amount, amounts.get(ground, 0))
    return tuple(Refusal(ground, amount) for ground, amount in sorted(amounts.items()))


def _notice(days: Days, first: date) -> Iterator[Refusal]:
    calendar = days.calendar
    announced = calendar.start if calendar.announced is None else calendar.announced
    lacking = (announced + timedelta(days=calendar.visits.notice_days) - first).days
    if calendar.visits.notice_days and lacking > 0:
        yield Refusal(Ground("notice"), math.ceil(lacking / 7))
