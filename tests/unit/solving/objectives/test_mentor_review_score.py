from unit.solving.answers import COVERAGE, answer, problem, tiers

REVIEW = {"name": "review", "maximize": [{"criterion": "mentor_review_score"}]}


def test_each_used_mentor_counts_once():
    """Two mentors of 5 and 4 are worth more than one of 8 with two mentees: 90 tenths, not 80 or 160."""
    mentors = [
        {"id": "m", "max_mentees": 2, "review_score": 8},
        {"id": "n", "review_score": 5},
        {"id": "o", "review_score": 4},
    ]
    mentees = [{"id": "a", "unacceptable": ["o"]}, {"id": "b", "unacceptable": ["n"]}]
    limit = [{"kind": "forbid", "mentee": "a", "mentor": "m"}]
    asked = problem(mentees, mentors, limit, [COVERAGE, REVIEW])
    assert answer(asked) == {"a": "n", "b": "m"}
    assert tiers(asked)["review"].value == 130
    shared = problem(mentees, mentors, [*limit, {"kind": "forbid", "mentee": "b", "mentor": "m"}], [COVERAGE, REVIEW])
    assert tiers(shared)["review"].value == 90


def test_bad_mentors_are_left_unused():
    """A negative score is a reason not to use a mentor."""
    asked = problem("a", [{"id": "m", "review_score": -2}], tiers=[REVIEW])
    assert answer(asked) == {}
    assert tiers(problem("a", [{"id": "m", "review_score": -2}], tiers=[COVERAGE, REVIEW]))["review"].value == -20


def test_unknown_is_the_mean_of_the_available():
    """Of 8 and 7.1 the mean is 7.55: 75.5 tenths are rounded up to 76; one that has withdrawn does not count."""
    mentors = [
        {"id": "m", "review_score": 8},
        {"id": "n", "review_score": 7.1},
        {"id": "o"},
        {"id": "p", "review_score": 99, "status": "withdrawn"},
    ]
    asked = problem("ab", mentors, tiers=[COVERAGE, REVIEW])
    assert tiers(asked)["review"].value == 80 + 76
    assert set(answer(asked).values()) == {"m", "o"}
