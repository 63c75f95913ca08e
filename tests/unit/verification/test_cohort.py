import pytest

from unit.verification.documents import problem_of, tier_of


def value(criterion, problem_fields, *pairs):
    """Return the value of a matching by one cohort criterion."""
    problem = problem_of(**problem_fields, tiers=[{"name": "t", "maximize": [{"criterion": criterion}]}])
    return tier_of(problem, *pairs).value


PLAIN = {"mentees": ["a", "b", "c"], "mentors": ["oak", "elm"]}


def test_coverage_and_few_mentors():
    """Matched mentees are counted up, used mentors down."""
    pairs = (("a", "oak"), ("b", "oak"), ("c", "elm"))
    assert (value("coverage", PLAIN, *pairs), value("few_mentors", PLAIN, *pairs)) == (3, -2)
    assert (value("coverage", PLAIN), value("few_mentors", PLAIN)) == (0, 0)


@pytest.mark.parametrize(
    ("side", "criterion", "gone"),
    [("mentees", "review_score", "hold"), ("mentors", "mentor_review_score", "withdrawn")],
)
def test_review_scores(side, criterion, gone):
    """Scores are rounded to tenths one by one; an unknown one is the exact mean of the available known ones."""
    scored = [
        {"id": "x", "review_score": 0.25},
        {"id": "y", "review_score": -0.25},
        {"id": "z", "review_score": 1},
        {"id": "new"},
        {"id": "left", "review_score": 99, "status": gone},
    ]
    others = [{"id": f"other-{site['id']}"} for site in scored]
    sites = {side: scored, "mentors" if side == "mentees" else "mentees": others}

    def pairs(*ids):
        both = [(name, f"other-{name}") for name in ids]
        return both if side == "mentees" else [pair[::-1] for pair in both]

    assert value(criterion, sites, *pairs("x")) == 3
    assert value(criterion, sites, *pairs("y")) == -2
    assert value(criterion, sites, *pairs("new")) == 3
    assert value(criterion, sites, *pairs("x", "y", "z", "new")) == 3 - 2 + 10 + 3


def test_review_score_is_the_decimal_as_written():
    """A score of 1.15 is 11.5 tenths, which is 12 rounded half up, though its binary form is below it."""
    assert (
        value("review_score", {"mentees": [{"id": "a", "review_score": 1.15}], "mentors": ["oak"]}, ("a", "oak")) == 12
    )


def test_review_score_where_none_is_known():
    """Without any known score, an unknown one is 0."""
    assert value("review_score", PLAIN, ("a", "oak")) == 0


def test_balance():
    """Shares are rounded to thousandths before the difference; unused mentors do not count."""
    sites = {
        "mentees": ["a", "b", "c"],
        "mentors": [{"id": "oak", "max_mentees": 3}, {"id": "elm", "max_mentees": 6}, "ash"],
    }
    assert value("balance", sites, ("a", "oak"), ("b", "oak"), ("c", "elm")) == -(667 - 167)
    assert value("balance", sites, ("a", "oak")) == 0
    assert value("balance", sites) == 0
    assert value("balance", sites, ("a", "oak"), ("b", "ash")) == 0


def test_balance_of_a_mentor_without_a_place():
    """A capacity of 0 counts as 1 where an invalid matching uses it."""
    sites = {"mentees": ["a", "b"], "mentors": [{"id": "oak", "max_mentees": 0}, {"id": "elm", "max_mentees": 2}]}
    assert value("balance", sites, ("a", "oak"), ("b", "elm")) == -500


def test_continuity():
    """Pairs of the earlier answer count once each, unknown ids and repetitions do not."""
    previous = [("a", "oak"), ("a", "oak"), ("b", "elm"), ("gone", "oak")]
    fields = {**PLAIN, "previous": [{"mentee": mentee, "mentor": mentor} for mentee, mentor in previous]}
    assert value("continuity", fields, ("a", "oak"), ("b", "oak")) == 1
    assert value("continuity", fields, ("a", "oak"), ("b", "elm")) == 2


HISTORY = [
    {"round": 3, "mentee": "a", "mentor": "oak", "outcome": "completed", "satisfaction": 2},
    {"round": 3, "mentee": "b", "mentor": "oak", "outcome": "ended_early"},
    {"round": 3, "mentee": "c"},
    {"round": 3, "mentee": "gone", "mentor": "elm", "satisfaction": 3},
    {"round": 2, "mentee": "gone", "mentor": "elm", "satisfaction": 1},
]


def test_past_disappointment():
    """Matched mentees that the greatest round left out, ended early or left with a 1 or 2 are counted."""
    fields = {**PLAIN, "history": HISTORY}
    assert value("past_disappointment", fields, ("a", "oak"), ("b", "oak"), ("c", "elm")) == 3
    assert value("past_disappointment", fields, ("c", "elm")) == 1
    glad = [{**row, "round": 3, "satisfaction": 3, "outcome": None, "mentor": "oak"} for row in HISTORY[:3]]
    assert value("past_disappointment", {**PLAIN, "history": glad}, ("a", "oak"), ("c", "elm")) == 0
    assert value("past_disappointment", PLAIN, ("a", "oak")) == 0


def test_mentor_rest():
    """Each pair takes off what its mentor had in the greatest round, also of mentees that are gone."""
    fields = {**PLAIN, "history": HISTORY}
    assert value("mentor_rest", fields, ("a", "oak"), ("b", "oak"), ("c", "elm")) == -5
    assert value("mentor_rest", fields) == 0
    assert value("mentor_rest", PLAIN, ("a", "oak")) == 0


def test_few_blocking_pairs():
    """The value is minus their number, without the rule being in force."""
    assert value("few_blocking_pairs", PLAIN, ("a", "oak"), ("b", "elm")) == -2
    assert value("few_blocking_pairs", PLAIN, ("a", "oak"), ("b", "elm"), ("c", "oak")) == 0


def test_weights_add_up():
    """A tier is the weighted sum of its criteria, each of which is reported before its weight."""
    criteria = [{"criterion": "coverage", "weight": 10}, {"criterion": "few_mentors", "weight": 3}]
    tier = tier_of(problem_of(**PLAIN, tiers=[{"name": "t", "maximize": criteria}]), ("a", "oak"), ("b", "elm"))
    assert tier.value == 14
    assert [(row.criterion, row.weight, row.value) for row in tier.criteria] == [
        ("coverage", 10, 2),
        ("few_mentors", 3, -2),
    ]
