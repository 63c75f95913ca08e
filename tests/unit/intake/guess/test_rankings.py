import pytest

from prssmi_match.intake.surveys import Layout
from unit.intake.guess.drafts import comments, draft_of, export_of, fields_of

SITES = export_of(["Site name"], ["Oak"], ["Elm"], ["Ash"])
RANKS = ["Rank the mentor sites [1]", "Rank the mentor sites [2]", "Rank the mentor sites [3]"]
ITEMS = ["Rank the mentor sites [Oak]", "Rank the mentor sites [Elm]", "Rank the mentor sites [Ash]"]
BOTH = [Layout.RANK_COLUMNS, Layout.ITEM_COLUMNS]


def preferences(header, *rows, ranking=Layout.RANK_COLUMNS, separator=";"):
    """Return the draft of a ranking, and its field."""
    rows = [[f"Pine {n}", *row] for n, row in enumerate(rows)]
    draft = draft_of(export_of(["Site name", *header], *rows, ranking=ranking, separator=separator), SITES)
    return draft, fields_of(draft)["preferences"]


@pytest.mark.parametrize("usual", BOTH)
@pytest.mark.parametrize(
    ("header", "rows", "layout"),
    [
        (RANKS, [["Oak", "Elm", ""], ["Ash", "", ""]], "rank_columns"),
        (RANKS, [["SQ003", "SQ001", ""]], "rank_columns"),
        (RANKS, [["3", "1", ""], ["2", "", ""]], "rank_columns"),
        (ITEMS, [["1", "2", ""], ["", "", "1"]], "item_columns"),
        (ITEMS, [["1", "1", "3"], ["N/A", "2", "1"]], "item_columns"),
        (ITEMS, [["1st choice", "2nd choice", ""], ["", "First choice", ""]], "item_columns"),
        (RANKS, [["2", "", "1"], ["", "1", ""]], "item_columns"),
    ],
)
def test_the_cells_show_the_layout(header, rows, layout, usual):
    """Whatever the survey system usually writes, sites and codes stand at ranks, and ranks under sites."""
    draft, found = preferences(header, *rows, ranking=usual)
    assert found["layout"] == layout
    check = "each column is a rank" if layout == "rank_columns" else "each column is a site"
    assert any(check in line and header[0] in line for line in comments(draft))


@pytest.mark.parametrize("usual", BOTH)
@pytest.mark.parametrize("rows", [[], [["1", "2", "3"]], [["Oak", "2", ""]]])
def test_where_they_do_not_the_system_decides_and_a_person_checks(rows, usual):
    """Numbers that can be both, a mixture and no answers at all are doubtful, and the notes say so first."""
    draft, found = preferences(RANKS, *rows, ranking=usual)
    assert found["layout"] == usual.value
    assert any(line.startswith("# Not certain: ") for line in comments(draft))
    assert any("check the layout of preferences" in note for note in draft.notes)


def test_a_list_in_one_cell_is_ordered():
    """One column that lists sites is read in its order."""
    draft, found = preferences(["Rank the mentor sites"], ["Oak;Elm;"], ["Ash;"])
    assert found["layout"] == "ordered"
    assert found["answers"] == {"Ash": "ash", "Elm": "elm", "Oak": "oak"}
    assert not any(line.startswith("# Not certain: ") for line in comments(draft))


@pytest.mark.parametrize(
    "header",
    [
        ["1st choice of mentor", "2nd choice of mentor", "3rd choice of mentor"],
        ["First choice mentor site", "Second choice mentor site", "Third choice mentor site"],
        ["preferences_1", "preferences_2", "preferences_3"],
        ["Rank the sites, best first 1", "Rank the sites, best first 2", "Rank the sites, best first 3"],
    ],
)  # fmt: skip
def test_a_question_a_rank_becomes_one_field(header):
    """Questions that differ by their number only are one ranking, in the order of the numbers."""
    _, found = preferences(header[::-1], ["", "Elm", "Oak"], ["", "", "Ash"])
    assert found["question"] == header
    assert found["layout"] == "rank_columns"


def test_one_rank_alone_is_never_the_ranking():
    """Where the ranks cannot be put together, none of them is taken for the whole."""
    header = ["Site name", "Choice of mentor 1", "Choice of mentor 2", "Choice of mentor 2 (again)"]
    draft = draft_of(export_of(header, ["Pine", "Oak", "Elm", ""]), SITES)
    assert fields_of(draft)["preferences"]["question"] == header[1:3]


def test_ranks_in_words_are_levels():
    """Words that say a rank are stated with it."""
    words = [f"{n}th choice" for n in range(4, 7)]
    _, found = preferences(ITEMS, ["First choice", "2nd choice", "3rd choice"], words)
    assert found["levels"] == {f"{n}th choice": n for n in (4, 5, 6)} | {
        "First choice": 1, "2nd choice": 2, "3rd choice": 3,
    }  # fmt: skip
