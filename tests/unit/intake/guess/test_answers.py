import pytest

from unit.intake.guess.drafts import comments, draft_of, export_of, fields_of

ASKS = '   # not understood: say what it means, or leave it out with ""'


def settings_draft(*labels):
    """Return the draft of a question for settings with an option a column, in which each is chosen once."""
    header = ["Site name", *(f"Program settings [{label}]" for label in labels)]
    rows = [[f"Site {n}", *("Y" if n == m else "" for m in range(len(labels)))] for n in range(len(labels))]
    return draft_of(export_of(header, *rows))


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Diversion", "diversion"), ("CHILD  welfare", "child_welfare"), ("Jail diversion", "diversion"),
        ("Child welfare, family courts", "child_welfare"), ("Other criminal justice", "other_criminal_justice"),
        ("Alternatives to incarceration (courts)", "alternatives_to_incarceration"),
    ],
)  # fmt: skip
def test_known_values_are_stated(label, value):
    """A label that says a known value, or holds it without a doubt, gets that value."""
    found = fields_of(settings_draft(label, "Alpha"))["settings"]
    assert found["layout"] == "checked"
    assert found["answers"] == {label: value}


@pytest.mark.parametrize("label", ["Drug court", "SQ001", "2", "Something else"])
def test_what_is_not_understood_is_left_to_a_person(label):
    """It stands as a comment, with what can be meant above, and is counted."""
    draft = settings_draft("Diversion", label)
    assert fields_of(draft)["settings"]["answers"] == {"Diversion": "diversion"}
    assert f'# "{label}" = ""{ASKS}' in comments(draft)
    assert any(line.startswith("# What can be meant: diversion, alternatives") for line in comments(draft))
    assert draft.open == 1


@pytest.mark.parametrize(
    ("label", "guess"),
    [
        ("Diverson", "diversion"),
        ("Child wellfare", "child_welfare"),
        ("Not child welfare", "child_welfare"),
        ("Diversion or child welfare, whatever there is", "child_welfare"),
    ],
)
def test_near_misses_are_never_merged(label, guess):
    """A misspelled, denied or double value is shown as a guess, and not stated."""
    draft = settings_draft("Alternatives to incarceration", label)
    assert [*fields_of(draft)["settings"]["answers"]] == ["Alternatives to incarceration"]
    shown = [line for line in comments(draft) if line.startswith(f'# "{label}" = "{guess}"   # a guess')]
    assert len(shown) == draft.open == 1


SITES = export_of(["Site name"], ["Oak City"], ["Elm County"], ["Ash Village"], ["Ash Village "])


def site_draft(field, *cells, mentors=SITES):
    """Return the draft of a question that lists sites, answered by one site each."""
    rows = [[f"Pine {n}", cell] for n, cell in enumerate(cells)]
    return draft_of(export_of(["Site name", field], *rows), mentors)


def test_sites_are_matched_to_the_other_side():
    """Names get the ids that the mapping makes of them; misspelled ones are shown."""
    draft = site_draft("Sites to avoid", "Oak City; elm  county", "Elm Conty", "Fir")
    found = fields_of(draft)["unacceptable"]
    assert found == {
        "question": "Sites to avoid",
        "layout": "listed",
        "answers": {"elm  county": "elm-county", "Oak City": "oak-city"},
    }
    assert any(line.startswith('# "Elm Conty" = "elm-county"   # a guess') for line in comments(draft))
    assert f'# "Fir" = ""{ASKS}' in comments(draft)
    assert "# What can be meant: ash-village, elm-county, oak-city" in comments(draft)


def test_stated_ids_are_the_sites():
    """Where the other side states ids, these are meant, by id or by name."""
    mentors = export_of(["Site ID", "Site name"], ["m1", "Oak City"], ["m2", "Elm County"])
    draft = site_draft("Sites to avoid", "Oak City", "m2", mentors=mentors)
    assert fields_of(draft)["unacceptable"]["answers"] == {"Oak City": "m1", "m2": "m2"}


def test_names_of_two_sites_are_not_taken_for_one():
    """A name that two sites share is not understood."""
    mentors = export_of(["Site ID", "Site name"], ["m1", "Oak"], ["m2", "Oak"], ["m3", "Elm"])
    draft = site_draft("Sites to avoid", "Oak", "Elm", mentors=mentors)
    assert fields_of(draft)["unacceptable"]["answers"] == {"Elm": "m3"}
    assert f'# "Oak" = ""{ASKS}' in comments(draft)


def test_without_the_other_side_only_codes_are_open():
    """Names are understood when the mapping is applied; codes are not."""
    draft = site_draft("Sites to avoid", "Oak City", "SQ001", mentors=None)
    assert "answers" not in fields_of(draft)["unacceptable"] or not fields_of(draft)["unacceptable"]["answers"]
    assert f'# "SQ001" = ""{ASKS}' in comments(draft)
    assert draft.open == 1


def test_mentors_of_other_years_are_kept():
    """A prior mentor that this program does not know is no question; that there was none is left out."""
    draft = site_draft("Sites worked with before", "Oak City", "Fir Town", "None")
    assert fields_of(draft)["prior_mentors"]["answers"] == {"None": "", "Oak City": "oak-city"}
    assert '# "Fir Town" = "Fir Town"   # no mentor of this program; kept as it is' in comments(draft)
    assert draft.open == 0


@pytest.mark.parametrize(
    ("cell", "options"),
    [
        ("Urban, Rural", ["Rural", "Urban"]),
        ("urban, rural", ["rural", "urban"]),
        ("Cities (large, small), Rural", ["Cities (large, small)", "Rural"]),
        ("Tribal lands, with their neighbors, Rural", ["Rural", "Tribal lands, with their neighbors"]),
        ("Urban, rural", ["rural", "Urban"]),
    ],
)
def test_lists_are_split_as_a_draft(cell, options):
    """Small letters and parentheses go on with the option before, known values do not; the draft tells of it."""
    draft = draft_of(mentors=export_of(["Site name", "Areas served"], ["Oak", cell], separator=","))
    lines = draft.text.split("[mentors.fields.locales_served.answers]")[1].splitlines()
    written = [line.removeprefix("# ").split('"')[1] for line in lines if '" = "' in line]
    assert written == options
    assert any("Cells were split at" in line for line in lines)


def test_topics_name_themselves():
    """Items with words need no answers."""
    draft = draft_of(export_of(["Site name", "Topics [training]", "Topics [housing]"], ["Pine", "5", "2"]))
    assert fields_of(draft)["topics"] == {"question": "Topics", "layout": "item_columns"}


def test_codes_of_topics_are_not_taken_for_topics():
    """The field stands as a comment until its topics are written: the same code may mean two topics on two sides."""
    draft = draft_of(export_of(["Site name", "Topics [SQ001]", "Topics [SQ002]"], ["Pine", "5", "2"]))
    assert "topics" not in fields_of(draft)
    assert {"# [mentees.fields.topics]", '# "SQ001" = ""   # write the topic'} <= {*comments(draft)}
    assert draft.open == 2


def test_topics_that_the_other_side_spells_otherwise_are_shown():
    """The near miss stands as a comment on one side, so that not both are turned around."""
    asked = ["Site name", "Topics [peer workforce]", "Topics [housing]"]
    draft = draft_of(
        export_of(asked, ["Pine", "5", "2"]),
        export_of(["Site name", "Expertise [Peer work force]", "Expertise [housing]"], ["Oak", "5", "2"]),
    )
    shown = [line for line in comments(draft) if "the same topic?" in line]
    assert [line.split("   #")[0] for line in shown] == ['# "peer workforce" = "Peer work force"']
    assert not fields_of(draft)["topics"].get("answers")


def test_a_question_an_item_becomes_one_field():
    """Questions that begin alike and go on with a topic fill the topics together."""
    header = ["Site name", "How much do these topics matter? training", "How much do these topics matter? housing"]
    found = fields_of(draft_of(export_of(header, ["Pine", "5", "2"])))["topics"]
    assert found == {"layout": "item_columns", "question": {header[1]: "training", header[2]: "housing"}}


def test_levels_in_words_are_drafted():
    """Words of a known scale get a level to be checked, others are left to a person."""
    header = ["Site name", "Topics [training]", "Topics [housing]", "Topics [jobs]"]
    draft = draft_of(export_of(header, ["Pine", "Very important", "4 - rather", "Meh"]))
    assert fields_of(draft)["topics"]["levels"] == {"4 - rather": 4, "Very important": 5}
    assert any(line.startswith('# "Meh" = 0   # not understood') for line in comments(draft))
    assert draft.open == 1


def test_many_answers_are_counted_instead_of_shown():
    """Eighty lines are enough to see that it is the wrong question, and the others are counted."""
    rows = [[f"Pine {n}", f"Court number {n:03}"] for n in range(100)]
    draft = draft_of(export_of(["Site name", "Sites to avoid"], *rows), SITES)
    assert "# And 20 more answers; is this the right question?" in comments(draft)
    assert draft.open == 100
