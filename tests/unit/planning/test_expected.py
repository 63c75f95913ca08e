from datetime import date

from prssmi_match.planning.expected import expected_milestones
from prssmi_match.planning.milestones import milestone_status
from prssmi_match.problem.progress import Report
from prssmi_match.solution.milestones import State
from unit.reporting.schedules import CALENDAR, made_by_hand


def test_what_is_expected_of_whom_by_when():
    """Each mentee has its dates in their order, then each mentor its training before it meets anybody."""
    expected = expected_milestones(made_by_hand())
    assert [(one.milestone, one.session, one.due) for one in expected if one.site == "pine"] == [
        ("team", None, date(2027, 1, 27)),
        ("session", "1", date(2027, 1, 27)),
        ("session", "3", date(2027, 3, 24)),
        ("intro_call", None, date(2027, 5, 5)),
        ("visit", None, date(2027, 5, 14)),
        ("debrief", None, date(2027, 5, 21)),
        ("workplan", None, date(2027, 6, 13)),
        ("survey", None, date(2027, 7, 9)),
    ]
    assert [(one.site, one.milestone, one.due) for one in expected if one.side == "mentor"] == [
        ("ash", "training", date(2027, 1, 27)),
        ("oak", "training", date(2027, 1, 27)),
    ]
    assert "reed" not in {one.site for one in expected}


def test_who_cannot_come_is_not_expected_unless_it_came():
    """A session at which the plan knows a site to be absent counts for it only where it was reported."""
    came = Report(site="pine", milestone="session", session="2", people=2)
    sessions = [one.session for one in expected_milestones(made_by_hand(), [came]) if one.site == "pine"]
    assert [number for number in sessions if number] == ["1", "2", "3"]
    rows = milestone_status(made_by_hand(), [came], date(2027, 3, 1)).of("pine")
    assert next(row for row in rows if row.session == "2").state is State.DONE


def test_the_calendar_says_how_many_visit():
    """A program that wants three visitors counts two as too few, and says how many it pays for."""
    asked = CALENDAR | {"visits": {"least_travelers": 3, "paid_travelers": 4}}
    for people, state in ((2, State.OVERDUE), (3, State.DONE), (5, State.DONE)):
        report = Report(site="bay", milestone="visit", people=people)
        told = milestone_status(made_by_hand(calendar=asked), [report], date(2027, 6, 1))
        row = next(row for row in told.rows if (row.site, row.milestone) == ("bay", "visit"))
        assert row.state is state
        assert ("at most 4" in row.sentence) is (people == 5)


def test_without_dates_nothing_is_late():
    """Where there is no plan, what is reported is told, and nothing else has a day."""
    empty = made_by_hand(status="infeasible", sessions=(), visits=(), calls=(), dues=())
    told = milestone_status(empty, [Report(site="bay", milestone="team", people=3)], date(2030, 1, 1))
    assert {(row.milestone, row.state) for row in told.rows} == {
        *(("team", State.DONE), ("team", State.NOT_YET), ("training", State.NOT_YET))
    }


def test_more_days_ahead_can_count_as_due():
    """How many days ahead something is due is a setting."""
    for soon, state in ((5, State.NOT_YET), (6, State.DUE)):
        told = milestone_status(made_by_hand(), [], date(2027, 1, 21), soon=soon)
        assert told.of("bay")[0].state is state
