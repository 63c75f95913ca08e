"""What schedule writes beside the plan: calendar files, and reports."""

from __future__ import annotations

import json

import pytest

PROBLEM = {
    "name": "Spring 2027",
    "preset": "none",
    "mentees": [{"id": "pine", "name": "Pine County"}, {"id": "bay", "name": "Bay City"}],
    "mentors": [{"id": "oak", "name": "Oakvale"}],
    "policy": {"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]},
}
CALENDAR = {"start": "2027-01-11", "end": "2027-04-30", "visits": {"sessions_before": 1}}


@pytest.fixture
def files(tmp_path):
    """A small cohort, its calendar, and the pairs as they were announced."""
    (tmp_path / "problem.json").write_text(json.dumps(PROBLEM))
    (tmp_path / "calendar.json").write_text(json.dumps(CALENDAR))
    (tmp_path / "matching.json").write_text('[["pine", "oak"], ["bay", "oak"]]')
    return tmp_path


def test_calendar_files_are_written_and_updated(run, files):
    """The first plan fills the folder; a later one, which keeps the dates, changes nothing of it but says so."""
    base = ["schedule", files / "problem.json", files / "calendar.json", "--ics", files / "ics"]
    code, out, err = run(*base, "--as-of", "2027-01-04", "-o", files / "plan.json")
    assert code == 0
    assert "Pine County" in out
    assert "Calendars: 4 files" in err
    first = {path.name: path.read_bytes() for path in (files / "ics").iterdir()}
    assert sorted(first) == ["cohort.ics", "mentee-bay.ics", "mentee-pine.ics", "mentor-oak.ics"]
    again = run(*base, "--as-of", "2027-02-01", "--announced", files / "plan.json")
    assert again[0] == 0
    assert {path.name: path.read_bytes() for path in (files / "ics").iterdir()} == first


def test_the_report_has_the_dates(run, files):
    """The report of a match has the dates as a section; for announced pairs it is of the dates alone."""
    base = ["schedule", files / "problem.json", files / "calendar.json", "--report"]
    assert run(*base, files / "whole")[0] == 0
    whole = (files / "whole" / "report.md").read_text(encoding="utf-8")
    assert "## Sessions and visits" in whole
    assert "## How to check this" in whole
    assert run(*base, files / "dates", "--matching", files / "matching.json")[0] == 0
    dates = (files / "dates" / "report.md").read_text(encoding="utf-8")
    assert "## Sessions and visits" in dates
    assert "## How to check this" not in dates


def test_without_dates_no_calendar_is_touched(run, files):
    """An infeasible plan leaves the folder alone, and its report names what cannot hold together."""
    closed = CALENDAR | {"mentors": [{"id": "oak", "away": [{"first": "2027-01-11", "last": "2027-04-30"}]}]}
    (files / "closed.json").write_text(json.dumps(closed))
    code, _, _ = run(
        "schedule", files / "problem.json", files / "closed.json", "--ics", files / "ics", "--report", files / "why"
    )
    assert code == 3
    assert not (files / "ics").exists()
    assert "Oakvale is away" in (files / "why" / "report.md").read_text(encoding="utf-8")
