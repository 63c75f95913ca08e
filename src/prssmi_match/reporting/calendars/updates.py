"""What becomes of published events when the plan changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.calendars.event import Published

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from prssmi_match.reporting.calendars.event import Event

__all__ = ["revise"]


def revise(events: Iterable[Event], earlier: Iterable[Published], stamp: date) -> tuple[Published, ...]:
    """Return the events as they are to be published, after what was published before.

    An event that is as it was stays as it was, with its number and its day; one that changed counts one up; one that is
    no longer planned stays, canceled, so that it leaves the calendars of those who have it.

    Parameters
    ----------
    events : iterable of Event
        The plan as it is now.
    earlier : iterable of Published
        What stood in the calendar before.
    stamp : datetime.date
        The day as of which it is published; nothing is read from the clock.

    Returns
    -------
    tuple of Published
        By their dates, canceled ones among them.
    """
    before = {published.event.uid: published for published in earlier}
    now = {event.uid: event for event in events}
    rows = [_revised(event, before.get(uid), stamp) for uid, event in now.items()]
    rows += [_canceled(published, stamp) for uid, published in before.items() if uid not in now]
    return tuple(sorted(rows, key=lambda row: (row.event.start.isoformat(), row.event.uid)))


def _revised(event: Event, before: Published | None, stamp: date) -> Published:
    if before is None:
        return Published(event, 0, stamp)
    if before.event == event and not before.canceled:
        return before
    return Published(event, before.sequence + 1, stamp)


def _canceled(before: Published, stamp: date) -> Published:
    return before if before.canceled else Published(before.event, before.sequence + 1, stamp, canceled=True)
