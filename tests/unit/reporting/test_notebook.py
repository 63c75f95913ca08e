from __future__ import annotations

from html.parser import HTMLParser

import pytest

import prssmi_match as pm
from prssmi_match.reporting.notebook import MOST_ROWS, OF_THEMSELVES
from unit.reporting.cohorts import HOSTILE, hostile_result, no_answer, spring, spring_problem
from unit.reporting.parts import alternatives, diagnosis, every_part

TAGS = {
    "div", "p", "strong", "bdi", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class _Shown(HTMLParser):
    """Reads what a notebook is given: tags with their attributes, and the text; every tag is closed in order."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words, self._open = [], [], []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(self.words)


def _shown(value):
    return _Shown(value._repr_html_())


def _objects(result):
    return [result.problem, result, *(part for part in every_part(result) if isinstance(part, OF_THEMSELVES))]


def test_a_problem_shows_its_rules_and_aims():
    """How many sites, the rules in words, and the aims in order."""
    text = _shown(spring_problem()).text
    assert "Spring cohort" in text
    assert "4 available of 6" in text
    assert "3 available of 4, with 7 places" in text
    assert "At most 3 mentees are matched." in text
    assert text.index("coverage") < text.index("fairness")


def test_an_empty_problem_shows_itself():
    """Nothing is a problem, too."""
    assert "0 available of 0" in _shown(pm.Problem(preset="none")).text


def test_a_result_shows_its_answer():
    """The verdict, every pair with its points, and who has no mentor."""
    shown = _shown(spring())
    for words in ("Proved best", "Alder County", "Oak City", "Dogwood Parish", "3 of 4 available"):
        assert words in shown.text
    assert ("th", "col") in [(tag, attrs.get("scope")) for tag, attrs in shown.tags]


def test_a_result_without_an_answer_shows_the_conflict():
    """Where there is no answer, what conflicts is there at once."""
    text = _shown(no_answer()).text
    assert "There is no answer" in text
    assert "Oak City takes at most 2 mentees." in text


def test_a_diagnosis_and_alternatives_show_their_sentences():
    """Conflicts, repairs with their costs, and other answers."""
    text = _shown(diagnosis("pine", "oak")).text
    assert "pine says no." in text
    assert "2 ways to keep all the other rules" in text
    assert "1 other answer." in _shown(alternatives(spring())).text


@pytest.mark.parametrize("number", range(len(_objects(spring()))))
def test_all_of_them_show_something(number):
    """Each object that says it shows itself has words."""
    assert len(_shown(_objects(spring())[number]).text) > 40


@pytest.mark.parametrize("number", range(len(_objects(hostile_result()))))
def test_hostile_data_stays_text(number):
    """No tag, attribute, style or link comes from the data, and dollar signs are no mathematics."""
    shown = _shown(_objects(hostile_result())[number])
    assert {tag for tag, _ in shown.tags} <= TAGS
    assert {name for _, attrs in shown.tags for name in attrs} <= {"style", "scope", "class"}
    styles = {attrs["style"] for _, attrs in shown.tags if "style" in attrs}
    assert len(styles) <= 3
    assert "tex2jax_ignore" in shown.tags[0][1]["class"]


def test_hostile_names_are_there_in_whole():
    """What is escaped is still said: each hostile name of a pair is read back as it was written."""
    result = hostile_result()
    shown = _Shown(result._repr_html_())
    assert [text for text in HOSTILE if text not in shown.text] == []


def test_a_large_answer_stays_small():
    """A table ends after so many rows, and says how many more there are."""
    document = {"mentees": [{"id": f"a{number:03}"} for number in range(100)], "mentors": [{"id": "m"}], "rules": [
        {"kind": "forbid", "mentee": f"a{number:03}", "mentor": "m"} for number in range(100)
    ]}  # fmt: skip
    shown = _shown(pm.Problem.model_validate(document))
    rules = 100 + len(pm.Problem().program.rules)
    assert f"{rules - MOST_ROWS} more rows" in shown.text
    assert len([tag for tag, _ in shown.tags if tag == "tr"]) < 2 * MOST_ROWS


def test_questions_of_later_show_themselves():
    """What may happen after a match is told without the problem, too: by ids, and in its sentences."""
    result = pm.match(spring_problem(previous=[{"mentee": "alder", "mentor": "oak"}]))
    found = [
        pm.whatif.backups(result),
        pm.whatif.change_curve(result),
        pm.whatif.waitlist(result),
        pm.whatif.withdrawals(result),
    ]
    assert all(isinstance(part, OF_THEMSELVES) for part in found)
    assert min(len(_shown(part).text) for part in found) > 40
