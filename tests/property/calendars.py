"""Random calendars that are small enough for every plan to be tried."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

__all__ = ["SITES", "cohorts", "earlier_dates", "result_of"]

SITES = {"mentee": ("fern", "moss", "reed"), "mentor": ("ash", "oak")}
ZONES = (
    *("America/New_York", "America/Chicago", "America/St_Johns", "Asia/Kolkata", "Australia/Adelaide"),
    *("Europe/London", "Pacific/Auckland", "UTC"),
)
# Days at which something happens: clocks change in both directions, leap days, a year's end, holidays of the US.
STARTS = (
    *("2027-03-08", "2027-11-01", "2028-02-24", "2027-12-27", "2027-03-26", "2027-10-25", "2027-05-27", "2027-07-01"),
    *("2027-09-30", "2027-04-01", "2028-12-28"),
)
HOURS = (["09:00", "17:00"], ["08:00", "18:30"], ["09:00", "10:30"], ["00:30", "04:00"], ["06:00", "23:59"])


def day(start, offset):
    """Return a day of a window as text."""
    return str(date.fromisoformat(start) + timedelta(days=offset))


@st.composite
def periods(draw, start, length, most=2):
    """Return a few periods in or around a window."""
    found = []
    for _ in range(draw(st.integers(0, most))):
        first = draw(st.integers(-1, length))
        more = draw(st.integers(0, 3))
        period = {"first": day(start, first)}
        found.append(period | ({"last": day(start, first + more)} if more else {}))
    return found


@st.composite
def site_dates(draw, name, start, length, *, mentor):
    """Return what a site says of its days."""
    row = {"id": name}
    stated = {
        "time_zone": st.sampled_from(ZONES),
        "weekdays": st.sampled_from(
            [["monday", "wednesday", "thursday", "sunday"], ["tuesday", "wednesday", "friday"]]
        ),
        "hours": st.sampled_from(HOURS),
        "holidays": st.sampled_from([["US"], ["US-TX"], ["GB"], []]),
        "away": periods(start, length),
    }
    if mentor:
        stated |= {"groups_at_once": st.integers(1, 2), "visits_a_month": st.sampled_from([0, 1, 1, 2, 2])}
        stated |= {"hosting": periods(start, length)}
        stated |= {"preparation_days": st.integers(0, 3)}
    for field, values in stated.items():
        if draw(st.integers(0, 4)) == 0:
            row[field] = draw(values)
    return row


@st.composite
def cohorts(draw):
    """Return the pairs of a cohort and a calendar as a document."""
    start = draw(st.sampled_from(STARTS))
    two = draw(st.integers(0, 3)) == 0
    length = draw(st.integers(33, 38)) if two else draw(st.integers(7, 15))
    mentees = SITES["mentee"][: draw(st.integers(1, 3))]
    pairs = [(mentee, draw(st.sampled_from(SITES["mentor"]))) for mentee in mentees]
    calendar = {
        "start": start,
        "end": day(start, length),
        "time_zone": draw(st.sampled_from(ZONES)),
        "sessions": draw(session_plans()),
        "visits": draw(visit_plans()),
        "calls": draw(call_plans()),
        "mentees": [draw(site_dates(m, start, length, mentor=False)) for m in mentees if draw(st.booleans())],
        "mentors": [
            draw(site_dates(m, start, length, mentor=True))
            for m in sorted({m for _, m in pairs})
            if draw(st.booleans())
        ],
    }
    if draw(st.integers(0, 2)) == 0:
        calendar["weekdays"] = draw(
            st.sampled_from([["saturday", "sunday", "monday", "tuesday"], ["wednesday", "thursday"]])
        )
    if draw(st.integers(0, 2)) == 0:
        calendar["holidays"] = ["US"]
    if draw(st.integers(0, 2)) == 0:
        calendar["blackouts"] = draw(periods(start, length, 1))
    if two:  # two months, of which few days are left
        calendar["blackouts"] = [
            {"first": day(start, 4), "last": day(start, 30)},
            *([{"first": day(start, 1)}] if draw(st.booleans()) else []),
        ]
        calendar["sessions"]["days_apart"] = draw(st.sampled_from([0, 29, 33]))
    return pairs, calendar


@st.composite
def session_plans(draw):
    """Return what is asked of sessions."""
    plan = {
        "hours": draw(st.sampled_from([*HOURS[:3], *HOURS])),
        "per": draw(st.sampled_from(["cohort", "mentor", "setting"])),
    }
    plan["present_percent"] = draw(st.sampled_from([0, 34, 50, 50, 67, 100]))
    plan["step_minutes"] = draw(st.sampled_from([30, 60]))
    plan["minutes"] = draw(st.sampled_from([60, 90]))
    return plan


@st.composite
def visit_plans(draw):
    """Return what is asked of visits."""
    stated = {
        "days": st.integers(1, 3),
        "sessions_before": st.sampled_from([None, 0, 0, 1]),
        "notice_days": st.integers(0, 4),
        "together": st.integers(1, 2),
        "groups_at_once": st.integers(1, 2),
        "visits_a_month": st.sampled_from([None, 2]),
        "preparation_days": st.integers(0, 2),
    }
    return {field: draw(values) for field, values in stated.items() if draw(st.booleans())}


@st.composite
def call_plans(draw):
    """Return what is asked of calls."""
    plan = {"intro": draw(st.booleans()), "debrief": draw(st.booleans()), "minutes": draw(st.sampled_from([30, 45]))}
    for field in ("intro_days", "debrief_days"):
        least = draw(st.integers(0, 2))
        plan[field] = [least, least + draw(st.integers(0, 4))]
    return plan


@st.composite
def earlier_dates(draw, pairs, calendar):
    """Return dates of an earlier plan of a cohort, some of them with a time."""
    length = (date.fromisoformat(calendar["end"]) - date.fromisoformat(calendar["start"])).days
    keys = [f"{kind}:{mentee}" for mentee, _ in pairs for kind in ("visit", "intro", "debrief")]
    keys += ["session:cohort:1", "session:setting:unknown:1", "session:mentor:oak:1", "visit:gone"]
    rows = []
    for key in draw(st.lists(st.sampled_from(keys), unique=True)):
        on = day(calendar["start"], draw(st.integers(0, length)))
        row = {"key": key, "day": on}
        if not key.startswith("visit") and draw(st.booleans()):
            row["start_utc"] = f"{on}T{draw(st.integers(0, 23)):02d}:{draw(st.sampled_from(['00', '30']))}:00+00:00"
        rows.append(row)
    return rows


def result_of(pairs):
    """Return the result of a match with these pairs."""
    import prssmi_match as pm

    sites = [sorted({pair[side] for pair in pairs}) for side in (0, 1)]
    problem = pm.Problem.model_validate(
        {
            "preset": "none",
            "default_capacity": 9,
            "mentees": [{"id": name} for name in sites[0]],
            "mentors": [{"id": name} for name in sites[1]],
            "rules": [{"kind": "pin", "mentee": mentee, "mentor": mentor} for mentee, mentor in pairs],
        }
    )
    return pm.match(problem)
