"""Timelines: every mark stands at its day, in the row of its mentee."""

from __future__ import annotations

import itertools
from datetime import date

from prssmi_match.plots import timeline
from unit.reporting.plots.drawn import texts
from unit.reporting.schedules import made_by_hand, session

KEY = ["learning session", "session, cannot come", "intro call", "site visit", "debrief", "workplan due", "survey due"]


def days(ax, name):
    """The days and rows of the points of a sort."""
    (line,) = [line for line in ax.lines if line.get_label() == name]
    return [(date.fromordinal(int(x)), int(y)) for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)]


def test_every_mark_stands_at_its_day():
    """Sessions, calls and papers are points, a visit a bar of as many days, in the row of the mentee."""
    ax = timeline(made_by_hand())
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Bay City", "Elm County", "Pine County"]
    assert days(ax, "session, cannot come") == [(date(2027, 2, 24), 2)]
    assert len(days(ax, "learning session")) == 8
    assert days(ax, "intro call") == [(date(2027, 4, 21), 0), (date(2027, 5, 5), 1), (date(2027, 5, 5), 2)]
    bars = [(date.fromordinal(int(bar.get_x())), bar.get_width()) for bar in ax.containers[0]]
    assert bars == [(date(2027, 4, 28), 2), (date(2027, 5, 12), 3), (date(2027, 5, 12), 3)]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == KEY
    assert {"Ashport", "Oakvale", "Jan 2027", "Sessions and visits of 3 mentees"} <= set(texts(ax))


def test_only_what_there_is_stands_in_the_key():
    """A schedule of sessions alone has one entry; one without anything has no key."""
    nothing = dict.fromkeys(("sessions", "visits", "calls", "dues"), ())
    ax = timeline(made_by_hand(**nothing | {"sessions": (session(1, date(2027, 1, 27)),)}))
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["learning session"]
    assert timeline(made_by_hand(**nothing)).get_legend() is None


def test_months_do_not_cover_each_other():
    """In three years only some months are named, and every name has room."""
    fields = dict.fromkeys(("visits", "calls", "dues"), ())
    calendar = {"start": "2026-01-15", "end": "2028-12-31"}
    ax = timeline(made_by_hand(calendar=calendar, sessions=(session(1, date(2027, 1, 27)),), **fields))
    ticks = ax.get_xticks()
    assert len(ticks) <= 11
    assert min(after - before for before, after in itertools.pairwise(ticks)) >= 100
