"""Review scores: what the table of reviews says, and every way in which it can be wrong."""

import datetime as dt
import decimal

import numpy as np
import pandas as pd
import pytest
from pydantic import ValidationError

import prssmi_match as pm
from prssmi_match.errors import ProblemError
from prssmi_match.intake.delimited import read_delimited
from prssmi_match.intake.grid import Grid, Row, as_grid
from prssmi_match.intake.reviews import (
    Incomplete,
    ReviewSettings,
    SiteReviews,
    aggregate_reviews,
    review_notes,
    scores_by_side,
    summarize_reviews,
)

MENTEES, MENTORS = ("pine", "lake", "ten"), ("oak", "elm", "ten")
RUBRIC = {"Need": {"weight": 2, "max": 5}, "Plan": {"max": 5}}


def read(text, **settings):
    """Return the summary of a CSV file."""
    grid = as_grid(read_delimited(text.encode(), "reviews.csv"))
    return aggregate_reviews(grid, ReviewSettings.model_validate(settings), MENTEES, MENTORS)


def codes(text, **settings):
    """Return code and place of every finding of a CSV file."""
    return [(found.code, found.place) for found in read(text, **settings).findings]


def only(text, **settings):
    """Return the one finding of a CSV file."""
    (finding,) = read(text, **settings).findings
    return finding


def test_a_sum_without_a_highest_score():
    """Without highest scores a total is the weighted sum, and a site's score the mean of its totals."""
    summary = read(
        "reviewer,site,Need,Plan\nAnn,pine,4,3\nBen,pine,5,2.5\nAnn,oak,1,1\n",
        rubric={"Need": {"weight": 2}, "Plan": {}},
    )
    assert summary.findings == ()
    assert summary.mentees["pine"] == SiteReviews(11.75, 2, (), 0, 11.0, 12.5, 1.5, 0.75)
    assert summary.mentors["oak"] == SiteReviews(3.0, 1, (), 0, 3.0, 3.0, None, None)


def test_percent_of_the_highest_score():
    """Where every criterion has a highest score, a total is in percent of the weighted highest."""
    summary = read("reviewer,site,Need,Plan\nAnn,pine,4,3\nAnn,lake,5,5\nAnn,oak,0,0\n", rubric=RUBRIC)
    assert summary.mentees["pine"].score == 73.33
    assert summary.mentees["lake"].score == 100
    assert summary.mentors["oak"].score == 0


def test_without_a_rubric_every_other_column_counts():
    """Without a rubric all columns count alike, notes and blank rows apart."""
    summary = read("reviewer,Need,site,#note,Plan\nAnn,4,pine,good,3\n,,,,\n,,,only a note,\n")
    assert (summary.mentees["pine"].score, summary.findings) == (7.0, ())


def test_sites_without_reviews_are_unknown():
    """A site that nobody reviewed has no score, and stands in the answer."""
    summary = read("reviewer,site,Need\nAnn,pine,4\n")
    assert (*summary.mentees,) == ("lake", "pine", "ten")
    assert summary.mentees["lake"] == SiteReviews()
    assert scores_by_side(summary) == {"mentees": {"pine": 4.0}, "mentors": {}}


def test_rounding_is_half_up_at_the_end():
    """A mean between two hundredths goes up, as written in decimals, and only the mean is rounded."""
    assert read("reviewer,site,Need\nAnn,pine,1.005\n").mentees["pine"].score == 1.01
    thirds = read("reviewer,site,Need\nAnn,pine,1.004\nBen,pine,1.004\nCy,pine,1.007\n")
    assert thirds.mentees["pine"].score == 1.01


def test_incomplete_reviews_are_listed():
    """A review with a blank criterion is left out, and said with the reviewer and the criteria."""
    summary = read("reviewer,site,Need,Plan\nCy,pine,,2\nBen,pine,,\nAnn,pine,4,3\n", rubric={"Need": {}, "Plan": {}})
    pine = summary.mentees["pine"]
    assert (pine.score, pine.reviews) == (7.0, 1)
    assert pine.missing == (Incomplete("Ben", ("Need", "Plan")), Incomplete("Cy", ("Need",)))
    assert [(found.code, found.place, found.severity) for found in summary.findings] == [
        ("missing_score", "reviews.csv row 2, column Need", "warning"),
        ("missing_score", "reviews.csv row 3", "warning"),
    ]
    assert [found.sentence for found in summary.findings] == [
        "Cy has not scored Need of 'pine' yet; the review is left out until it is whole.",
        "Ben has not scored 'pine' yet; the review is left out until it is whole.",
    ]


@pytest.mark.parametrize("word", ["yes", "Y", " TRUE ", "1", "x"])
def test_conflicts_of_interest_are_left_out(word):
    """A review with a conflict is counted apart, blank or not; the other reviews of the same person stay."""
    text = f"reviewer,site,Need,conflict\nAnn,pine,1,{word}\nAnn,lake,2,no\nAnn,oak,,{word}\nBen,pine,5,\n"
    summary = read(text)
    assert summary.findings == ()
    assert (summary.mentees["pine"].score, summary.mentees["pine"].excluded) == (5.0, 1)
    assert summary.mentees["lake"].score == 2.0
    assert (summary.mentors["oak"].score, summary.mentors["oak"].excluded) == (None, 1)


def test_named_columns():
    """The columns may have the names of the export."""
    text = "Who,Application,Need,COI\nAnn,pine,4,no\nBen,pine,1,yes\n"
    summary = read(text, reviewer="Who", site="Application", conflict="COI")
    assert (summary.mentees["pine"].score, summary.mentees["pine"].excluded) == (4.0, 1)


def test_columns_by_side_tell_the_same_id_apart():
    """An id on both sides is one site in the column mentee, and another in the column mentor."""
    summary = read("reviewer,mentee,mentor,Need\nAnn,ten,,4\nAnn,,ten,2\n")
    assert (summary.mentees["ten"].score, summary.mentors["ten"].score) == (4.0, 2.0)
    assert read("reviewer,mentor,Need\nAnn,ten,3\n").mentors["ten"].score == 3.0
    mixed = read("reviewer,site,mentee,Need\nAnn,,ten,4\nAnn,oak,,2\n")
    assert (mixed.mentees["ten"].score, mixed.mentors["oak"].score) == (4.0, 2.0)


def test_the_spelling_of_reviewers_is_folded():
    """Case and spaces do not make another reviewer, and the first spelling in order is shown."""
    summary = read("reviewer,site,Need,Plan\nann  lee,pine,1,\nAnn Lee,oak,,2\n", rubric={"Need": {}, "Plan": {}})
    assert summary.mentees["pine"].missing[0].reviewer == summary.mentors["oak"].missing[0].reviewer == "Ann Lee"


# --- normalization


STRICT = "reviewer,site,Need\nAnn,pine,1\nAnn,lake,3\nAnn,ten,5\nBen,pine,7\nBen,lake,8\nBen,ten,9\n"


def test_normalization_takes_strictness_out():
    """Two reviewers who rank alike, one strictly and one in a narrow range, agree once normalized."""
    summary = aggregate_reviews(
        as_grid(read_delimited(STRICT.encode(), "reviews.csv")), ReviewSettings(normalize="reviewer"), MENTEES, ("oak",)
    )
    assert {site: own.spread for site, own in summary.mentees.items()} == {"pine": 0.0, "lake": 0.0, "ten": 0.0}
    # All totals: mean 5.5, variance 95/12, so that the best and worst stand sqrt(3/2) x sqrt(95/12) = 3.446 away.
    assert {site: own.score for site, own in summary.mentees.items()} == {"pine": 2.05, "lake": 5.5, "ten": 8.95}
    assert [finding.code for finding in summary.findings] == ["normalization"]


def test_equal_totals_and_single_reviews():
    """A reviewer whose totals are equal is moved to the mean; one with a single review is left as it is."""
    text = "reviewer,mentee,Need\nAnn,pine,2\nAnn,lake,2\nBen,pine,6\n"
    summary = read(text, normalize="reviewer")
    assert (summary.mentees["lake"].score, summary.mentees["pine"].highest) == (3.33, 6.0)
    few = [(found.found, found.severity) for found in summary.findings if found.code == "few_reviews"]
    assert few == [("Ann", "warning"), ("Ben", "warning")]


def test_sides_are_normalized_apart():
    """High scores of mentors do not lift those of mentees."""
    text = "reviewer,mentee,mentor,Need\nAnn,pine,,1\nAnn,lake,,2\nBen,pine,,2\nBen,lake,,3\n"
    mentors = "Ann,,oak,90\nAnn,,elm,80\nBen,,oak,70\nBen,,elm,75\n"
    assert read(text, normalize="reviewer").mentees == read(text + mentors, normalize="reviewer").mentees


def test_the_context_of_the_caller_does_not_matter():
    """Square roots have a precision of their own."""
    with decimal.localcontext(prec=2, rounding=decimal.ROUND_UP):
        inside = read(STRICT.replace("site", "mentee"), normalize="reviewer")
    assert inside == read(STRICT.replace("site", "mentee"), normalize="reviewer")


# --- the table of the answer


def test_the_frame_begins_with_the_widest_spread():
    """Sites that reviewers differ on most stand first, then those where nothing can be said, by side and id."""
    text = "reviewer,site,Need\nAnn,pine,4\nBen,pine,5\nAnn,oak,1\nBen,oak,9\nAnn,lake,3\n"
    grid = as_grid(read_delimited(text.encode(), "reviews.csv"))
    frame = aggregate_reviews(grid, ReviewSettings(), ["pine", "lake", "bay"], ["oak"]).to_frame()
    assert [*frame.columns] == [
        *("side", "site", "score", "reviews", "missing"),
        *("excluded", "lowest", "highest", "spread", "deviation"),
    ]
    assert [*zip(frame["side"], frame["site"], strict=True)] == [
        ("mentor", "oak"),
        ("mentee", "pine"),
        ("mentee", "bay"),
        ("mentee", "lake"),
    ]
    assert frame["spread"].tolist()[:2] == [8.0, 1.0]
    assert frame["deviation"].tolist()[:2] == [4.0, 0.5]
    assert frame["score"].isna().tolist() == [False, False, True, False]
    assert frame["reviews"].tolist() == [2, 2, 0, 1]


def test_the_frame_of_no_sites():
    """Without sites the table is empty, with its columns."""
    grid = Grid("reviews.csv", ("reviewer", "site", "Need"), ())
    frame = aggregate_reviews(grid, ReviewSettings(), [], []).to_frame()
    assert (len(frame), frame["score"].dtype, frame["missing"].dtype) == (0, float, int)


# --- what can be wrong


def test_all_findings_at_once():
    """Every defect of every row is named, in the order of the table, and only sound rows count."""
    text = (
        "reviewer,site,Need,Plan,conflict\n"
        "Ann,pin,4,6,\n"
        ",lake,good,-1,perhaps\n"
        "Ann,,4\n"
        "Ann,pine,4,4,\n"
        'Ben,pine,"3,5",,\n'
    )
    summary = read(text, rubric=RUBRIC)
    assert [(found.code, found.place) for found in summary.findings] == [
        ("unknown_id", "reviews.csv row 2, column site"),
        ("above_maximum", "reviews.csv row 2, column Plan"),
        ("missing", "reviews.csv row 3, column reviewer"),
        ("not_a_number", "reviews.csv row 3, column Need"),
        ("negative_score", "reviews.csv row 3, column Plan"),
        ("unreadable_conflict", "reviews.csv row 3, column conflict"),
        ("row_length", "reviews.csv row 4"),
        ("missing", "reviews.csv row 4, column site"),
        ("not_a_number", "reviews.csv row 6, column Need"),
    ]
    assert "Did you mean 'pine'?" in summary.findings[0].sentence
    assert "write 3.5, with a point" in summary.findings[-1].sentence
    assert summary.findings[1].spot.cell == "D2"
    assert (summary.mentees["pine"].score, summary.mentees["pine"].reviews, summary.mentees["pine"].missing) == (
        80.0,
        1,
        (),
    )
    with pytest.raises(ProblemError) as caught:
        scores_by_side(summary)
    assert caught.value.findings == summary.findings


def test_one_person_twice_on_a_site():
    """Two reviews of one site by one person are an error in whatever order, and neither counts."""
    rows = ["Ann,pine,4\n", "ann,pine,2\n", "Ben,pine,3\n"]
    for order in (rows, rows[::-1]):
        summary = read("".join(["reviewer,site,Need\n", *order]))
        assert [found.code for found in summary.findings] == ["duplicate_review"]
        assert (summary.mentees["pine"].score, summary.mentees["pine"].reviews) == (3.0, 1)
    finding = only("reviewer,site,Need\nAnn,pine,4\nBen,pine,4\nAnn,pine,bad\n".replace("bad", "3"))
    assert finding.place == "reviews.csv row 4"
    assert finding.sentence == "Ann has reviewed 'pine' already, in row 2; keep one of the two."
    assert finding.severity == "error"


@pytest.mark.parametrize(
    ("header", "row", "code", "words"),
    [
        ("reviewer,site,Need", "Ann,ten,4", "ambiguous_id", "a column mentee or mentor"),
        ("reviewer,mentee,Need", "Ann,oak,4", "unknown_id", "'oak' is the id of a mentor; name it in a column mentor."),
        ("reviewer,mentor,Need", "Ann,ook,4", "unknown_id", "Did you mean 'oak'?"),
        ("reviewer,mentor,Need", "Ann,zzz,4", "unknown_id", "'zzz' is not the id of a mentor. Add the site"),
        ("reviewer,site,Need", "Ann,zzz,4", "unknown_id", "'zzz' is not the id of a mentee or mentor."),
        ("reviewer,mentee,mentor,Need", "Ann,pine,oak,4", "several_sites", "names 'pine' and 'oak'"),
        ("reviewer,mentee,mentor,Need", "Ann,,,4", "missing", "fill in mentee or mentor"),
        ("reviewer,mentee,Need", "Ann,,4", "missing", "The row has no mentee"),
        ("reviewer,site,Need", "Ann,pine,1000001", "too_large", "above 1,000,000"),
        ("reviewer,site,Need", f"Ann,pine,1{'0' * 390}.5", "too_large", "above 1,000,000"),
        ("reviewer,site,Need,conflict", "Ann,pine,4,maybe", "unreadable_conflict", "'maybe' does not say"),
    ],
)
def test_what_a_row_can_have_wrong(header, row, code, words):
    """Each defect of a row has one finding, an error that says what to do, and no score."""
    summary = read(f"{header}\n{row}\n")
    (finding,) = summary.findings
    assert (finding.code, finding.severity) == (code, "error")
    assert words in finding.sentence
    assert all(own == SiteReviews() for own in (*summary.mentees.values(), *summary.mentors.values()))


@pytest.mark.parametrize(
    ("text", "settings", "expected"),
    [
        ("site,Need\npine,4\n", {}, [("missing_column", "reviews.csv row 1, column reviewer")]),
        ("reviewer,Need\nAnn,4\n", {}, [("missing_column", "reviews.csv row 1, column site")]),
        ("reviewer,site\nAnn,pine\n", {}, [("missing_column", "reviews.csv row 1")]),
        (
            "Reviewer,site,Need\nAnn,pine,4\n",
            {},
            [
                ("missing_column", "reviews.csv row 1, column reviewer"),
                ("unknown_column", "reviews.csv row 1, column Reviewer"),
            ],
        ),
        (
            "reviewer,site,Needs,Plan\nAnn,pine,4,4\n",
            {"rubric": RUBRIC},
            [
                ("missing_column", "reviews.csv row 1, column Need"),
                ("unknown_column", "reviews.csv row 1, column Needs"),
            ],
        ),
        (
            "reviewer,site,Need,COI\nAnn,pine,4,yes\n",
            {"rubric": {"Need": {}}, "conflict": "conflict"},
            [
                ("missing_column", "reviews.csv row 1, column conflict"),
                ("unknown_column", "reviews.csv row 1, column COI"),
            ],
        ),
        (
            "reviewer,site,Need,Need\nAnn,pine,4,4\n",
            {},
            [("duplicate_column", "reviews.csv row 1, column Need")],
        ),
        ("reviewer,site,Need,\nAnn,pine,4,4\n", {}, [("unnamed_column", "reviews.csv row 1, column number 4")]),
        (
            "reviewer,site,Need,Words\nAnn,pine,4,good\nBen,pine,4,\n",
            {},
            [("not_a_criterion", "reviews.csv row 1, column Words")],
        ),
    ],
)
def test_what_a_header_can_have_wrong(text, settings, expected):
    """Each defect of the header is an error, and then no review counts."""
    summary = read(text, **settings)
    assert [(found.code, found.place) for found in summary.findings] == expected
    assert {found.severity for found in summary.findings} == {"error"}
    assert summary.mentees["pine"] == SiteReviews()


def test_near_misses_of_columns():
    """A column that is nearly the one of the rubric is named."""
    findings = read("reviewer,site,Needs\nAnn,pine,4\n", rubric={"Need": {}}).findings
    assert "Did you mean 'Needs'?" in findings[0].sentence


@pytest.mark.parametrize("text", ["reviewer,site,Need\n", "reviewer,site,Need\n,,\n"])
def test_an_empty_table(text):
    """A table without a review is a warning: scores are unknown, not wrong."""
    finding = only(text)
    assert (finding.code, finding.place, finding.severity) == ("no_reviews", "reviews.csv", "warning")
    assert scores_by_side(read(text)) == {"mentees": {}, "mentors": {}}


def test_highest_scores_for_some_criteria():
    """Where only some criteria have a highest score, totals are sums, and that is said."""
    text = "reviewer,site,Need,Plan\nAnn,pine,4,30\n"
    finding = only(text, rubric={"Need": {"max": 5}, "Plan": {}})
    assert (finding.code, finding.severity) == ("partial_maximum", "warning")
    assert read(text, rubric={"Need": {"max": 5}, "Plan": {}}).mentees["pine"].score == 34.0


@pytest.mark.parametrize(
    ("settings", "loc", "code"),
    [
        ({"weights": {}}, ("weights",), "extra_forbidden"),
        ({"rubric": {"Need": {"weight": 0}}}, ("rubric", "Need", "weight"), "greater_than"),
        ({"rubric": {"Need": {"weight": 10_001}}}, ("rubric", "Need", "weight"), "less_than_equal"),
        ({"rubric": {"Need": {"max": 0}}}, ("rubric", "Need", "max"), "greater_than"),
        ({"rubric": {"Need": {"max": "5"}}}, ("rubric", "Need", "max"), "number_type"),
        ({"rubric": {"Need": {"highest": 5}}}, ("rubric", "Need", "highest"), "extra_forbidden"),
        ({"rubric": {"reviewer": {}}}, ("rubric",), "duplicate_column"),
        ({"rubric": {"mentee": {}}}, ("rubric",), "duplicate_column"),
        ({"rubric": {"#note": {}}}, ("rubric",), "column"),
        ({"reviewer": "who", "site": "who"}, ("site",), "duplicate_column"),
        ({"conflict": "site"}, ("conflict",), "duplicate_column"),
        ({"reviewer": "mentor"}, ("reviewer",), "duplicate_column"),
        ({"normalize": "site"}, ("normalize",), "literal_error"),
    ],
)
def test_settings_are_strict(settings, loc, code):
    """What the settings cannot mean is refused at its place."""
    with pytest.raises(ValidationError) as caught:
        ReviewSettings.model_validate(settings)
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(loc, code)]


def test_settings_round_trip():
    """Settings dump to what was written."""
    written = {"file": "scores.csv", "rubric": {"Need": {"weight": 1.5, "max": 5}}, "normalize": "reviewer"}
    assert ReviewSettings.model_validate(written).model_dump(exclude_unset=True) == written


# --- data frames

PROBLEM = pm.Problem.model_validate({"mentees": [{"id": "pine"}, {"id": "lake"}], "mentors": [{"id": "oak"}]})


def test_a_frame():
    """A data frame gives what a file gives, whatever its types."""
    frame = pd.DataFrame(
        {
            "reviewer": ["Ann", "Ben", "Ann"],
            "site": ["pine", "pine", "oak"],
            "Need": [4, np.nan, 0.1],
            "Plan": [decimal.Decimal("3.50"), 1, np.int64(2)],
            "conflict": [False, True, None],
        }
    )
    summary = summarize_reviews(frame, PROBLEM, rubric={"Need": {}, "Plan": {"weight": 2}})
    assert summary.findings == ()
    assert (summary.mentees["pine"].score, summary.mentees["pine"].excluded) == (11.0, 1)
    assert summary.mentors["oak"].score == 4.1


def test_findings_of_a_frame():
    """A data frame raises all errors, each at the label of its row."""
    day = dt.date(2019, 5, 4)
    frame = pd.DataFrame(
        {"reviewer": ["Ann", None], "site": ["pime", day], "Need": [["4"], 2], "Plan": [1, day]}, index=["a", "b"]
    )
    with pytest.raises(ProblemError) as caught:
        summarize_reviews(frame, PROBLEM)
    assert [(found.code, found.place) for found in caught.value.findings] == [
        ("unknown_id", "reviews frame index a, column site"),
        ("not_a_number", "reviews frame index a, column Need"),
        ("missing", "reviews frame index b, column reviewer"),
        ("turned_into_date", "reviews frame index b, column site"),
        ("turned_into_date", "reviews frame index b, column Plan"),
    ]
    assert {found.spot for found in caught.value.findings} == {None}


def test_dates_in_columns_by_side():
    """A date instead of an id is one finding, also where two columns may name the site."""
    rows = (Row("row 2", ("Ann", dt.date(2019, 5, 4), None, "4"), 2),)
    grid = Grid("reviews.xlsx", ("reviewer", "mentee", "mentor", "Need"), rows, file="reviews.xlsx")
    summary = aggregate_reviews(grid, ReviewSettings(), MENTEES, MENTORS)
    assert [found.code for found in summary.findings] == ["turned_into_date"]


def test_wrong_settings_of_a_frame():
    """Settings that mean nothing are findings too, all at once, with the near miss."""
    with pytest.raises(ProblemError) as caught:
        summarize_reviews(pd.DataFrame(), PROBLEM, normalise="reviewer", rubric={"Need": {"weight": -1}})
    assert [(found.code, found.place) for found in caught.value.findings] == [
        ("greater_than", "rubric.Need.weight"),
        ("extra_forbidden", "normalise"),
    ]
    assert "Did you mean 'normalize'?" in caught.value.findings[1].sentence


def test_not_a_frame():
    """Anything but a data frame is refused by name."""
    with pytest.raises(TypeError, match=r"pandas\.DataFrame"):
        summarize_reviews([], PROBLEM)


def test_what_the_reviews_came_to_is_told():
    """Who has no score, whose reviews do not count for a conflict, and by how much reviewers differ."""
    summary = read(
        "reviewer,site,Need,Plan,conflict\nAnn,pine,4,3,\nBen,pine,5,4,\nBen,lake,5,5,yes\nAnn,oak,1,1,\n"
        "Ann,elm,1,1,\nBen,elm,1,1,\n"
    )
    assert [*review_notes(summary)] == [
        "1 of 3 mentees have a score; none yet: lake and ten.",
        "reviews left out for a conflict of interest: 1 of lake.",
        "points by which the reviewers of a site differ: 2 of pine.",
        "2 of 3 mentors have a score; none yet: ten.",
    ]


def test_a_side_without_reviews_is_not_told_of():
    """Where only mentees are reviewed, nothing is said of mentors; many sites are not all named."""
    ids = [f"s{n}" for n in range(9)]
    grid = as_grid(read_delimited(b"reviewer,site,Need\nAnn,s0,4\n", "reviews.csv"))
    summary = aggregate_reviews(grid, ReviewSettings(), ids, ("oak",))
    assert [*review_notes(summary)] == ["1 of 9 mentees have a score; none yet: s1, s2, s3, s4, s5 and 3 more."]


def test_a_site_by_its_name_is_told_the_id():
    """A review that names its site is a finding that says the id, also where the two are not alike."""
    grid = as_grid(read_delimited(b"reviewer,site,Need\nAnn,PINE  county,4\n", "reviews.csv"))
    (finding,) = aggregate_reviews(grid, ReviewSettings(), ("m1", "m2"), (), {"Pine County": "m2"}).findings
    assert finding.code == "unknown_id"
    assert "Did you mean 'm2'?" in finding.sentence
