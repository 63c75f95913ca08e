"""Schedules against the oracle, which tries every plan, and against the independent verifier."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from ortools.sat.python.cp_model import CpModel

import prssmi_match as pm
from oracle.planning import TooManyError, World, best_plan, has_plan
from property.calendars import cohorts, earlier_dates, result_of
from prssmi_match.planning.agenda import Agenda
from prssmi_match.planning.formulation import GuardedPlan
from prssmi_match.planning.repairs import COSTS
from prssmi_match.planning.room import find_clash, has_dates
from prssmi_match.planning.rules import every_row
from prssmi_match.planning.variables import Variables
from prssmi_match.problem.calendar import Calendar
from prssmi_match.problem.calendar.changes import MOST, change_calendar
from prssmi_match.solving import Budget

CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
QUICK = settings(max_examples=6, suppress_health_check=CALM)
MORE = settings(max_examples=40, suppress_health_check=CALM)
LONG = settings(max_examples=120, suppress_health_check=CALM)


def agree(pairs, calendar):
    """Hold a schedule against the best plan of all."""
    try:
        expected = best_plan(pairs, calendar)
    except TooManyError:
        assume(False)
    plan = pm.planning.schedule(result_of(pairs), Calendar.model_validate(calendar))
    event(plan.status)
    if expected is None:
        assert plan.status == "infeasible"
        assert plan.conflict.minimal
        return
    values, days, starts = expected
    assert plan.status == "optimal"
    assert plan.verification.valid
    assert plan.values == {name: values[name] for name in plan.values}
    assert {e.key: e.day for e in (*plan.sessions, *plan.visits, *plan.calls)} == days
    assert {e.key: e.start_utc for e in (*plan.sessions, *plan.calls)} == starts


@QUICK
@given(cohorts())
def test_the_best_plan(cohort):
    """A schedule has the dates of the best of all plans, or there is none at all."""
    agree(*cohort)


@QUICK
@given(cohorts(), st.data())
def test_the_fewest_moved_dates(cohort, data):
    """With an earlier plan, no plan moves fewer dates, and of those that move as few it is the best."""
    pairs, calendar = cohort
    agree(pairs, calendar | {"earlier": data.draw(earlier_dates(pairs, calendar))})


@QUICK
@given(cohorts(), st.data())
def test_a_site_that_changes_its_days(cohort, data):
    """After a site changed its days or hours, an announced plan moves as few dates as the oracle does."""
    replan(*cohort, data.draw)


def replan(pairs, calendar, draw):
    """Plan, change what one site says, and hold the new plan against the best that keeps most of the first."""
    result, stated = result_of(pairs), Calendar.model_validate(calendar)
    first = pm.planning.schedule(result, stated)
    assume(first.has_dates)
    changed = calendar | changed_site(pairs, calendar, first, draw)
    earlier = pm.planning.with_earlier(stated, first).model_dump(mode="json")["earlier"]
    agree(pairs, changed | {"earlier": earlier})


def changed_site(pairs, calendar, plan, draw):
    """Return one side of the calendar, where one site is away on a day of the plan, or has other hours."""
    at = draw(st.integers(0, 1))
    side, site = ("mentees", "mentors")[at], draw(st.sampled_from(sorted({pair[at] for pair in pairs})))
    own = plan.of_mentor(site) if at else plan.of_mentee(site)
    days = sorted({str(event.day) for event in own if not event.key.startswith(("workplan", "survey"))})
    rows = {row["id"]: row for row in calendar[side]}
    row = rows.get(site, {"id": site})
    if draw(st.booleans()):
        first = draw(st.sampled_from(days))
        row = row | {"away": [*row.get("away", []), {"first": first}]}
    else:
        row = row | {"hours": draw(st.sampled_from([["08:00", "18:00"], ["06:00", "23:59"], ["10:00", "16:00"]]))}
    return {side: list((rows | {site: row}).values())}


@QUICK
@given(cohorts(), st.data())
def test_the_verifier(cohort, data):
    """A schedule of which some date was moved is valid exactly where the oracle finds nothing against it."""
    check_verifier(*cohort, data)


def check_verifier(pairs, calendar, data):
    """Hold the verifier against the oracle on plans with one date moved."""
    found = pm.planning.schedule(result_of(pairs), Calendar.model_validate(calendar))
    assume(found.has_dates)
    world = World(pairs, calendar)
    for _ in range(4):
        moved, plan = with_one_moved(found, world, data.draw)
        valid = world.valid(plan)
        event(f"valid: {valid}")
        assert pm.planning.verify(moved).valid == valid


def with_one_moved(schedule, world, draw):
    """Return a schedule with one date moved by some days or minutes, and its dates as the oracle takes them."""
    events = [*schedule.sessions, *schedule.visits, *schedule.calls]
    chosen = draw(st.sampled_from(events))
    shift = timedelta(days=draw(st.integers(-4, 4)))
    minutes = timedelta(minutes=draw(st.sampled_from([0, 0, 30, 60, -30, 20])))
    plan, parts = {}, {"sessions": [], "visits": [], "calls": []}
    for one in events:
        is_moved = one.key == chosen.key
        if one.key.startswith("visit"):
            update = {"first_day": one.first_day + shift, "last_day": one.last_day + shift} if is_moved else {}
            parts["visits"].append(one.model_copy(update=update))
            plan[one.key] = (parts["visits"][-1].first_day, None)
            continue
        start = one.start_utc + shift + minutes if is_moved else one.start_utc
        local = start.astimezone(ZoneInfo(one.time_zone))
        update = {"start_utc": start, "day": local.date(), "start": local.time()}
        if one.key.startswith("session"):
            teams, mentors = world.absent(one.mentees, start)
            update |= {"absent_mentees": tuple(teams), "absent_mentors": tuple(mentors)}
        plan[one.key] = (local.date(), start)
        parts["sessions" if one.key.startswith("session") else "calls"].append(one.model_copy(update=update))
    parts["visits"] = [
        visit.model_copy(update={"together": companions(visit, parts["visits"], world)}) for visit in parts["visits"]
    ]
    dues = [due.model_copy(update={"day": world.due(due.kind, due.mentee, plan)}) for due in schedule.dues]
    return schedule.model_copy(update={name: tuple(rows) for name, rows in parts.items()} | {"dues": tuple(dues)}), plan


def companions(visit, visits, world):
    """Return who comes along on a visit: of those that begin on the same day, as many as may, by id."""
    same = sorted(one.mentee for one in visits if (one.mentor, one.first_day) == (visit.mentor, visit.first_day))
    size = world.vis["together"]
    groups = [same[at : at + size] for at in range(0, len(same), size)]
    return tuple(mentee for group in groups if visit.mentee in group for mentee in group if mentee != visit.mentee)


@QUICK
@given(cohorts())
def test_conflicts(cohort):
    """Members of a conflict cannot all hold, and without any one of them the others can: all others are left out."""
    check_conflict(*cohort)


def check_conflict(pairs, doc):
    """Hold a conflict against the model of all dates, and where there are few against the oracle."""
    result, calendar = result_of(pairs), Calendar.model_validate(doc)
    conflict = pm.planning.schedule(result, calendar).conflict
    assume(conflict is not None)
    members = {member.rule_id for member in conflict}
    whole = GuardedPlan(Agenda(result.problem, result.matching, calendar, full=True))
    grounds = {ground.id: ground for ground in whole.facts}
    for left_out in (None, *sorted(members)):
        kept = members - {left_out}
        expected = left_out is not None
        assert whole.is_feasible([grounds[name] for name in kept], Budget()) is expected
        try:
            assert has_plan(pairs, doc, kept) is expected
            event(f"tried by the oracle: {expected}")
        except TooManyError:
            event("too many to try")


@QUICK
@given(cohorts())
def test_where_dates_clash(cohort):
    """There is a plan where the oracle finds one; where there is none, the dates that clash have none either."""
    check_clash(*cohort)


def check_clash(pairs, doc):
    """Hold the search that leaves calls for last against the oracle."""
    result, calendar = result_of(pairs), Calendar.model_validate(doc)
    agenda = Agenda(result.problem, result.matching, calendar)
    clash = find_clash(agenda, Budget())
    event(f"{len(clash)} dates clash")
    assert has_dates(agenda, Budget()) is (not clash)
    left_out = {each.dated_key for each in agenda.events} - clash if clash else ()
    try:
        assert has_plan(pairs, doc, AllBut(left_out)) is (not clash)
    except TooManyError:
        assume(False)


class AllBut(frozenset):
    """Everything but some."""

    def __contains__(self, name):
        return not super().__contains__(name)


@QUICK
@given(cohorts())
def test_repairs(cohort):
    """Each repair makes a plan possible, no part of it does, and no cheaper change of one thing would."""
    check_repairs(*cohort)


def check_repairs(pairs, doc):
    """Hold repairs against the oracle."""
    result, calendar = result_of(pairs), Calendar.model_validate(doc)
    told = pm.planning.diagnose(result, calendar, limit=2)
    assume(told.feasible is False)
    try:
        for repair in told.repairs:
            changes = {change.ground: change.amount for change in repair.changes}
            assert is_possible(pairs, change_calendar(calendar, changes))
            for left_out in changes if len(changes) > 1 else ():
                fewer = {ground: amount for ground, amount in changes.items() if ground != left_out}
                assert not is_possible(pairs, change_calendar(calendar, fewer))
        cheaper = told.repairs[0].cost if told.repairs else 9
        for ground, amount in single_changes(result, calendar, cheaper):
            assert not is_possible(pairs, change_calendar(calendar, {ground: amount}))
    except TooManyError:
        assume(False)
    event(f"repairs: {len(told.repairs)}")


def is_possible(pairs, calendar):
    """Tell whether the oracle finds a plan."""
    return best_plan(pairs, calendar.model_dump(mode="json")) is not None


def single_changes(result, calendar, cheaper):
    """Give every change of one ground that costs less."""
    agenda = Agenda(result.problem, result.matching, calendar, full=True)
    grounds = {stated.ground for stated in every_row(Variables(CpModel(), agenda))}
    for ground in sorted(grounds):
        for amount in range(1, MOST.get(ground.kind, 0) + 1):
            if ground.kind in COSTS and COSTS[ground.kind] * amount < cheaper:
                yield ground, amount


@pytest.mark.slow
@LONG
@given(cohorts(), st.data())
def test_the_best_plan_at_length(cohort, data):
    """The same with many more calendars, half of them with an earlier plan."""
    pairs, calendar = cohort
    earlier = data.draw(earlier_dates(pairs, calendar)) if data.draw(st.booleans()) else []
    agree(pairs, calendar | {"earlier": earlier})


@pytest.mark.slow
@MORE
@given(cohorts(), st.data())
def test_a_site_that_changes_its_days_at_length(cohort, data):
    """The same with many more changes."""
    replan(*cohort, data.draw)


@pytest.mark.slow
@MORE
@given(cohorts(), st.data())
def test_the_verifier_at_length(cohort, data):
    """The same with many more moved dates."""
    check_verifier(*cohort, data)


@pytest.mark.slow
@MORE
@given(cohorts())
def test_repairs_at_length(cohort):
    """The same with many more repairs."""
    check_repairs(*cohort)


@pytest.mark.slow
@MORE
@given(cohorts())
def test_conflicts_at_length(cohort):
    """The same with many more conflicts."""
    check_conflict(*cohort)


@pytest.mark.slow
@MORE
@given(cohorts())
def test_where_dates_clash_at_length(cohort):
    """The same with many more calendars."""
    check_clash(*cohort)
