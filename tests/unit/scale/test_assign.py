import numpy as np
import pandas as pd
import pytest

import prssmi_match as pm

PAIRS = pd.DataFrame(
    {"mentee": ["bay", "bay", "fir", "lake"], "mentor": ["oak", "elm", "oak", "oak"], "score": [9, 5, 3, 4]}
)
ROOM = pd.Series({"oak": 1, "elm": 1})


def chosen(assignment):
    """Return the chosen pairs."""
    return list(zip(assignment.pairs["mentee"], assignment.pairs["mentor"], strict=True))


def test_most_mentees_come_before_the_total():
    """Two mentees with 5 + 4 points win over one with 9, and the proof meets the total."""
    assignment = pm.scale.assign(PAIRS, ROOM)
    assert chosen(assignment) == [("bay", "elm"), ("lake", "oak")]
    assert (assignment.status, assignment.mentees, assignment.value, assignment.bound) == ("optimal", 2, 9, 9)
    assert assignment.seconds >= 0


def test_seats_limit_how_many_are_matched():
    """With one seat the best single pair is taken; with none, nobody."""
    assert chosen(pm.scale.assign(PAIRS, ROOM, seats=1)) == [("bay", "oak")]
    nobody = pm.scale.assign(PAIRS, ROOM, seats=0)
    assert (len(nobody.pairs), nobody.value, nobody.bound, nobody.mentees) == (0, 0, 0, 0)


def test_a_minimum_binds_whether_or_not_the_mentor_is_used():
    """A mentor that must get a mentee gets one, although its pairs are worth less."""
    assert chosen(pm.scale.assign(PAIRS, ROOM, minimum=pd.Series({"elm": 1}), seats=1)) == [("bay", "elm")]


def test_minimums_that_cannot_be_met_are_a_status():
    """Infeasible is no exception; the answer names the mentors, and asking for the pairs says so again."""
    assignment = pm.scale.assign(PAIRS, {"oak": 3, "elm": 2}, minimum={"elm": 2, "oak": 1})
    assert (assignment.status, assignment.value, assignment.bound, assignment.mentees) == (
        "infeasible",
        None,
        None,
        None,
    )
    assert assignment.conflict == "elm must get 2 mentees, and only 1 have a pair with any of them."
    with pytest.raises(pm.NoMatchingError, match=r"infeasible\. elm must get 2"):
        _ = assignment.pairs


def test_minimums_beyond_the_seats_are_told():
    """More mentees asked for than seats is said in numbers."""
    assignment = pm.scale.assign(PAIRS, ROOM, minimum={"elm": 1, "oak": 1}, seats=1)
    assert assignment.conflict == "The minimums add up to 2 mentees, and there are 1 seats."


def test_other_columns_stay_with_their_rows():
    """The chosen rows keep what else they hold, and get an index of their own."""
    noted = PAIRS.assign(note=["a", "b", "c", "d"]).set_index(pd.Index([7, 7, 8, 9]))
    pairs = pm.scale.assign(noted, ROOM).pairs
    assert pairs["note"].tolist() == ["b", "d"]
    assert pairs.index.tolist() == [0, 1]


@pytest.mark.parametrize(
    "changed",
    [
        lambda site: {"bay": 3, "fir": 1, "lake": 2, "oak": 10, "elm": 20}[site],
        lambda site: {"bay": 3, "fir": "three", "lake": 2.5, "oak": 10, "elm": "ten"}[site],
        lambda site: (site, 1),
        lambda site: pd.Timestamp("2026-01-01") + pd.Timedelta(days=len(site) * 10 + ord(site[0])),
    ],
    ids=["numbers", "mixed", "tuples", "dates"],
)
def test_ids_can_be_of_any_type(changed):
    """Numbers, tuples, dates and mixtures are ids like text."""
    pairs = PAIRS.assign(mentee=PAIRS["mentee"].map(changed), mentor=PAIRS["mentor"].map(changed))
    room = pd.Series([1, 1], index=pd.Index([changed("oak"), changed("elm")], tupleize_cols=False))
    expected = {(changed("bay"), changed("elm")), (changed("lake"), changed("oak"))}
    assert set(chosen(pm.scale.assign(pairs, room))) == expected


@pytest.mark.parametrize("dtype", ["category", "string", "object"])
def test_ids_can_be_held_in_any_way(dtype):
    """Categories and texts of any kind give the same answer."""
    pairs = PAIRS.astype({"mentee": dtype, "mentor": dtype})
    assert chosen(pm.scale.assign(pairs, ROOM)) == [("bay", "elm"), ("lake", "oak")]


@pytest.mark.parametrize("dtype", ["int8", "uint16", "float64", "Int64", "Float64", "object"])
def test_whole_scores_can_be_held_in_any_way(dtype):
    """Whole numbers are taken from every kind of column."""
    assignment = pm.scale.assign(PAIRS.astype({"score": dtype}), ROOM.astype(dtype))
    assert (assignment.value, assignment.bound) == (9, 9)


def test_empty_tables_have_an_empty_answer():
    """No pairs, or no mentors at all, leave nobody matched; that is proved too."""
    for room in (ROOM, pd.Series(dtype="int64"), {}):
        assignment = pm.scale.assign(PAIRS.iloc[:0], room)
        assert (assignment.status, len(assignment.pairs), assignment.bound) == ("optimal", 0, 0)
    assert pm.scale.assign(PAIRS.iloc[:0], ROOM, minimum={"oak": 1}).status == "infeasible"
    assert list(pm.scale.assign(PAIRS.iloc[:0], ROOM).pairs.columns) == ["mentee", "mentor", "score"]


def test_all_findings_come_at_once():
    """Every defect of every table is in one error, each with its place."""
    pairs = pd.DataFrame(
        {
            "mentee": ["bay", "bay", None, "fir", "lake", "reed"],
            "mentor": ["oak", "oak", "elm", "ash", "elm", "elm"],
            "score": [1, 2, 3, 4, -5, 1.5],
        }
    )
    room = pd.Series([1, -1, 2], index=["oak", "elm", "oak"])
    with pytest.raises(pm.ProblemError) as caught:
        pm.scale.assign(pairs, room, minimum={"oak": 2, "yew": 1}, seats=-1)
    told = {(finding.code, finding.place) for finding in caught.value.findings}
    assert told == {
        ("not_whole", "seats"),
        ("duplicate_id", "capacity['oak']"),
        ("not_whole", "capacity['elm']"),
        ("unknown_id", "minimum['yew']"),
        ("min_above_max", "minimum['oak']"),
        ("missing_id", "pairs.mentee[2]"),
        ("unknown_id", "pairs.mentor[3]"),
        ("not_whole", "pairs.score[4]"),
        ("not_whole", "pairs.score[5]"),
        ("duplicate_pair", "pairs[1]"),
    }


def test_missing_columns_are_findings():
    """Each column that is not there is named, and so are the defects of the other tables."""
    with pytest.raises(pm.ProblemError) as caught:
        pm.scale.assign(PAIRS[["mentor"]], pd.Series({"oak": np.nan, None: 1}))
    assert [finding.code for finding in caught.value.findings] == [
        "missing_id",
        "not_whole",
        "missing_column",
        "missing_column",
    ]


@pytest.mark.parametrize("score", ["3", None, True, np.nan, np.inf, 2**53 + 2, 1j, [1]], ids=repr)
def test_what_is_no_whole_number_is_a_finding(score):
    """Text, blanks, truth values and whatever else are told, never guessed at."""
    pairs = PAIRS.astype({"score": object})
    pairs.at[1, "score"] = score  # noqa: PD008 - the cell takes a list as it is
    with pytest.raises(pm.ProblemError) as caught:
        pm.scale.assign(pairs, ROOM)
    assert [(finding.code, finding.place) for finding in caught.value.findings] == [("not_whole", "pairs.score[1]")]


def test_scores_that_could_pass_the_exact_range_are_refused():
    """Scores whose sum could pass 2^53 are one finding; just below, the answer is exact."""
    with pytest.raises(pm.ProblemError, match="scale them to at most 3002399751580330"):
        pm.scale.assign(PAIRS.assign(score=2**52), ROOM)
    most = 2**53 // 3
    assignment = pm.scale.assign(PAIRS.assign(score=[most, most - 1, 0, 1]), ROOM)
    assert (assignment.value, assignment.bound) == (most, most)


def test_scores_that_the_flow_cannot_scale_are_refused():
    """With many mentors, large scores are a finding before they are an overflow; just below, the answer is exact."""
    mentors = pd.RangeIndex(2000)
    limit = 2**61 // 2005
    pairs = pd.DataFrame({"mentee": 0, "mentor": mentors, "score": limit - mentors})
    room = pd.Series(1, index=mentors)
    assignment = pm.scale.assign(pairs, room)
    assert (assignment.value, assignment.bound) == (limit, limit)
    with pytest.raises(pm.ProblemError, match=f"at most {limit}"):
        pm.scale.assign(pairs.assign(score=pairs["score"] + 1), room)


def test_many_findings_of_one_kind_are_counted():
    """A thousand bad rows are told as the first few and a count."""
    pairs = pd.DataFrame({"mentee": range(1000), "mentor": "oak", "score": -1})
    with pytest.raises(pm.ProblemError) as caught:
        pm.scale.assign(pairs, ROOM)
    assert len(caught.value.findings) == 21
    assert "980 more are like this, from pairs.score[20] on" in caught.value.findings[-1].sentence


def test_ids_that_cannot_be_looked_up_are_findings():
    """A list is no id."""
    with pytest.raises(pm.ProblemError) as caught:
        pm.scale.assign(PAIRS.assign(mentee=[["bay"], ["bay"], ["fir"], ["lake"]]), ROOM)
    assert [(finding.code, finding.place) for finding in caught.value.findings] == [("not_an_id", "pairs.mentee")]


def test_an_answer_that_fails_its_verification_is_not_returned(monkeypatch):
    """Whatever the flow says, the tables have the last word."""
    monkeypatch.setattr("prssmi_match.scale.solved.proved_bound", lambda *_: 1)
    with pytest.raises(pm.VerificationError, match="the proof says 1"):
        pm.scale.assign(PAIRS, ROOM)
