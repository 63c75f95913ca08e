"""The section on earlier rounds."""

from __future__ import annotations

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Items, Table, Text, plain_text
from unit.reporting.cohorts import answer, no_answer, spring, spring_problem

PAIRS = [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")]
HISTORY = [
    {"round": 2018, "mentee": "alder", "mentor": "fir", "outcome": "ended_early", "satisfaction": 1},
    {"round": 2018, "mentee": "gone", "mentor": "elm", "outcome": "completed", "satisfaction": 5},
    {"round": 2018, "mentee": "dogwood"},
    {"round": 2018, "mentee": "hazel", "mentor": "elm", "satisfaction": 2, "lessons": "Meet *sooner*",
     "answers": {"What helped?": "The visit", "Anything else?": " "}},
    {"round": 2017, "mentee": "cedar", "mentor": "elm", "satisfaction": 3, "lessons": "Write it down"},
    {"round": 2017, "mentee": "birch", "mentor": "left"},
]  # fmt: skip


def memory(*history, result=None):
    """Return the blocks of the section."""
    made = result or answer(spring_problem(history=list(history)), PAIRS)
    return build_report(made).section("memory").blocks


def tables(blocks):
    """Return the rows of each table, as text."""
    found = [block for block in blocks if isinstance(block, Table)]
    return [[[plain_text(cell) for cell in row] for row in table.rows] for table in found]


def test_mentors_that_are_used_come_first():
    """Each mentor with a past has its rounds, its mentees, the mean of what they answered, and what ended early."""
    mentors, _ = tables(memory(*HISTORY))
    assert mentors == [
        ["Elm City", "2017, 2018", "3: Cedar Falls Court, gone, Hazel Township", "3.3 of 5 (3 answers)", "0"],
        ["Fir Valley", "2018", "1: Alder County", "1.0 of 5 (1 answer)", "1"],
    ]


def test_means_are_exact_and_unknown_is_said():
    """The mean of 4, 4, 4 and 5 is 4.25, which is 4.3 rounded half up; without an answer there is none."""
    told = [
        {"round": 1, "mentee": f"m{number}", "mentor": "oak", "satisfaction": 4 + number // 3} for number in range(4)
    ]
    mentors, *_ = tables(memory(*told, {"round": 1, "mentee": "cedar", "mentor": "elm"}))
    assert [row[3] for row in mentors] == ["No answer", "4.3 of 5 (4 answers)"]


def test_lessons_and_answers_are_quoted():
    """What was written stands beside mentor, mentee and round, word for word; blank answers are left out."""
    (items,) = [block.items for block in memory(*HISTORY) if isinstance(block, Items)]
    assert [plain_text(item) for item in items] == [
        "Elm City with Cedar Falls Court, round 2017: “Write it down”",
        "Elm City with Hazel Township, round 2018: “Meet *sooner*”",
        "Elm City with Hazel Township, round 2018, asked “What helped?”: “The visit”",
    ]


def test_who_was_disappointed_and_what_becomes_of_it():
    """Mentees of the cohort that the last round left out or disappointed, and whether they are matched now."""
    _, disappointed = tables(memory(*HISTORY))
    assert disappointed == [
        ["Alder County", "Ended early, satisfaction 1 of 5, with Fir Valley", "With Oak City"],
        ["Dogwood Parish", "Left out", "Without a mentor"],
        ["Hazel Township", "Satisfaction 2 of 5, with Elm City", "Not available"],
    ]


def test_nothing_to_tell_is_said():
    """A history of sites that are gone says that there is nothing, once for each side."""
    blocks = memory({"round": 2018, "mentee": "gone", "mentor": "left", "outcome": "ended_early"})
    assert [plain_text(block.content) for block in blocks if isinstance(block, Text)] == [
        "No mentor of this cohort is known to have mentored in an earlier round.",
        "No mentee of this cohort was left out or disappointed in round 2018.",
    ]


def test_without_an_answer():
    """Where there is no matching, the past is told without the present."""
    blocks = memory(result=no_answer(problem=spring_problem(history=HISTORY)))
    mentors, disappointed = tables(blocks)
    assert [row[0] for row in mentors] == ["Elm City", "Fir Valley"]
    assert [row[0] for row in disappointed] == ["Alder County", "Dogwood Parish", "Hazel Township"]
    assert {len(row) for row in disappointed} == {2}


def test_only_where_there_is_a_history():
    """Without a history the report has no such section; with one it comes right after the loads."""
    assert "memory" not in [section.id for section in build_report(spring()).sections]
    ids = [section.id for section in build_report(answer(spring_problem(history=HISTORY), PAIRS)).sections]
    assert ids[ids.index("loads") + 1] == "memory"
