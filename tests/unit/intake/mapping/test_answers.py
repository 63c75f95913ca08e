import pytest

from prssmi_match.intake.surveys import Layout
from unit.intake.mapping.surveys import apply, survey_of

CHECKS = ["id", "Q3[A]", "Q3[B]", "Q3[other]"]
MEANT = {"A": "diversion", "B": "child_welfare", "Drug court": "other_criminal_justice"}


def codes(findings):
    """Return code and cell of every finding."""
    return [(found.code, found.spot.cell if found.spot else "") for found in findings]


def test_options_in_columns_of_their_own():
    """Marks, the option's own text, and what was typed beside Other are read; a no is a no."""
    survey = survey_of(CHECKS, ["pine", "Y", None, None], ["lake", "N/A", "b", "drug court"], ["bay", "0", "1", None])
    rows, findings = apply(survey, {"settings": {"question": "Q3", "answers": MEANT}})
    assert [row["settings"] for row in rows] == [
        ["diversion"],
        ["child_welfare", "other_criminal_justice"],
        ["child_welfare"],
    ]
    assert findings == []


def test_marks_and_options_that_are_not_understood():
    """A mark that says nothing, and an option without meaning, are told at their cells; the rest is kept."""
    survey = survey_of(CHECKS, ["pine", "Y", "perhaps", None], ["lake", None, None, "Court of drugs"])
    rows, findings = apply(survey, {"settings": {"question": "Q3", "answers": MEANT}})
    assert rows == [{"id": "pine", "settings": ["diversion"]}, {"id": "lake"}]
    assert codes(findings) == [("unclear_mark", "C2"), ("unknown_answer", "D3")]
    assert "'Court of drugs' is not one of" in findings[1].sentence


def test_an_answer_that_means_nothing_is_left_out():
    """An empty meaning leaves an option out without a finding."""
    survey = survey_of(["id", "Q3"], ["pine", "Diversion; none of these"])
    rows, findings = apply(survey, {"settings": {"question": "Q3", "answers": {"None of these": ""}}})
    assert (rows, findings) == ([{"id": "pine", "settings": ["diversion"]}], [])


def test_a_cell_that_lists_options_with_commas():
    """Known options are found whole; unknown text is never split, and is told."""
    answers = {"Child welfare (courts, CPS)": "child_welfare"}
    survey = survey_of(
        ["id", "Q3"], ["pine", "Diversion, Child welfare (courts, CPS)"], ["lake", "Jails, prisons"], separator=","
    )
    rows, findings = apply(survey, {"settings": {"question": "Q3", "answers": answers}})
    assert rows == [{"id": "pine", "settings": ["diversion", "child_welfare"]}, {"id": "lake"}]
    assert codes(findings) == [("unsplit_list", "B3")]


def test_a_separator_that_the_mapping_names():
    """Where a cell is split at another mark than its options stand between, the finding says how to set it."""
    survey = survey_of(["id", "Q3"], ["pine", "Diversion, Child welfare"])
    rows, findings = apply(survey, {"settings": {"question": "Q3"}})
    assert (rows, codes(findings)) == ([{"id": "pine"}], [("unknown_answer", "B2")])
    assert 'set separator = "," for settings' in findings[0].sentence
    rows, findings = apply(survey, {"settings": {"question": "Q3", "separator": ","}})
    assert (rows, findings) == ([{"id": "pine", "settings": ["diversion", "child_welfare"]}], [])


def test_a_number_in_words_has_two_ways_out():
    """The answer can be mended in the export, or the mapping says what it means."""
    survey = survey_of(["id", "Q7"], ["pine", "3-5"])
    _, (finding,) = apply(survey, {"team_size": {"question": "Q7"}})
    assert finding.code == "not_a_whole_number"
    assert 'under answers of team_size in the mapping: "3-5" = "..."' in finding.sentence
    rows, findings = apply(survey, {"team_size": {"question": "Q7", "answers": {"3-5": "4"}}})
    assert (rows, findings) == ([{"id": "pine", "team_size": 4}], [])


def test_numbers_that_are_codes_of_sites():
    """A ranking of numbers may be the other layout, or codes: both are said, and codes with a meaning are read."""
    survey = survey_of(["id", "Q5[1]", "Q5[2]"], ["pine", "2", "1"])
    _, (finding,) = apply(survey, {"preferences": {"question": "Q5"}})
    assert finding.code == "swapped_ranking"
    assert "under answers of preferences which site each is" in finding.sentence
    rows, findings = apply(survey, {"preferences": {"question": "Q5", "answers": {"1": "oak", "2": "elm"}}})
    assert (rows, findings) == ([{"id": "pine", "preferences": [["elm"], ["oak"]]}], [])


def test_what_a_draft_left_open():
    """The question mark of a draft is told as such."""
    _, (finding, *_) = apply(survey_of(["id", "Q3"], ["pine", "x"]), {"state": {"question": "?"}})
    assert finding.code == "unknown_question"
    assert "write in place of '?' which one it is" in finding.sentence


@pytest.mark.parametrize(
    ("header", "row", "layout", "ranking"),
    [
        (["id", "Q5[1]", "Q5[2]", "Q5[3]"], ["pine", "Oak City", "elm", None], None, Layout.RANK_COLUMNS),
        (["id", "Q5[oak]", "Q5[elm]", "Q5[ash]"], ["pine", "1", "2", "N/A"], None, Layout.ITEM_COLUMNS),
        (["id", "Q5"], ["pine", "OAK CITY;Elm County;"], None, Layout.ORDERED),
        (["id", "Q5[1]", "Q5[2]", "Q5[3]"], ["pine", "oak", "elm", None], "rank_columns", Layout.ITEM_COLUMNS),
        (["id", "Q5[oak]", "Q5[elm]", "Q5[ash]"], ["pine", "1", "2.0", None], "item_columns", Layout.RANK_COLUMNS),
    ],
)
def test_every_layout_of_a_ranking(header, row, layout, ranking):
    """By rank, by item and in order, as the system writes it or as the mapping says, the same preferences come out."""
    field = {"question": "Q5"} | ({"layout": layout} if layout else {})
    rows, findings = apply(survey_of(header, row, ranking=ranking), {"preferences": field})
    assert (rows[0]["preferences"], findings) == ([["oak"], ["elm"]], [])


def test_equal_ranks_are_a_tie():
    """Where each item has a rank, two may have the same; gaps do not matter."""
    survey = survey_of(["id", "Q5[oak]", "Q5[elm]", "Q5[ash]"], ["pine", "2", "5", "2"], ranking=Layout.ITEM_COLUMNS)
    rows, findings = apply(survey, {"preferences": {"question": "Q5"}})
    assert (rows[0]["preferences"], findings) == ([["oak", "ash"], ["elm"]], [])


@pytest.mark.parametrize(
    ("header", "row", "layout", "other"),
    [
        (["id", "Q5[oak]", "Q5[elm]"], ["pine", "2", "1"], "rank_columns", "item_columns"),
        (["id", "Q5[1]", "Q5[2]"], ["pine", "Elm County", "Oak City"], "item_columns", "rank_columns"),
    ],
)
def test_a_swapped_ranking_is_never_read(header, row, layout, other):
    """Where the cells show the opposite layout, no preference is made of them, and the right layout is named."""
    rows, findings = apply(survey_of(header, row), {"preferences": {"question": "Q5", "layout": layout}})
    assert rows == [{"id": "pine"}]
    assert [found.code for found in findings] == ["swapped_ranking"]
    assert f'layout = "{other}"' in findings[0].sentence


def test_numbers_as_codes_of_items_are_no_swapped_ranking():
    """Where the mapping says what the numbers mean, they are items."""
    answers = {"1": "oak", "2": "elm"}
    survey = survey_of(["id", "Q5[1]", "Q5[2]"], ["pine", "2", "1"])
    rows, findings = apply(survey, {"preferences": {"question": "Q5", "answers": answers}})
    assert (rows[0]["preferences"], findings) == ([["elm"], ["oak"]], [])


def test_ranks_that_cannot_be():
    """A site that is ranked twice, or not at all understood, is told at its cell; the others stay."""
    survey = survey_of(["id", "Q5[1]", "Q5[2]", "Q5[3]"], ["pine", "oak", "Oak City", "Elm Cty"])
    rows, findings = apply(survey, {"preferences": {"question": "Q5"}})
    assert rows[0]["preferences"] == [["oak"]]
    assert codes(findings) == [("unknown_answer", "D2"), ("ranked_twice", "C2")]
    assert "Did you mean 'elm'?" in findings[0].sentence


def test_topics_with_levels():
    """Each item is a topic, its cell the level, as a number or in words; zero words leave it out."""
    survey = survey_of(
        ["id", "Q7[peer workforce]", "Q7[courts]", "Q7[data]"],
        ["pine", "5", "somewhat", "not at all"],
        ["lake", "7", None, "very"],
    )
    field = {"question": "Q7", "levels": {"Somewhat": 3, "Not at all": 0}}
    rows, findings = apply(survey, {"topics": field})
    assert rows == [{"id": "pine", "topics": {"peer workforce": 5, "courts": 3}}, {"id": "lake"}]
    assert codes(findings) == [("not_a_whole_number", "D3"), ("level", "B3")]


def test_bare_topics():
    """Topics that are only chosen have the level of bare topics; what is typed stays a topic of its own."""
    survey = survey_of(["id", "Q7"], ["pine", "Peer workforce;Peer workforces"])
    rows, findings = apply(survey, {"topics": {"question": "Q7", "answers": {"peer workforce": "peer workforce"}}})
    assert (rows[0]["topics"], findings) == ({"peer workforce": 3, "Peer workforces": 3}, [])


def test_several_questions_for_one_field():
    """Dropdowns, one a rank, and questions, one a topic, are put together."""
    survey = survey_of(["id", "c1", "c2", "t_a", "t_b"], ["pine", "Elm County", "oak", "4", None])
    fields = {
        "preferences": {"question": ["c1", "c2"]},
        "topics": {"question": {"t_a": "peer workforce", "t_b": "data"}},
    }
    rows, findings = apply(survey, fields)
    assert rows == [{"id": "pine", "preferences": [["elm"], ["oak"]], "topics": {"peer workforce": 4}}]
    assert findings == []


def test_single_answers():
    """Codes and labels mean what the mapping says; Other gives what was typed; numbers are read as numbers."""
    survey = survey_of(
        ["id", "Q1", "Q1[other]", "Q2", "Q9"],
        ["pine", "A1", None, "four", "yes"],
        ["lake", "-oth-", "Tribal", "3", None],
        ["bay", "-oth-", None, "3.5", "Moon"],
    )
    fields = {
        "locale": {"question": "Q1", "answers": {"A1": "rural"}},
        "team_size": {"question": "Q2", "answers": {"Four": "4"}},
        "attributes.grantee": {"question": "Q9"},
    }
    rows, findings = apply(survey, fields)
    assert rows == [
        {"id": "pine", "locale": "rural", "team_size": 4, "attributes.grantee": "yes"},
        {"id": "lake", "locale": "tribal", "team_size": 3},
        {"id": "bay", "attributes.grantee": "Moon"},
    ]
    assert codes(findings) == [("not_a_whole_number", "D4")]


def test_sites_are_never_merged_in_silence():
    """A near miss of a mentor's name is shown, and not taken for it; an unknown prior mentor of other years is kept."""
    survey = survey_of(["id", "Q6", "Q8"], ["pine", "Oak Citty", "Old Ferry; Elm Countty"])
    fields = {"unacceptable": {"question": "Q6"}, "prior_mentors": {"question": "Q8"}}
    rows, findings = apply(survey, fields)
    assert rows == [{"id": "pine", "prior_mentors": ["Old Ferry"]}]
    assert codes(findings) == [("unknown_answer", "B2"), ("unknown_answer", "C2")]
    assert '"Oak Citty" = "oak"' in findings[0].sentence
