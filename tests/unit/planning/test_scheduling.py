import random
from datetime import date, time

import pytest

import prssmi_match as pm
from unit.planning.cohort import calendar, result

SILENT = {"intro": False, "debrief": False}
AWAY = {"first": "2027-03-01", "last": "2027-04-30"}


def plan(**fields):
    """Return the schedule of the small cohort."""
    return pm.planning.schedule(result(), calendar(**fields))


def days(schedule):
    """Return the day of each date by its key."""
    return {event.key: event.day for event in (*schedule.sessions, *schedule.visits, *schedule.calls)}


def test_the_dates_of_a_small_cohort():
    """As early as can be: a first call, the session on the day after, visits in weeks of their own."""
    found = plan()
    assert found.status == "optimal"
    assert found.verification.valid
    assert found.values["attendance"] == 5
    assert found.values["spread"] == 0
    assert [event.day for event in (*found.calls[:1], *found.sessions)] == [date(2027, 3, 1), date(2027, 3, 2)]
    assert sorted(visit.first_day for visit in found.visits) == [date(2027, 3, 4), date(2027, 3, 8), date(2027, 3, 15)]


def test_a_session_on_either_side_of_a_change_of_clocks():
    """Nine o'clock stays nine o'clock: at 14 UTC in winter time, at 13 UTC in summer time."""
    stated = {"start": "2027-02-15", "first_quarter_end": "2027-04-14", "blackouts": [{"first": "2027-03-15"}]}
    winter, summer = plan(**stated).sessions
    assert (winter.start, winter.start_utc.hour) == (time(9), 14)
    assert (summer.day, summer.start, summer.start_utc.hour) == (date(2027, 3, 16), time(9), 13)
    assert summer.local_start("Asia/Kolkata").time() == time(18, 30)


def test_a_session_at_decent_hours_of_half_hour_zones():
    """St. John's is an hour and a half ahead of New York; both have to be in their hours."""
    zones = [{"id": "fern", "time_zone": "America/St_Johns"}, {"id": "moss", "time_zone": "America/Los_Angeles"}]
    session = plan(mentees=zones).sessions[0]
    assert session.absent_mentees == ()
    assert session.start == time(12)  # nine in Los Angeles, half past one in St. John's


def test_who_cannot_come_is_told():
    """A team far away stays out of its night, and the plan says so."""
    found = plan(mentees=[{"id": "fern", "time_zone": "Asia/Kolkata"}], calls=SILENT)
    assert found.sessions[0].absent_mentees == ("fern",)
    assert "Fern County cannot come to session 1" in " ".join(map(str, found.conditions))


def test_a_call_that_no_two_clocks_allow():
    """Nine to five in Kolkata and in New York have no half hour in common; both sites' hours are named."""
    found = plan(mentees=[{"id": "fern", "time_zone": "Asia/Kolkata"}])
    assert found.status == "infeasible"
    assert "Fern County meets from 09:00 to 17:00 (Asia/Kolkata)." in [member.sentence for member in found.conflict]


def test_a_leap_day_and_the_end_of_a_year():
    """February 29 is a day like any other; so is the first of January, but for those who keep its holiday."""
    leap = plan(
        start="2028-02-28", end="2028-04-28", first_quarter_end="2028-02-29", blackouts=[{"first": "2028-02-28"}]
    )
    assert leap.sessions[0].day == date(2028, 2, 29)
    stated = {"start": "2027-12-31", "end": "2028-02-29", "first_quarter_end": "2028-01-05", "holidays": ["US"]}
    assert plan(**stated, calls=SILENT).sessions[0].day == date(
        2028, 1, 3
    )  # Friday is the observed holiday of a Saturday


def test_fewest_moved_dates_after_a_mentor_changes_its_days():
    """One visit and its calls move, and what they leave stays; without the earlier plan more would change."""
    first = plan()
    moved = next(visit for visit in first.visits if visit.mentee == "reed")
    away = [{"id": "oak", "away": [{"first": str(moved.first_day), "last": str(moved.last_day)}]}]
    again = pm.planning.schedule(result(), pm.planning.with_earlier(calendar(mentors=away), first))
    assert again.status == "optimal"
    assert {one.key for one in again.moved} <= {"visit:reed", "intro:reed", "debrief:reed"}
    assert again.values["moved"] == -len(again.moved)
    assert "The visit of Reed Nation moves from" in " ".join(one.sentence for one in again.moved)
    unmoved = pm.planning.with_earlier(calendar(), first)
    assert pm.planning.schedule(result(), unmoved).values["moved"] == 0


def test_a_call_keeps_its_time():
    """Where sites can meet at earlier hours than before, what was announced stays, to the minute."""
    first = plan(sessions={"hours": ["10:00", "17:00"]})
    wider = calendar(sessions={"hours": ["08:00", "17:00"]})
    again = pm.planning.schedule(result(), pm.planning.with_earlier(wider, first))
    assert again.moved == ()
    assert [call.start for call in again.calls] == [call.start for call in first.calls]
    assert {call.start for call in pm.planning.schedule(result(), wider).calls} == {time(8)}


def test_two_teams_on_one_visit_where_there_is_no_other_room():
    """Two teams share the only two days of their mentor; without leave to do so there is no plan."""
    stated = {"mentors": [{"id": "oak", "hosting": [{"first": "2027-03-22", "last": "2027-03-23"}]}]}
    found = plan(**stated, visits={"together": 2})
    assert [visit.together for visit in found.visits if visit.mentor == "oak"] == [("reed",), ("moss",)]
    assert plan(**stated).status == "infeasible"


@pytest.mark.parametrize("per", ["cohort", "setting", "mentor"])
def test_who_has_sessions_together(per):
    """Everybody, those of a setting, or a mentor and its mentees; a mentor is at its own."""
    found = plan(sessions={"per": per}, mentors=[{"id": "ash", "away": [{"first": "2027-03-01"}]}])
    groups = {session.group: session for session in found.sessions}
    assert sorted(groups) == {"cohort": ["cohort"], "setting": ["setting:diversion"]}.get(
        per, ["mentor:ash", "mentor:oak"]
    )
    assert all(session.absent_mentors == () for session in found.sessions)


def test_the_order_of_rows_and_the_workers_change_nothing():
    """The dates depend on what the documents say."""
    rows = [
        {"id": name, "away": [{"first": "2027-03-08"}, {"first": "2027-03-03"}]} for name in ("fern", "moss", "reed")
    ]
    first = plan(mentees=rows)
    random.Random(3).shuffle(rows)
    other = calendar(mentees=[{**row, "away": row["away"][::-1]} for row in rows])
    again = pm.planning.schedule(result(), other, workers=2)
    assert days(again) == days(first)
    assert again.provenance.digest == first.provenance.digest


def test_where_all_lots_are_the_same(monkeypatch):
    """A draw that decides nothing leaves one plan all the same: the first by the order of the dates."""
    monkeypatch.setattr("prssmi_match.planning.aims.lot", lambda *_: 1)
    few = {"mentors": [{"id": "oak", "weekdays": ["monday", "tuesday", "thursday"]}], "calls": {"intro_days": [2, 5]}}
    first = plan(**few)
    assert first.status == "optimal"
    assert first.verification.valid
    again = pm.planning.schedule(result(), calendar(**few), workers=2)
    assert days(again) == days(first)
    assert days(first)["visit:moss"] < days(first)["visit:reed"]


def test_no_time_at_all():
    """Out of time is a status; nothing is claimed."""
    found = pm.planning.schedule(result(), calendar(), time_limit=0)
    assert found.status == "unknown"
    assert not found.has_dates
    assert found.conflict is None


def test_a_cohort_without_pairs():
    """Nobody is matched: there is nothing to plan, and that is done."""
    nobody = pm.match(pm.Problem.model_validate({"mentees": [], "mentors": []}))
    found = pm.planning.schedule(nobody, calendar())
    assert found.status == "optimal"
    assert found.sessions == found.visits == ()


def test_unknown_sites_are_findings():
    """Every site that the problem does not have, with a guess."""
    with pytest.raises(pm.ProblemError) as caught:
        plan(mentees=[{"id": "fren"}], mentors=[{"id": "elm"}])
    assert [finding.code for finding in caught.value.findings] == ["unknown_id", "unknown_id"]
    assert "Did you mean 'fern'?" in str(caught.value)


def test_without_a_matching_there_are_no_dates():
    """The status of the match is named."""
    infeasible = pm.match(pm.read_problem("examples/no_answer.json"))
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        pm.planning.schedule(infeasible, calendar())


def test_a_conflict_in_words_and_repairs_that_work():
    """Who stands against the dates, and what would settle it, the cheapest first, each proved."""
    stated = calendar(mentors=[{"id": "oak", "away": [AWAY | {"reason": "renovation"}]}])
    found = pm.planning.schedule(result(), stated)
    assert found.status == "infeasible"
    assert found.conflict.minimal
    assert "Oakvale is away from Mar 1 to Apr 30, 2027 (renovation)." in [m.sentence for m in found.conflict]
    told = pm.planning.diagnose(result(), stated)
    assert told.feasible is False
    assert [repair.cost for repair in told.repairs] == sorted(repair.cost for repair in told.repairs)
    assert "Ask Oakvale to be there from Mar 1 to Apr 30, 2027 (renovation)." in [r.sentence for r in told.repairs]
    for repair in told.repairs:
        assert pm.planning.schedule(result(), repair.apply(stated)).has_dates


def test_a_conflict_that_is_known_is_not_worked_out_again(monkeypatch):
    """That of an infeasible schedule is taken as it is; the repairs are the same."""
    stated = calendar(mentors=[{"id": "oak", "away": [AWAY]}])
    found, told = pm.planning.schedule(result(), stated), pm.planning.diagnose(result(), stated, limit=1)
    monkeypatch.setattr("prssmi_match.planning.scheduling.find_plan_conflict", None)
    assert pm.planning.diagnose(result(), stated, conflict=found.conflict, limit=1) == told
    assert told.conflict == found.conflict


def test_where_nothing_conflicts():
    """A feasible calendar needs no repair."""
    told = pm.planning.diagnose(result(), calendar())
    assert (told.feasible, told.conflict, told.repairs) == (True, None, ())


def test_the_frame():
    """One row a date, sorted by day, with the columns that it states."""
    frame = plan().to_frame()
    assert list(frame["day"]) == sorted(frame["day"])
    assert set(frame["kind"]) == {"session", "visit", "intro", "debrief", "workplan", "survey"}
    assert frame.loc[frame["kind"] == "visit", "last_day"].notna().all()


@pytest.fixture(scope="module")
def contested():
    """The contested cohort, planned over six months with the holidays of 2027."""
    found = pm.match(pm.read_problem("examples/spring_cohort"))
    return found, pm.planning.schedule(found, pm.read_calendar("examples/spring_cohort"))


def test_the_contested_cohort_is_planned_and_proved(contested):
    """Fifteen teams and six mentors: every aim proved, every date verified."""
    found, schedule = contested
    assert schedule.status == "optimal"
    assert all(tier.proved for tier in schedule.tiers)
    assert schedule.verification.valid
    assert len(schedule.visits) == len(found.matching.pairs) == 15
    holidays = {date(2027, 1, 18), date(2027, 2, 15), date(2027, 5, 31), date(2027, 6, 18), date(2027, 7, 5)}
    assert not holidays & {event.day for event in (*schedule.sessions, *schedule.visits, *schedule.calls)}


def test_one_mentor_of_the_contested_cohort_changes_its_days(contested):
    """Only dates of the mentor that changed move."""
    found, schedule = contested
    visit = next(visit for visit in schedule.visits if visit.mentor == "tallgrass")
    stated = pm.read_calendar("examples/spring_cohort")
    rows = [row.model_dump(exclude_unset=True) for row in stated.mentors]
    for row in rows:
        if row["id"] == "tallgrass":
            row["away"] = [*row["away"], {"first": visit.first_day, "last": visit.last_day}]
    changed = pm.Calendar.model_validate(stated.model_dump(exclude_unset=True) | {"mentors": rows})
    again = pm.planning.schedule(found, pm.planning.with_earlier(changed, schedule))
    assert again.status == "optimal"
    assert 1 <= len(again.moved) <= 3
    assert {one.key.split(":")[1] for one in again.moved} <= set(found.matching.mentees_of("tallgrass"))
