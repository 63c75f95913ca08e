from __future__ import annotations

import json
from datetime import date

import jsonschema
import pytest

from prssmi_match.records.schemas import generate_schema
from unit.reporting.schedules import CALENDAR, PROBLEM, made_by_hand


@pytest.fixture
def files(tmp_path):
    """A problem, its calendar, the announced schedule, and what was reported of it."""
    (tmp_path / "problem.json").write_text(json.dumps(PROBLEM))
    (tmp_path / "calendar.json").write_text(json.dumps(CALENDAR))
    (tmp_path / "plan.json").write_text(made_by_hand().model_dump_json())
    (tmp_path / "progress.csv").write_text(
        "site,milestone,session,people,done\nBay City,Learning session,1,3,\nbay,session,2,,no\nelm,session,1,9,\n"
    )
    return [
        tmp_path / "problem.json",
        tmp_path / "plan.json",
        tmp_path / "progress.csv",
        "--calendar",
        tmp_path / "calendar.json",
    ]


def test_what_is_overdue_and_not_known_is_told(run, files):
    """The table is held against the announced dates, as of the day that was given; cautions stand beside it."""
    code, out, err = run("milestones", *files, "--as-of", "2027-03-01")
    told = " ".join(out.split())
    assert code == 0
    assert "As of Mar 1, 2027, 2 of 28 milestones are done, 1 is overdue" in told
    assert "Learning session 2 was planned for Feb 24, 2027, 5 days ago, and was not done: Bay City" in told
    assert "9 people are more than the team of 'elm', which has 4." in err


def test_as_json_with_a_report(run, files, tmp_path):
    """The document keeps its schema; the report has the milestones and the dates."""
    code, out, _ = run(
        "milestones", *files, "--as-of", "2027-03-01", "--soon", "30", "--json", "--report", tmp_path / "r"
    )
    document = json.loads(out)
    assert code == 0
    jsonschema.validate(document, json.loads(generate_schema("milestones")))
    assert sum(row["due"] for row in document["cohort"]) == 3
    page = (tmp_path / "r" / "report.md").read_text(encoding="utf-8")
    assert page.index("## Milestones as of Mar 1, 2027") < page.index("## Sessions and visits")


def test_without_a_day_it_is_today_and_says_so(run, files):
    """The only command that looks at the calendar on the wall tells which day it took."""
    code, _, err = run("milestones", *files)
    assert code == 0
    assert f"As of today, {date.today()}" in err  # noqa: DTZ011 - the day of this machine


def test_bad_input_and_wrong_usage(run, files):
    """Findings of the table are bad input, a day that is none is wrong usage."""
    files[2].write_text("site,milestone,date\nbay,visit,2028-01-01\nbya,visit,\n")
    code, _, err = run("milestones", *files, "--as-of", "2027-03-01")
    assert code == 4
    assert "2028-01-01 is after 2027-03-01" in err
    assert "Did you mean 'bay'?" in err
    assert run("milestones", *files, "--as-of", "soon")[0] == 2
