"""A small cohort, and calendars for it."""

from __future__ import annotations

from functools import cache

import prssmi_match as pm

__all__ = ["PAIRS", "calendar", "result"]

PAIRS = (("fern", "ash"), ("moss", "oak"), ("reed", "oak"))
NAMES = {"fern": "Fern County", "moss": "Moss City", "reed": "Reed Nation", "ash": "Ashport", "oak": "Oakvale"}


@cache
def result(pairs=PAIRS):
    """Return the result of a match with these pairs."""
    mentees, mentors = sorted({mentee for mentee, _ in pairs}), sorted({mentor for _, mentor in pairs})
    return pm.match(
        pm.Problem.model_validate(
            {
                "preset": "none",
                "mentees": [{"id": name, "name": NAMES[name], "settings": ["diversion"]} for name in mentees],
                "mentors": [{"id": name, "name": NAMES[name]} for name in mentors],
                "rules": [{"kind": "pin", "mentee": mentee, "mentor": mentor} for mentee, mentor in pairs],
            }
        )
    )


def calendar(**fields):
    """Return a calendar of two months in the spring, one of them with a session, and what is stated besides."""
    window = {"start": "2027-03-01", "end": "2027-04-30", "first_quarter_end": "2027-03-12"}
    return pm.Calendar.model_validate(window | {"time_zone": "America/New_York"} | fields)
