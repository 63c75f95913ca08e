import json

import pytest

import prssmi_match as pm
from prssmi_match.cli import main

PROBLEM = {
    "preset": "none",
    "mentees": [{"id": "pine", "name": "Pine County"}, {"id": "bay"}, {"id": "elm"}],
    "mentors": [{"id": "oak", "name": "Oak City"}],
    "history": [{"round": 2026, "mentee": "elm", "mentor": "oak"}],
}
HEAD = "Timestamp,Which site do you answer for?,SATISFIED,LESSONS\n"


@pytest.fixture
def files(tmp_path):
    """A problem, the announced matching, and the answers of two mentees, one of them without a mentor."""
    (tmp_path / "problem.json").write_text(json.dumps(PROBLEM))
    (tmp_path / "matching.json").write_text('[["pine", "oak"], ["bay", "oak"]]')
    rows = "2027-06-01,Pine County,4 - satisfied,Start small\n2027-06-02,elm,1,\n"
    (tmp_path / "answers.csv").write_text(HEAD + rows)
    return [str(tmp_path / name) for name in ("problem.json", "matching.json", "answers.csv")]


def test_without_arguments_the_survey_is_printed(capsys):
    """A coordinator gets the text to paste into a survey tool."""
    assert main(["survey"]) == 0
    assert "2. [OUTCOME] Did your mentorship run to its end?" in capsys.readouterr().out


def test_answers_are_summed_up_and_become_history(files, tmp_path, capsys):
    """The summary is printed, the findings beside it, and history.csv holds earlier rounds and this one."""
    target = tmp_path / "next" / "history.csv"
    assert main(["survey", *files, "--round", "2027", "-o", str(target)]) == 0
    told = capsys.readouterr()
    assert "1 of 2 mentees with a mentor answered" in told.out
    assert "'elm' has no mentor in this round" in told.err
    (tmp_path / "next" / "mentees.csv").write_text("id\npine\nbay\nelm\n")
    (tmp_path / "next" / "mentors.csv").write_text("id\noak\n")
    history = pm.read_problem(tmp_path / "next").history
    assert [(row.round, row.mentee, row.mentor, row.satisfaction, row.lessons) for row in history] == [
        (2026, "elm", "oak", None, None),
        (2027, "bay", "oak", None, None),
        (2027, "elm", None, None, None),
        (2027, "pine", "oak", 4, "Start small"),
    ]


def test_json_and_history_on_standard_output(files, capsys):
    """The summary as JSON keeps its schema's fields; with -o - the history alone is printed."""
    main(["survey", *files, "--json"])
    assert json.loads(capsys.readouterr().out)["silent"] == ["bay"]
    main(["survey", *files, "--round", "2027", "-o", "-"])
    assert capsys.readouterr().out.startswith("round,mentee,mentor,satisfaction,lessons\n2026,elm,oak,,\n")


def test_what_is_wrong_is_told(files, capsys):
    """Answers that cannot be read are bad input; half of the arguments are wrong usage."""
    with open(files[2], "a", encoding="utf-8") as answers:  # noqa: PTH123 - a text that came as a name
        answers.write("2027-06-03,nobody,9,\n")
    assert main(["survey", *files]) == 4
    assert "'nobody'" in capsys.readouterr().err
    for wrong in (files[:2], [*files, "--round", "2027"], [*files, "-o", "x.csv"]):
        with pytest.raises(SystemExit) as caught:
            main(["survey", *wrong])
        assert caught.value.code == 2
