from __future__ import annotations

import json

import pytest

PROBLEM = {
    "preset": "none",
    "mentees": [{"id": "fern", "name": "Fern County"}, {"id": "moss", "name": "Moss City"}],
    "mentors": [{"id": "oak", "name": "Oakvale"}],
    "policy": {"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]},
}
CALENDAR = "start = 2027-03-01\nend = 2027-04-30\nfirst_quarter_end = 2027-03-12\n"
CLOSED = '[[mentors]]\nid = "oak"\naway = [{first = 2027-03-03, last = 2027-04-30, reason = "renovation"}]\n'


@pytest.fixture
def files(tmp_path):
    """A problem and its calendar, and a function that adds to the calendar."""
    (tmp_path / "problem.json").write_text(json.dumps(PROBLEM), encoding="utf-8")

    def write(more=""):
        (tmp_path / "calendar.toml").write_text(CALENDAR + more, encoding="utf-8")
        return tmp_path / "problem.json", tmp_path / "calendar.toml"

    return write


def test_dates_in_words_and_as_json(run, files, tmp_path):
    """Every date by day; the same as a document, also in a file."""
    code, out, _ = run("schedule", *files(), "-o", tmp_path / "plan.json")
    assert code == 0
    assert "Moss City visits Oakvale" in out
    assert "Session 1 of the whole cohort (America/New_York)" in out
    code, out, _ = run("schedule", *files(), "--json")
    assert code == 0
    written = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert [visit["key"] for visit in json.loads(out)["visits"]] == [visit["key"] for visit in written["visits"]]


def test_an_announced_plan_is_kept(run, files, tmp_path):
    """After a mentor changed its days, as few dates move as can, and each is told."""
    plan = tmp_path / "plan.json"
    run("schedule", *files(), "-o", plan)
    visit = json.loads(plan.read_text(encoding="utf-8"))["visits"][0]
    away = f'[[mentors]]\nid = "oak"\naway = [{{first = {visit["first_day"]}, last = {visit["last_day"]}}}]\n'
    code, out, _ = run("schedule", *files(away), "--announced", plan)
    assert code == 0
    assert "Moved: The visit of" in out
    assert out.count("Moved:") <= 3


def test_no_dates(run, files):
    """Exit code 3 with the conflict, and what would settle it."""
    code, out, _ = run("schedule", *files(CLOSED))
    assert code == 3
    assert "Oakvale is away from Mar 3 to Apr 30, 2027 (renovation)." in out
    assert "Ask Oakvale to be there" in out
    code, out, _ = run("schedule", *files(CLOSED), "--no-repairs")
    assert code == 3
    assert "Ask Oakvale" not in out


def test_no_change_settles_it(run, files, monkeypatch):
    """Where no change is found it is said why: there is none, or time ran out."""
    problem, calendar = files()
    day = "start = 2027-07-05\nend = 2027-09-30\nfirst_quarter_end = 2027-07-05\n"
    calendar.write_text(day + 'holidays = ["US"]\n[sessions]\nper = "mentor"\n', encoding="utf-8")
    code, out, _ = run("schedule", problem, calendar)
    assert code == 3
    assert "No change of the calendar that may be made settles it." in out
    monkeypatch.setattr("prssmi_match.planning.scheduling.find_plan_repairs", lambda *_: ((), False))
    code, out, _ = run("schedule", problem, calendar)
    assert code == 3
    assert "Time ran out before a change was found that settles it." in out
    assert "the least first" not in out


def test_findings_and_usage(run, files, tmp_path):
    """Exit code 4 with all findings, 2 without a calendar, 1 where time ran out."""
    problem, calendar = files('time_zone = "Mars"\nholidays = ["US-XX"]\n')
    code, _, err = run("schedule", problem, calendar)
    assert code == 4
    assert "2 errors" in err
    code, out, _ = run("schedule", problem, calendar, "--json")
    assert code == 4
    assert len(json.loads(out)["findings"]) == 2
    code, _, err = run("schedule", *files('[[mentees]]\nid = "fren"\n'))
    assert code == 4
    assert "Did you mean 'fern'?" in err
    code, _, err = run("match", problem, "--visits-in", calendar)
    assert code == 4
    assert "Did you mean 'fern'?" in err
    assert run("schedule", problem)[0] == 2
    (tmp_path / "pairs.json").write_text('[["fern", "oak"]]', encoding="utf-8")
    assert run("schedule", *files(), "--matching", tmp_path / "pairs.json", "--time-limit", 0)[0] == 1


def test_findings_of_input_and_calendar_at_once(run, files):
    """Whoever mends one file sees what is wrong in the other one."""
    problem, calendar = files('time_zone = "Mars"\n')
    problem.write_text('{"mentees": [{}], "mentors": []}', encoding="utf-8")
    for words in (["schedule", problem, calendar], ["match", problem, "--visits-in", calendar]):
        code, _, err = run(*words)
        assert code == 4
        assert "2 errors" in err
        assert "No time zone has this name" in err
        assert "id of mentee number 1 is missing" in err


def test_the_pairs_of_an_announced_match(run, files, tmp_path):
    """They are not matched anew; sites that the input does not have are findings."""
    pairs = tmp_path / "pairs.json"
    pairs.write_text('[["fern", "oak"]]', encoding="utf-8")
    code, out, _ = run("schedule", *files(), "--matching", pairs, "--json")
    assert code == 0
    assert [visit["mentee"] for visit in json.loads(out)["visits"]] == ["fern"]
    pairs.write_text('[["elm", "oak"]]', encoding="utf-8")
    code, _, err = run("schedule", *files(), "--matching", pairs)
    assert code == 4
    assert "'elm' is no mentee of the input" in err


def test_a_match_that_knows_the_visits(run, files):
    """Pairs without common days are refused where the calendar is named, and why-not says so."""
    problem, calendar = files('[[mentors]]\nid = "oak"\nhosting = [{first = 2027-03-06}]\n')
    code, out, err = run("match", problem, "--visits-in", calendar)
    assert code == 0
    assert "Without a mentor: Fern County, Moss City" in out
    assert "2 pairs have no days in common for a visit, and are refused." in err
    code, out, _ = run("why-not", problem, "fern", "oak", "--visits-in", calendar)
    assert "no 2 days in a row in common" in " ".join(out.split())


def test_the_next_command_asks_the_same(run, files):
    """What would settle it is asked with the calendar that refused the pairs, named or as the plan's own."""
    pinned = PROBLEM | {"rules": [{"kind": "pin", "mentee": "fern", "mentor": "oak"}]}
    problem, calendar = files('[[mentors]]\nid = "oak"\nhosting = [{first = 2027-03-06}]\n')
    problem.write_text(json.dumps(pinned), encoding="utf-8")
    told = f"prssmi-match diagnose {problem} --visits-in {calendar}"
    code, _, err = run("match", problem, "--visits-in", calendar)
    assert code == 3
    assert f"What would settle it: {told}" in err
    code, out, err = run("diagnose", problem, "--visits-in", calendar)
    assert code == 3
    assert "no 2 days in a row in common" in " ".join(out.split())
    assert f"To make change number 1: {told} --apply 1" in err
    calendar.write_text("refuse_pairs = true\n" + calendar.read_text(encoding="utf-8"), encoding="utf-8")
    code, _, err = run("schedule", problem, calendar)
    assert code == 3
    assert f"What would settle it: {told}" in err
