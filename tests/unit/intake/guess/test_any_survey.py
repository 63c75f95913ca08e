import random
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prssmi_match.intake.grid import Row, Sheet
from prssmi_match.intake.guess import draft_mapping
from prssmi_match.intake.mapping import Mapping, Vocabulary, gather, parse_mapping, tabulate
from prssmi_match.intake.surveys import Layout, Part, Question, Response, Survey
from prssmi_match.intake.surveys.recognition import Recognized
from unit.intake.guess.drafts import draft_of, export_of, fields_of

WORDS = st.sampled_from(
    [
        "Rank the mentor sites", "preferences_1", "preferences_2", "Topics? training", "Topics? jobs", "Q1",
        "Organization", "Sites to avoid", "Program settings", "State", "Latitude", "Longitude", "E-mail", "1", "2", "Y",
        "Site name", "Oak", "Diversion", "Diversion, child welfare", "OH", "46.1|-92.9", "1st choice", "-oth-", "",
    ]
)  # fmt: skip
TEXTS = WORDS | st.text(max_size=12) | st.text("\"'\\#=[]{}\n\r\t\x00\x1f\x7f\x85\u2028\u202e", max_size=8)


@st.composite
def surveys(draw):
    """Draw an export of any questions, parts and cells, whatever a reader makes of it."""
    width = draw(st.integers(0, 5))
    rows = draw(st.lists(st.lists(st.none() | TEXTS, min_size=width, max_size=width), max_size=4))
    header = draw(st.lists(TEXTS, min_size=width, max_size=width))
    sheet = Sheet("a.csv", tuple(Row(f"row {n}", tuple(cells), n) for n, cells in enumerate([header, *rows], start=1)))
    parts = {}
    for position in range(width):
        part = Part(position, draw(TEXTS), draw(TEXTS), other=draw(st.booleans()))
        parts.setdefault(draw(TEXTS), []).append(part)
    questions = tuple(Question(key, draw(TEXTS), tuple(own)) for key, own in parts.items())
    responses = tuple(Response(row, draw(st.booleans()), draw(TEXTS)) for row in sheet.rows[1:])
    ranking = draw(st.sampled_from([Layout.RANK_COLUMNS, Layout.ITEM_COLUMNS, Layout.ORDERED]))
    return Survey(draw(TEXTS), sheet, questions, responses, ranking, draw(st.sampled_from(",;")))


@settings(max_examples=150)
@given(surveys(), surveys(), TEXTS)
def test_every_draft_can_be_read(mentees, mentors, file):
    """Whatever was asked and answered, the draft is TOML and a mapping, and applying it raises nothing."""
    draft = draft_mapping({"mentees": (file, Recognized(mentees, "")), "mentors": ("b", Recognized(mentors, ""))})
    mapping = parse_mapping(tomllib.loads(draft.text))
    assert isinstance(mapping, Mapping), mapping
    assert draft.open >= 0
    for side, survey in (("mentees", mentees), ("mentors", mentors)):
        tabulate(gather(side, mapping.sides()[side], survey, "mapping.toml"), Vocabulary({"oak": "Oak"}, "mentor"))


@settings(max_examples=150)
@given(surveys(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(survey, chance):
    """The same submissions in another order give the same draft."""
    responses = [*survey.responses]
    chance.shuffle(responses)
    turned = Survey(survey.system, survey.sheet, survey.questions, tuple(responses), survey.ranking, survey.separator)
    drafts = [draft_of(Recognized(one, ""), Recognized(one, "")) for one in (survey, turned)]
    assert drafts[0] == drafts[1]


HOSTILE = [
    'a"b',
    "a\\b\\u0041",
    'x"""\n[mentors]\n#',
    "# [mentees]",
    "tab\there",
    "\u202etxet",
    "nul\x00\x1f\x7f\x85\u2028z",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_texts_stay_texts(hostile):
    """Quotes, backslashes, line breaks and control characters neither end a comment nor change a string."""
    header = [
        f"Site name {hostile}",
        f"Any remarks {hostile}",
        f"Program settings [{hostile}]",
        f"Settings {hostile} [b]",
    ]
    export = export_of(header, ["Pine", "x", "Y", "Y"], keys=[f"n{hostile}", f"r{hostile}", "s", "t"])
    draft = draft_mapping({"mentees": (f"{hostile}.csv", export)})
    content = tomllib.loads(draft.text)
    assert [*content] == ["schema_version", "mentees"]
    assert content["mentees"]["file"] == f"{hostile}.csv"
    assert fields_of(draft)["name"]["question"] == f"n{hostile}"
    hidden = {letter for letter in draft.text if not letter.isprintable()} - {"\n"}
    assert not hidden


def test_a_commented_answer_can_be_taken_as_it_stands():
    """Removing the # before a guess makes a line that says the very text of the survey."""
    hostile = 'Child "wellfare" \\ \x07 # \u202e'
    header = ["Site name", "Settings [Diversion]", f"Settings [{hostile}]"]
    draft = draft_of(export_of(header, ["Pine", "Y", "Y"]))
    line = next(line for line in draft.text.splitlines() if line.startswith("#") and "a guess" in line)
    assert tomllib.loads(line.removeprefix("# ")) == {hostile: "child_welfare"}


def test_the_same_survey_gives_the_same_draft():
    """Nothing is drawn or timed, and both sides can come in any order."""
    one, other = export_of(["Site name"], ["Pine"]), export_of(["Site name"], ["Oak"])
    surveys = [("mentees", ("a", one)), ("mentors", ("b", other))]
    random.Random(1).shuffle(surveys)
    assert draft_mapping(dict(surveys)) == draft_mapping(dict(surveys[::-1]))
