import itertools
import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

import prssmi_match as pm
from prssmi_match.planning.milestones import milestone_status
from prssmi_match.planning.survey import summarize_survey
from prssmi_match.problem.progress import Report
from prssmi_match.reporting import build_part
from prssmi_match.reporting.document import Figure, Items, Table, Text, plain_text
from prssmi_match.reporting.timeline import timeline_days, timeline_rows
from prssmi_match.reporting.timeline_svg import draw_timeline
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solution.schedule import Due
from prssmi_match.solution.survey_summary import SurveyAnswer
from unit.reporting.cohorts import HOSTILE
from unit.reporting.schedules import PROBLEM, made_by_hand, session, visit

SVG = "{http://www.w3.org/2000/svg}"


def section(schedule, part):
    """The one section of a part."""
    (own,) = build_part(schedule.problem, part)
    return own


def cells(section):
    """The rows of each table as text."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [[[plain_text(cell) for cell in row] for row in table.rows] for table in tables]


def words(section):
    """All paragraphs and items as text."""
    texts = [plain_text(block.content) for block in section.blocks if isinstance(block, Text)]
    return texts + [plain_text(item) for block in section.blocks if isinstance(block, Items) for item in block.items]


def test_a_schedule_is_told_in_two_tables_and_a_picture():
    """Each session with its clock and who cannot come; each visit with its calls, papers and travelers."""
    visits = (
        visit("bay", "ash", date(2027, 4, 28), travelers=None),
        visit("elm", "oak", date(2027, 5, 31), together=("pine",), travelers=7),
        visit("pine", "oak", date(2027, 5, 31), days=1, together=("elm",), travelers=2),
    )
    schedule = made_by_hand(visits=visits)
    own = section(schedule, schedule)
    sessions, told = cells(own)
    assert sessions[1] == [
        "2",
        "Feb 24, 2027",
        "13:00 in America/New_York",
        "3 mentees of Ashport, Oakvale",
        "Pine County",
    ]
    assert [row[3:5] for row in told] == [
        ["Apr 28 to 29, 2027", "3*"],
        ["May 31 to Jun 1, 2027, together with Pine County", "7 (3 paid)"],
        ["May 31, 2027, together with Elm County", "2"],
    ]
    assert told[0][2] == "Apr 21, 2027"
    assert [block for block in own.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize(
    ("status", "start"), [("infeasible", "No plan keeps all"), ("unknown", "Stopped before any plan")]
)
def test_without_dates_the_reason_is_told(status, start):
    """An infeasible plan names what cannot hold together; one that was not found in time says so."""
    conflict = Conflict(members=(ConflictMember(rule_id="a", sentence="Oakvale hosts nobody in May."),))
    schedule = made_by_hand(
        status=status, sessions=(), visits=(), calls=(), dues=(), conflict=conflict if status == "infeasible" else None
    )
    told = words(section(schedule, schedule))
    assert told[0].startswith(start)
    assert told[1:] == (["Oakvale hosts nobody in May."] if status == "infeasible" else [])


def test_an_unproved_plan_says_so():
    """Where time ran out, a better plan may exist, and the section says it first."""
    schedule = made_by_hand(status="feasible")
    assert words(section(schedule, schedule))[0].startswith("Stopped before the end")


def test_milestones_tell_what_to_go_after():
    """What is overdue, what nobody has reported, the cohort in numbers, and a row a site."""
    schedule = made_by_hand()
    reports = [
        Report(site="bay", milestone="session", session="1", people=3),
        Report(site="bay", milestone="session", session="2", done=False),
        Report(site="pine", milestone="session", session="2", people=1),
        Report(site="bay", milestone="team", people=3),
    ]
    own = section(schedule, milestone_status(schedule, reports, date(2027, 3, 20)))
    assert plain_text(own.title) == "Milestones as of Mar 20, 2027"
    told = words(own)
    assert "Learning session 2 was planned for Feb 24, 2027, 24 days ago, and was not done: Bay City" in told
    assert "Mentor training was due Jan 27, 2027, 52 days ago; nothing is reported of it: Ashport, Oakvale" in told
    cohort, mentees, mentors = cells(own)
    assert ["Learning session 2", "1", "0", "0", "1", "1"] in cohort
    assert mentees[0][:4] == ["Bay City", "Done", "1 of 3, 1 overdue", "Not yet"]
    assert mentees[1][:3] == ["Elm County", "52 days late", "0 of 3, 2 not known"]
    assert mentees[2][:3] == ["Pine County", "52 days late", "1 of 3, 1 not known"]
    assert mentors == [["Ashport", "Not known"], ["Oakvale", "Not known"]]
    nearly = section(schedule, milestone_status(schedule, [], date(2027, 4, 28)))
    assert cells(nearly)[1][0][4] == "In 1 day"
    today = section(schedule, milestone_status(schedule, [], date(2027, 4, 29)))
    assert cells(today)[1][0][4] == "Today"


def test_the_survey_is_told_in_numbers_and_words():
    """Counts and medians of each question, quotations with who said it, and who is silent."""
    schedule = made_by_hand()
    answers = [
        SurveyAnswer(mentee="bay", outcome="ended_early", levels={"SATISFIED": 2, "VISIT": 5}),
        SurveyAnswer(mentee="elm", levels={"SATISFIED": 5}, texts={"CHANGE": "More time"}),
    ]
    own = section(schedule, summarize_survey(schedule.matching, answers))
    assert cells(own)[0][0][1:] == ["0", "1", "0", "0", "1", "3.5"]
    assert cells(own)[0][1][1:] == ["0", "0", "0", "0", "0", "No answer"]
    assert "No answer yet from Pine County." in words(own)
    assert "Elm County: “More time”" in words(own)
    assert "Mentorships that ended early: 1 of 2." in words(own)
    nobody = section(schedule, summarize_survey(schedule.matching, []))
    assert words(nobody)[0] == "0 of 3 mentees with a mentor answered the survey at the end."
    assert cells(nobody) == []


def test_a_report_has_the_sections_in_reading_order():
    """The dates follow the answer, then the milestones, then the survey."""
    schedule = made_by_hand()
    parts = [summarize_survey(schedule.matching, []), milestone_status(schedule, [], date(2027, 3, 1)), schedule]
    ids = [one.id for one in pm.report(pm.match(schedule.problem), parts).sections]
    assert [name for name in ids if name in {"answer", "schedule", "milestones", "survey"}] == [
        *("answer", "schedule", "milestones", "survey")
    ]


def test_the_drawing_shows_every_date_in_its_place():
    """Days lie in the order and at the distances of the calendar; a visit is as long as it takes."""
    schedule = made_by_hand()
    drawing = ET.fromstring(draw_timeline(schedule))  # noqa: S314 - our own text
    circles = [float(one.get("cx")) for one in drawing.iter(f"{SVG}circle")]
    filled = [one for one in drawing.iter(f"{SVG}circle") if one.get("fill") != "#fff"]
    # Three mentees, three sessions, one of them empty; one of each in the key.
    assert (len(circles), len(filled)) == (9 + 2, 8 + 1)
    first, second, third = sorted(place for place in set(circles) if circles.count(place) == 3)
    assert (second - first, third - second) == pytest.approx((28 / 180 * 456, 28 / 180 * 456), abs=0.2)
    bars = [one for one in drawing.iter(f"{SVG}rect") if one.get("rx")]
    assert len(bars) == 3 + 1
    assert float(bars[1].get("width")) / float(bars[0].get("width")) == pytest.approx(1.5, abs=0.15)
    texts = [one.text for one in drawing.iter(f"{SVG}text")]
    assert texts[:6] == ["Jan 2027", "Mar", "Apr", "May", "Jun", "Jul"]
    assert [one for one in texts if one.startswith("With ")] == ["With Ashport", "With Oakvale"]


def test_rows_follow_mentors_then_names():
    """The mentees of a mentor stand together, whatever the order of the document."""
    turned = {side: rows[::-1] if isinstance(rows, list) else rows for side, rows in PROBLEM.items()}
    expected = [("bay", "ash"), ("elm", "oak"), ("pine", "oak")]
    for problem in (PROBLEM, turned):
        schedule = made_by_hand(problem)
        assert [(row.mentee, row.mentor) for row in timeline_rows(schedule)] == expected
    assert draw_timeline(made_by_hand(turned)) == draw_timeline(made_by_hand())


def test_what_is_due_after_the_program_is_shown():
    """A workplan of the last visit is due after the last day; the line of days goes on until then."""
    late = date(2027, 8, 2)
    schedule = made_by_hand(dues=(Due(key="workplan:bay", kind="workplan", mentee="bay", day=late),))
    assert timeline_days(schedule) == (date(2027, 1, 11), late)
    assert timeline_days(made_by_hand()) == (date(2027, 1, 11), date(2027, 7, 9))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text_in_the_drawing(name):
    """A name is a text element, cut where it is too long; no other element or attribute comes of it."""
    problem = PROBLEM | {"mentees": [site | {"name": f"{name} {site['id']}"} for site in PROBLEM["mentees"]]}
    hostile = ET.fromstring(draw_timeline(made_by_hand(problem)))  # noqa: S314 - our own text
    plain = ET.fromstring(draw_timeline(made_by_hand()))  # noqa: S314 - our own text
    assert sorted(one.tag for one in hostile.iter()) == sorted(one.tag for one in plain.iter())
    assert {key for one in hostile.iter() for key in one.attrib} == {key for one in plain.iter() for key in one.attrib}
    shown = [one.text for one in hostile.iter(f"{SVG}text")]
    assert all(len(text) <= 60 for text in shown)
    assert any(text.startswith(re.sub("[\u202a-\u202e\u2066-\u2069]", "", name).split()[0][:50]) for text in shown)


@pytest.mark.parametrize(
    ("start", "end"), [("2027-01-31", "2027-01-31"), ("2027-12-15", "2028-03-01"), ("2026-01-01", "2028-12-31")]
)
def test_any_window_can_be_drawn(start, end):
    """One day, a year's end with a leap day, and three years: every name stands inside, none on another."""
    fields = dict.fromkeys(("visits", "calls", "dues"), ())
    day = date.fromisoformat(end)
    schedule = made_by_hand(calendar={"start": start, "end": end}, sessions=(session(1, day),), **fields)
    drawing = ET.fromstring(draw_timeline(schedule))  # noqa: S314 - our own text
    months = [one for one in drawing.iter(f"{SVG}text") if one.get("y") == "16"]
    places = [(float(one.get("x")), len(one.text)) for one in months]
    assert places
    assert all(left + 7 * length <= right for (left, length), (right, _) in itertools.pairwise(places))
    assert all(left + 7 * length <= 480 for left, length in places)
