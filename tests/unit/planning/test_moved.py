from datetime import date

import prssmi_match as pm
from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.aims import aims_of
from prssmi_match.planning.formulation import Plan
from prssmi_match.planning.moved import calls_that_move, is_moved
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat.steps import Steps
from unit.planning.cohort import calendar, result


def replanned(**fields):
    """Return the agenda of a changed calendar, with the dates of the first plan as the earlier ones."""
    first = pm.planning.schedule(result(), calendar())
    stated = pm.planning.with_earlier(calendar(**fields), first)
    return Agenda(result().problem, result().matching, stated)


def test_a_plan_without_calls_counts_those_that_it_drives_away():
    """A mentor is away for three weeks: its visits move, and with them the calls that are then too far from them."""
    whole = replanned(mentors=[{"id": "oak", "away": [{"first": "2027-03-04", "last": "2027-03-26"}]}])
    outline = Plan(whole.without_calls())
    moved = Steps(outline, Budget()).maximize(dict(aims_of(outline))["moved"])
    found = pm.planning.schedule(result(), whole.calendar)
    calls = [one.key for one in found.moved if one.key.startswith(("intro", "debrief"))]
    assert calls
    assert moved.proved
    # Calls on days on which their mentor is away move whatever the visits do; those are no part of the outline.
    alone = sum(
        all(is_moved(whole, event, option) for option in event.options)
        for event in whole.events
        if event.kind in {"intro", "debrief"}
    )
    assert moved.value - alone == found.values["moved"] == -len(found.moved)


def test_calls_that_could_stay():
    """Only those with a date in the earlier plan that still can be, and only in a plan that has no calls itself."""
    whole = replanned()
    assert calls_that_move(Plan(whole)) == []
    assert len(calls_that_move(Plan(whole.without_calls()))) == 6
    away = replanned(mentors=[{"id": "oak", "away": [{"first": "2027-03-01", "last": "2027-03-26"}]}])
    assert len(calls_that_move(Plan(away.without_calls()))) == 2
    none = Agenda(whole.problem, whole.matching, calendar())
    assert calls_that_move(Plan(none.without_calls())) == []


def test_what_counts_as_moved():
    """Another day does, and another time where one was announced; what had no date before is never moved."""
    rows = [{"key": "visit:reed", "day": "2027-03-08"}, {"key": "intro:reed", "day": "2027-03-03"}]
    timed = {"key": "intro:moss", "day": "2027-03-03", "start_utc": "2027-03-03T15:00:00+00:00"}
    agenda = Agenda(result().problem, result().matching, calendar(earlier=[*rows, timed]))
    stay = {
        event.key: [option for option in event.options if not is_moved(agenda, event, option)]
        for event in agenda.events
    }
    assert [option.day for option in stay["visit:reed"]] == [date(2027, 3, 8)]
    assert [option.day for option in stay["intro:reed"]] == [date(2027, 3, 3)]
    assert [option.start.hour for option in stay["intro:moss"]] == [15]
    assert len(stay["visit:moss"]) > 1
