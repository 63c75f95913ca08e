import pytest

import prssmi_match as pm
from exports.cohort import Answers, Ask
from exports.layouts import LAYOUTS
from prssmi_match.intake.native import history_table
from prssmi_match.intake.outcomes import read_answers
from prssmi_match.planning.survey import summarize_survey
from prssmi_match.problem.questionnaire import QUESTIONS, questionnaire
from prssmi_match.records.memory import history_rows

PROBLEM = pm.Problem.model_validate(
    {
        "preset": "none",
        "mentees": [{"id": site, "name": f"{site.title()} County"} for site in ("bay", "elm", "fir", "pine", "reed")],
        "mentors": [{"id": "oak", "name": "Oakvale"}, {"id": "ash"}],
    }
)
MATCHING = pm.Matching(pairs=[("bay", "ash"), ("elm", "oak"), ("fir", "oak"), ("pine", "ash")])
ROWS = (
    {"SITE": "pine", "OUTCOME": "Yes, it ran to its end", "SATISFIED": "4", "MATCH": "5", "VISIT": "3",
     "LESSONS": "Start small, hire peers; “ask” them.", "CHANGE": "More time, earlier"},
    {"SITE": "Bay County", "OUTCOME": "No, it ended early", "SATISFIED": "2", "SESSIONS": "1"},
    {"SITE": "Elm County", "SATISFIED": "5", "WORKPLAN": "4"},
)  # fmt: skip
HEAD = "Timestamp,SITE,OUTCOME,SATISFIED\n"


def export(layout, words="{text}"):
    """The answers as a system with this layout writes them, and the questions in these words."""
    asks = tuple(Ask(one.code, "text", words.format(code=one.code, text=one.text)) for one in QUESTIONS)
    return layout.write(Answers("survey", asks, ROWS, (True,) * 3, (1, 2, 3)))


def read(tmp_path, text, name="answers.csv"):
    """What a file of that text states."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_answers(tmp_path / name, PROBLEM, MATCHING)


@pytest.mark.parametrize("words", ["{text}", "[{code}] {text}"], ids=["words", "as printed"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_survey_system_carries_the_answers(layout, words, tmp_path):
    """Whatever system ran the survey, the same answers come in; one that exports its own codes says what it lacks.

    A question may stand there with its code before it, as the template prints it.
    """
    written = export(layout, words)
    (tmp_path / written.file).write_bytes(written.content)
    reading = read_answers(tmp_path / written.file, PROBLEM, MATCHING)
    if not reading.answers:
        assert [finding.code for finding in reading.findings] == ["missing_question"]
        assert layout.name in {"limesurvey codes", "redcap raw", "redcap labels"}
        return
    assert {one.mentee: (one.outcome, one.levels) for one in reading.required().answers} == {
        "pine": ("completed", {"SATISFIED": 4, "MATCH": 5, "VISIT": 3}),
        "bay": ("ended_early", {"SATISFIED": 2, "SESSIONS": 1}),
        "elm": (None, {"SATISFIED": 5, "WORKPLAN": 4}),
    }
    (texts,) = [one.texts for one in reading.answers if one.texts]
    assert texts == {"LESSONS": ROWS[0]["LESSONS"], "CHANGE": ROWS[0]["CHANGE"]}


def test_codes_carry_the_answers_too(tmp_path):
    """Where a tool exports the codes of the questions, as LimeSurvey does, these are enough."""
    text = "id;submitdate;lastpage;startlanguage;seed;SITE;OUTCOME;SATISFIED\n1;2027-06-01 10:00:00;1;en;1;pine;Y;A4\n"
    (answer,) = read(tmp_path, text).required().answers
    assert (answer.mentee, answer.outcome, answer.levels) == ("pine", "completed", {"SATISFIED": 4})


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    """Unknown and blank sites, answers that are no answers, repeats and questions that were left out."""
    reading = read(
        tmp_path,
        HEAD + "2027-06-01,pime,maybe,6\n2027-06-02,,,\n2027-06-03,reed,,3\n2027-06-04,elm,,45\n"
        "2027-06-05,bay,,1\n2027-06-06,bay,,2\n2027-06-07,Bay County,,3\n",
    )  # fmt: skip
    codes = [finding.code for finding in reading.findings if finding.code != "missing_question"]
    assert codes == [
        *("unknown_id", "unknown_value", "not_a_level", "missing", "not_in_plan", "not_a_level"),
        *("repeated_response", "repeated_response"),
    ]
    lacking = [one for one in reading.findings if one.code == "missing_question"]
    assert len(lacking) == 6
    assert all(one.severity == "warning" for one in lacking)
    with pytest.raises(pm.ProblemError):
        reading.required()


def test_what_cannot_be_read_is_a_finding(tmp_path):
    """A missing file, a file of no survey system, and one without the question of the site."""
    assert [one.code for one in read_answers(tmp_path / "none.csv", PROBLEM, MATCHING).findings] == ["missing_file"]
    assert [one.code for one in read(tmp_path, "a,b\n1,2\n").findings] == ["unknown_system"]
    assert [one.code for one in read(tmp_path, "Timestamp,b\n1,2\n").findings] == ["missing_question"]


def test_the_text_asks_every_question():
    """The text to paste holds the code and the words of every question, once, and a scale for each level."""
    text = questionnaire()
    assert all(text.count(f"[{one.code}] {one.text}\n") == 1 for one in QUESTIONS)
    assert text.count("1 / 2 / 3 / 4 / 5 (1: not at all, 5: very)") == 5


def test_from_the_survey_to_the_next_round(tmp_path):
    """Answers become counts and medians, then rows of history.csv, and the next round is matched by them."""
    answers = read(tmp_path, export(LAYOUTS[-1]).content.decode("utf-8-sig")).required().answers
    summary = summarize_survey(MATCHING, answers)
    assert str(summary) == "3 of 4 mentees with a mentor answered the survey at the end."
    assert summary.silent == ("fir",)
    assert {one.code: (one.counts, one.median) for one in summary.levels} == {
        "SATISFIED": ((0, 1, 0, 1, 1), 4.0), "MATCH": ((0, 0, 0, 0, 1), 5.0), "SESSIONS": ((1, 0, 0, 0, 0), 1.0),
        "VISIT": ((0, 0, 1, 0, 0), 3.0), "WORKPLAN": ((0, 0, 0, 1, 0), 4.0),
    }  # fmt: skip
    assert list(summary.to_frame()["SATISFIED"]) == [2, 5, 4]

    rows = history_rows(PROBLEM, MATCHING, 2027, answers)
    folder = tmp_path / "next"
    folder.mkdir()
    (folder / "mentees.csv").write_text("id\nbay\nelm\nfir\npine\nreed\n")
    (folder / "mentors.csv").write_text("id\noak\nash\n")
    (folder / "program.toml").write_text(
        'preset = "none"\nrules = [{kind = "selection", max = 2}]\n'
        'policy = {tiers = [{name = "turn", maximize = [{criterion = "past_disappointment"}]}]}\n'
    )
    (folder / "history.csv").write_text(history_table(rows), encoding="utf-8")
    second = pm.read_problem(folder)
    assert {row.mentee: row for row in second.history} == {row.mentee: row for row in rows}
    pine = next(row for row in second.history if row.mentee == "pine")
    assert (pine.outcome, pine.satisfaction, pine.lessons) == ("completed", 4, ROWS[0]["LESSONS"])
    assert pine.answers["How useful was the site visit?"] == "3 of 5"
    # Bay was disappointed, reed was left out: with two places, these two come first.
    matching = pm.match(second).matching
    assert {pair.mentee for pair in matching.pairs} == {"bay", "reed"}
    assert ROWS[0]["LESSONS"] in pm.report(pm.match(second)).to_markdown().replace("\\", "")
