from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import prssmi_match as pm
from prssmi_match.planning.milestones import assess_milestones
from prssmi_match.problem.progress import MILESTONES, Report, side_of
from prssmi_match.solution.milestones import Expected, Milestones, State

DAY = date(2027, 3, 20)
PROBLEM = pm.Problem.model_validate(
    {
        "mentees": [{"id": "pine", "name": "Pine County", "team_size": 4}, {"id": "bay"}],
        "mentors": [{"id": "oak", "name": "Oakvale"}],
    }
)


def status(milestone, due, *reports, site="pine", session=None, **settings):
    """The status of one milestone as of DAY; a report is (done, people)."""
    one = Expected(side=side_of(milestone)[:-1], site=site, milestone=milestone, session=session, due=due)
    told = [Report(site=site, milestone=milestone, session=session, done=done, people=n) for done, n in reports]
    return assess_milestones(PROBLEM, [one], told, DAY, **settings).rows[0]


@pytest.mark.parametrize(
    ("days", "state", "counted"),
    [(-1, State.UNKNOWN, 1), (0, State.DUE, 0), (14, State.DUE, 14), (15, State.NOT_YET, None)],
)
def test_silence_is_unknown(days, state, counted):
    """Of a visit that nobody reports, nobody knows once its day has passed; before, it is due or not yet."""
    row = status("visit", DAY + timedelta(days=days))
    assert (row.state, row.days) == (state, counted)


def test_a_visit_that_did_not_happen_is_overdue():
    """What is reported as not done is overdue since its day, and not before."""
    assert status("visit", DAY - timedelta(days=9), (False, None)).days == 9
    assert status("visit", DAY - timedelta(days=9), (False, None)).state is State.OVERDUE
    assert status("visit", DAY + timedelta(days=9), (False, None)).state is State.DUE
    assert status("visit", DAY - timedelta(days=9), (False, None), (True, 2)).state is State.DONE


@pytest.mark.parametrize(
    ("people", "state"), [(None, State.UNKNOWN), (1, State.OVERDUE), (2, State.DONE), (7, State.DONE)]
)
def test_a_visit_needs_two(people, state):
    """A visit by one person is not what the program expects; one by too many is done, and says so."""
    row = status("visit", DAY - timedelta(days=5), (True, people))
    assert row.state is state
    assert ("at most 3 are expected" in row.sentence) is (people == 7)


def test_a_team_is_counted_by_its_application_where_nobody_says():
    """A team that was named without a number has as many as applied; if that is unknown, so is the milestone."""
    assert status("team", DAY, (True, None)).people == 4
    assert status("team", DAY - timedelta(days=1), (True, None), site="bay").state is State.UNKNOWN
    assert status("team", DAY - timedelta(days=1), (True, 2)).state is State.OVERDUE


def test_a_workplan_is_overdue_where_workplans_are_kept():
    """Without any report of workplans none is known to be missing; with one of another site, this one is."""
    expected = [
        Expected(side="mentee", site=site, milestone="workplan", due=date(2027, 3, 1)) for site in ("bay", "pine")
    ]
    silent = assess_milestones(PROBLEM, expected, [], DAY)
    kept = assess_milestones(PROBLEM, expected, [Report(site="bay", milestone="workplan")], DAY)
    assert [row.state for row in silent.rows] == [State.UNKNOWN, State.UNKNOWN]
    assert [row.state for row in kept.rows] == [State.DONE, State.OVERDUE]
    assert [row.sentence for row in kept.overdue] == [
        "Pine County: Workplan was due Mar 1, 2027, 19 days ago, and has not come in."
    ]
    assert [row.site for row in silent.to_ask] == ["bay", "pine"]


def test_what_has_no_date_is_never_late():
    """A milestone without a date is not yet due, also where it is known not to be done."""
    row = status("training", None, (False, None), site="oak")
    assert (row.state, row.days, row.sentence) == (State.NOT_YET, None, "Oakvale: Mentor training has no date yet.")


def test_the_cohort_is_counted_and_told():
    """Counts by milestone follow the rows; the table has a row each, and the document comes back as it was."""
    expected = [
        Expected(side="mentee", site=site, milestone="session", session=key, due=date(2027, month, 10))
        for site in ("bay", "pine")
        for key, month in (("1", 2), ("2", 4))
    ]
    told = assess_milestones(PROBLEM, expected, [Report(site="bay", milestone="session", session="1")], DAY)
    first, second = told.cohort
    assert (first.session, first.done, first.unknown, second.not_yet) == ("1", 1, 1, 2)
    assert str(told) == (
        "As of Mar 20, 2027, 1 of 4 milestones is done and of 1 that should be done nobody has reported (2 mentees)."
    )
    assert list(told.to_frame()["state"]) == ["done", "not_yet", "unknown", "not_yet"]
    assert Milestones.model_validate_json(told.model_dump_json()) == told
    assert [row.session for row in told.of("pine")] == ["1", "2"]


DAYS = st.none() | st.dates(DAY - timedelta(days=30), DAY + timedelta(days=30))
REPORTS = st.lists(
    st.builds(
        Report,
        site=st.sampled_from(["bay", "pine"]),
        milestone=st.sampled_from([name for name in MILESTONES if name not in {"session", "training"}]),
        date=st.none() | st.dates(DAY - timedelta(days=30), DAY),
        people=st.none() | st.integers(1, 6),
        done=st.booleans(),
    )
)


@given(due=DAYS, reports=REPORTS, milestone=st.sampled_from(["team", "intro_call", "visit", "workplan", "survey"]))
def test_the_state_is_that_of_the_definition(due, reports, milestone):
    """The state follows from its definition, said once more; the order of reports means nothing."""
    own = [report for report in reports if (report.site, report.milestone) == ("bay", milestone)]
    known_count = [report.people for report in own if report.done and report.people is not None]
    low = {"team": 3, "visit": 2}.get(milestone, 0)
    happened = any(report.done for report in own)
    if happened and low <= max(known_count, default=0 if low else 1):
        state = State.DONE
    elif happened and not known_count:
        state = State.UNKNOWN
    elif due is None or due > DAY + timedelta(days=14):
        state = State.NOT_YET
    elif due >= DAY:
        state = State.DUE
    else:
        arrives = milestone in {"team", "workplan", "survey"} and any(one.milestone == milestone for one in reports)
        state = State.OVERDUE if own or arrives else State.UNKNOWN
    expected = [Expected(side="mentee", site="bay", milestone=milestone, due=due)]
    told = assess_milestones(PROBLEM, expected, reports, DAY)
    assert told.rows[0].state is state
    assert assess_milestones(PROBLEM, expected, reports[::-1], DAY) == told
