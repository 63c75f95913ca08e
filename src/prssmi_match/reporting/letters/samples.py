"""Views of an invented site, on which every template is tried before any letter is made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from prssmi_match.reporting.letters.view import (
    Dates,
    Guest,
    Host,
    LetterKind,
    Meeting,
    MenteeView,
    MentorView,
    Round,
    Site,
    Visit,
    WhyWithout,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.reporting.letters.view import View

__all__ = ["sample_views"]

_FULL = Round("Sample round", "Sample sender", date(2026, 1, 5), (3, 5), (2, 3))
_BARE = Round("", "Sample sender", None, None, None)
_SITE = Site("Sample County", "Sample Department", "OH")
_UNKNOWN = Site("Sample City", "", "")
_MEETING = Meeting(datetime(2026, 2, 2, 18, 0, tzinfo=UTC), 60, is_absent=True)
_DATES = Dates(
    sessions=(_MEETING,),
    intro=_MEETING,
    visit=Visit(date(2026, 4, 6), date(2026, 4, 8), ("Sample Town",), 3, 3),
    debrief=_MEETING,
    workplan_due=date(2026, 5, 4),
    survey_due=date(2026, 5, 18),
)


def sample_views() -> Iterator[View]:
    """Give views for every template: with all that can be known, with nothing, and with every reason."""
    for common, site in ((_FULL, _SITE), (_BARE, _UNKNOWN)):
        for reason in WhyWithout:
            yield MenteeView(LetterKind.MENTEE_UNMATCHED, common, site, reason=reason)
        yield MenteeView(LetterKind.MENTEE_ON_HOLD, common, site)
        yield MentorView(LetterKind.MENTOR_UNUSED, common, site)
    full = Host(_SITE, ("diversion",), ("data",), was_wished=True, met_before=True)
    bare = Host(_UNKNOWN, (), (), was_wished=False, met_before=False)
    yield MenteeView(
        LetterKind.MENTEE_MATCHED, _FULL, _SITE, full, is_provisional=True, conditions=("4 travelers",), dates=_DATES
    )
    yield MenteeView(LetterKind.MENTEE_MATCHED, _BARE, _UNKNOWN, bare)
    guests = (
        Guest(_SITE, ("diversion",), ("data", "courts"), ("data",), is_provisional=True, met_before=True, dates=_DATES),
        Guest(_UNKNOWN, (), (), (), is_provisional=False, met_before=False, dates=Dates()),
    )
    yield MentorView(LetterKind.MENTOR_MATCHED, _FULL, _SITE, guests, (_MEETING,))
    yield MentorView(LetterKind.MENTOR_MATCHED, _BARE, _UNKNOWN, guests[1:])
