import pytest

from prssmi_match.problem.document import Problem
from prssmi_match.problem.history import (
    PastRow,
    disappointed_mentees,
    last_loads,
    past_pairs,
    rounds_together,
    rows_of_last_round,
)
from unit.problem.findings import findings, sentences

ROW = {"round": 2018, "mentee": "pine", "mentor": "oak"}


def rows(*written):
    """Return rows of a history."""
    return tuple(PastRow.model_validate({"round": 2018, **row}) for row in written)


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ({"mentee": "pine"}, ("missing", ("history", 0, "round"))),
        ({**ROW, "round": -1}, ("greater_than_equal", ("history", 0, "round"))),
        ({**ROW, "round": "2018"}, ("int_type", ("history", 0, "round"))),
        ({**ROW, "mentor": " "}, ("string_pattern_mismatch", ("history", 0, "mentor"))),
        ({**ROW, "outcome": "broken"}, ("literal_error", ("history", 0, "outcome"))),
        ({**ROW, "satisfaction": 6}, ("less_than_equal", ("history", 0, "satisfaction"))),
        ({**ROW, "lessons": ""}, ("string_too_short", ("history", 0, "lessons"))),
        ({**ROW, "answers": {"again?": 1}}, ("string_type", ("history", 0, "answers", "again?"))),
        ({**ROW, "mentor": None, "outcome": "completed"}, ("left_out", ("history", 0, "outcome"))),
        ({"round": 1, "mentee": "pine", "satisfaction": 4}, ("left_out", ("history", 0, "satisfaction"))),
        ({**ROW, "menter": "elm"}, ("extra_forbidden", ("history", 0, "menter"))),
    ],
)
def test_defects_of_a_row(row, finding):
    """Each defect of a row has its code and its place."""
    assert findings({"history": [row]}) == [finding]


def test_unknown_sites_and_rounds_of_one_site_are_allowed():
    """Sites of earlier rounds may be gone, and a mentee may have a row in every round."""
    history = [ROW, {**ROW, "round": 2017, "mentor": None}, {**ROW, "mentee": "fir"}]
    assert findings({"history": history}) == []


@pytest.mark.parametrize(
    ("mentor", "said"), [("elm", "with mentor 'oak' and with mentor 'elm'"), (None, "with mentor 'oak' and left out")]
)
def test_a_mentee_stands_once_in_a_round(mentor, said):
    """The second row of a mentee in a round is a defect, whose sentence names both."""
    history = [ROW, {**ROW, "mentor": mentor}]
    assert findings({"history": history}) == [("duplicate_round", ("history", 1))]
    assert sentences({"history": history}) == [
        (
            f"Mentee 'pine' stands twice in round 2018 of the history: {said}. "
            "In one round a mentee has one mentor, or none; keep one row."
        )
    ]


def test_sentence_about_a_mentee_that_was_left_out():
    """The sentence says whose row it is, and what to do."""
    (sentence,) = sentences({"history": [{**ROW, "mentor": None, "satisfaction": 2}]})
    assert sentence == (
        "satisfaction of history row number 1 is 2: A mentee without a mentor was left out, and has no satisfaction; "
        "fill in the mentor, or clear this."
    )


def test_a_dump_gives_back_what_was_written():
    """Reading and dumping a history changes nothing."""
    told = {**ROW, "outcome": "completed", "satisfaction": 5, "lessons": "Start early", "answers": {"again?": "yes"}}
    document = {"history": [told, {"round": 2018, "mentee": "fir", "mentor": None}]}
    assert Problem.model_validate(document).model_dump(mode="json", exclude_unset=True) == document


def test_what_the_last_round_was():
    """The greatest round counts, whatever the order of rows; without a history there is none."""
    history = rows({"mentee": "b"}, {"mentee": "c", "round": 2017}, {"mentee": "a"})
    assert [row.mentee for row in rows_of_last_round(history)] == ["a", "b"]
    assert rows_of_last_round(()) == ()


@pytest.mark.parametrize(
    ("told", "disappointed"),
    [
        ({}, True),
        ({"mentor": "oak"}, False),
        ({"mentor": "oak", "outcome": "completed"}, False),
        ({"mentor": "oak", "outcome": "ended_early"}, True),
        ({"mentor": "oak", "outcome": "completed", "satisfaction": 2}, True),
        ({"mentor": "oak", "satisfaction": 3}, False),
        ({"round": 2017}, False),
    ],
)
def test_who_was_disappointed(told, disappointed):
    """Left out, ended early, or 1 or 2 of 5, in the last round; what is unknown is no disappointment."""
    history = rows({"mentee": "pine", **told}, {"mentee": "other", "mentor": "elm"})
    assert disappointed_mentees(history) == ({"pine"} if disappointed else set())


def test_pairs_rounds_and_loads():
    """Pairs and their rounds come from all rounds, loads from the last one, with mentees that are gone."""
    history = rows(
        {"mentee": "pine", "mentor": "oak"},
        {"mentee": "pine", "mentor": "oak", "round": 2016},
        {"mentee": "fir", "mentor": "elm", "round": 2017},
        {"mentee": "gone", "mentor": "oak"},
        {"mentee": "bay"},
    )
    assert past_pairs(history) == {("pine", "oak"), ("fir", "elm"), ("gone", "oak")}
    assert rounds_together(history, "pine", "oak") == (2016, 2018)
    assert rounds_together(history, "pine", "elm") == ()
    assert last_loads(history) == {"oak": 2}
