import pytest

from unit.intake.guess.drafts import comments, draft_of, export_of, fields_of

ASKED = {
    "mentees": {
        "Application number": "id",
        "Name of your county or jurisdiction": "name",
        "Applicant agency": "organization",
        "In what state are you located?": "state",
        "What type of program do you run?": "settings",
        "Is your community urban, suburban, rural or tribal?": "locale",
        "What topics would you like to learn about?": "topics",
        "Rank the mentor sites in order of preference": "preferences",
        "Are there sites you do not want to work with?": "unacceptable",
        "Is your program new or early-stage?": "stage",
        "How many people are on your team?": "team_size",
        "How many team members would travel to the site visit?": "travelers",
        "Have you worked with any of these mentor sites before?": "prior_mentors",
        "Total score of the reviewers": "review_score",
    },
    "mentors": {
        "What is your site called?": "name",
        "What kinds of communities do you serve?": "locales_served",
        "How many mentees can you host?": "max_mentees",
        "What is the minimum number of mentees?": "min_mentees",
        "Maximum workload": "max_workload",
        "Latitude": "latitude",
        "Longitude": "longitude",
        "Areas of expertise": "topics",
    },
}
ELSEWHERE = [
    "How did you hear of us?", "How many people does your program serve each year?", "What is your annual budget?",
    "Do you employ peers with lived experience?", "Any comments?",
    "Do you agree to the terms of the program?", "Are you willing to host a site visit?", "When could you start?",
]  # fmt: skip


@pytest.mark.parametrize("side", ASKED)
def test_questions_find_their_fields(side):
    """Every field is filled from the question that asks for it, in other words than ours."""
    found = fields_of(draft_of(**{side: export_of([*ASKED[side]])}), side)
    assert {mapped["question"]: field for field, mapped in found.items()} == ASKED[side]


@pytest.mark.parametrize(
    ("side", "question"),
    [
        *((side, text) for side in ASKED for text in ELSEWHERE),
        ("mentors", "How many mentees did you have in the past?"),
    ],
)
def test_other_questions_fill_nothing(question, side):
    """A question for something else is left to a person, with its text."""
    draft = draft_of(**{side: export_of(["Site name", question], ["Pine", "some of it"])})
    assert [*fields_of(draft, side)] == ["name"]
    assert f'# "{question}",' in comments(draft)


def test_each_question_is_used_once_and_the_likest_first():
    """Of two questions for one field the likest is taken, and the other one stays free."""
    draft = draft_of(export_of(["Site name", "Team size", "Number of team members"]))
    assert fields_of(draft)["team_size"]["question"] == "Team size"
    assert '# "Number of team members",' in comments(draft)


def test_answers_speak_where_words_do_not():
    """A question whose answers are known values is claimed, and marked for a check."""
    rows = [["Pine", "Rural"], ["Lake", "Urban"], ["Moss", "Tribal"]]
    draft = draft_of(export_of(["Site name", "Where you are at home"], *rows))
    assert fields_of(draft)["locale"]["question"] == "Where you are at home"
    assert any(line.startswith('# "Where you are at home": check') for line in comments(draft))


def test_codes_are_named_where_there_are_some():
    """The mapping names a question by its code, and its text stands above it."""
    draft = draft_of(export_of(["Site name", "How large is your team?"], keys=["Q1", "size"]))
    assert fields_of(draft)["name"]["question"] == "Q1"
    assert comments(draft).index('# "Site name"') > 0


def test_ids_are_made_of_the_best_there_is():
    """Without an id the name makes it, without a name the organization, and without both a person is asked."""
    assert [*fields_of(draft_of(export_of(["Site name", "Agency"])))] == ["name", "organization"]
    made = fields_of(draft_of(export_of(["Agency"])))
    assert made["id"] == {"question": "Agency", "slug": True}
    asked = draft_of(export_of(["Any comments?"]))
    assert fields_of(asked) == {"name": {"question": "?"}}
    assert asked.open == 1


def test_contact_data_is_never_mapped():
    """Questions that hold contact data are listed and fill no field."""
    header = ["Site name", "Organization e-mail", "Name of the program director"]
    draft = draft_of(export_of(header, ["Pine", "a@example.org", "A. Person"]))
    assert [*fields_of(draft)] == ["name"]
    assert {'#   "Organization e-mail"', '#   "Name of the program director"'} <= {*comments(draft)}
    assert "example.org" not in draft.text
    assert "Person" not in draft.text


@pytest.mark.parametrize(("ids", "known_by"), [(("a", "a"), "organization"), (("a", "b"), None)])
def test_repeats_are_known_by_the_organization(ids, known_by):
    """Unless one organization states several sites by their own ids: then none of them may be lost."""
    rows = [[ids[0], "Pine Agency"], [ids[1], "pine agency"]]
    draft = draft_of(export_of(["Site ID", "Organization"], *rows))
    assert f'one_per = "{known_by}"' in draft.text.splitlines() or known_by is None
    assert ('# one_per = "organization"' in comments(draft)) == (known_by is None)


def test_a_half_of_a_location_is_not_claimed():
    """A latitude without a longitude would be a defect."""
    assert [*fields_of(draft_of(export_of(["Site name", "Latitude"], ["Pine", "46.1"])))] == ["name"]


def test_notes_tell_what_was_found_and_what_was_not():
    """The notes count the fields, name those without a question, and say when an export has codes only."""
    draft = draft_of(export_of(["Q1", "Q2"], ["x", "y"]))
    assert "mentees.csv: questions were found for 0 fields of mentees." in draft.notes
    assert any("no question was found for id, name, organization, state" in note for note in draft.notes)
    assert any("codes of the questions only" in note for note in draft.notes)
