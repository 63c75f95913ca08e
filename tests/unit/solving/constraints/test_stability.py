import pytest

from unit.solving.answers import answer, problem

STABLE = {"kind": "stability"}


def site(name, *groups, **fields):
    """Return a site with preferences: one group a word, its letters tied."""
    return {"id": name, "preferences": [list(group) for group in groups], **fields}


def test_stable_beats_a_higher_score():
    """Sites that would rather have each other are paired, whatever the scores say."""
    mentees, mentors = [site("a", "m", "n"), site("b", "m", "n")], [site("m", "a", "b"), site("n", "a", "b")]
    scores = {"an": 9, "bm": 9}
    assert answer(problem(mentees, mentors, scores=scores)) == {"a": "n", "b": "m"}
    assert answer(problem(mentees, mentors, [STABLE], scores=scores)) == {"a": "m", "b": "n"}


def test_ties_do_not_block():
    """Who is indifferent has no reason to leave: both answers are stable, and the score decides."""
    mentees, mentors = [site("a", "mn"), site("b", "mn")], [site("m", "ab"), site("n", "ab")]
    assert answer(problem(mentees, mentors, [STABLE], scores={"an": 9, "bm": 9})) == {"a": "n", "b": "m"}


def test_no_preference_is_indifference():
    """A side that lists nobody never strictly prefers, so it blocks nothing while everybody is matched."""
    mentees = [site("a", "m", "n"), site("b", "m", "n")]
    assert answer(problem(mentees, "mn", [STABLE], scores={"an": 9, "bm": 9})) == {"a": "n", "b": "m"}


def test_unmatched_mentee_blocks_a_free_seat():
    """A mentee is not left out while an admissible mentor has room."""
    tiers = [{"name": "few", "maximize": [{"criterion": "few_mentors"}]}]
    assert answer(problem("a", "m", tiers=tiers)) == {}
    assert answer(problem("a", "m", [STABLE], tiers)) == {"a": "m"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"kind": "selection", "max": 1}, {"b": "m"}),
        ({"kind": "selection", "max": 2}, {"a": "m"}),
    ],
)
def test_selection_maximum_excuses_the_unmatched(rule, expected):
    """At the maximum, who gets in is the program's decision; below it, the mentor's favorite blocks."""
    mentees = [site("a", "m"), site("b", "m")]
    asked = problem(mentees, [site("m", "a", "b")], [STABLE, rule], scores={"bm": 9})
    assert answer(asked) == expected


def test_opening_maximum_excuses_the_unused():
    """At the maximum, an unused mentor blocks nothing, although everybody prefers it."""
    mentees = [site("a", "n", "m"), site("b", "n", "m")]
    mentors = [site("m", "ab", max_mentees=2), site("n", "ab", max_mentees=2)]
    scores = {"am": 9, "bm": 9}
    one = {"kind": "opening", "max": 1}
    assert answer(problem(mentees, mentors, [STABLE, one], scores=scores)) == {"a": "m", "b": "m"}
    assert answer(problem(mentees, mentors, [STABLE], scores=scores)) == {"a": "n", "b": "n"}


@pytest.mark.parametrize("rule", [{"kind": "selection", "max": 2}, {"kind": "opening", "max": 2}])
def test_maximums_excuse_nobody_else(rule):
    """Where a maximum is reached, those that are matched and used still block: a and m would have each other."""
    mentees, mentors = [site("a", "m", "n"), site("b", "m", "n")], [site("m", "a", "b"), site("n", "a", "b")]
    asked = problem(mentees, mentors, [STABLE, rule], scores={"an": 9, "bm": 9})
    assert answer(asked) == {"a": "m", "b": "n"}


def test_full_mentor_keeps_those_it_likes_as_well():
    """A full mentor that likes its own mentees as well or better is content; one worse mentee is enough to block."""
    mentees = [site("a", "m", "n"), site("b", "m", "n"), site("c", "m", "n")]
    mentors = [site("m", "ab", "c", max_mentees=2), site("n", max_mentees=3)]
    scores = {"am": 1, "bn": 5, "cm": 9}
    assert answer(problem(mentees, mentors, [STABLE], scores=scores)) == {"a": "m", "b": "m", "c": "n"}


def test_pairs_that_are_not_admissible_do_not_block():
    """A mentee that its favorite refuses has no claim on it, although each lists the other first."""
    mentees, free = [site("a", "m", "n"), site("b", "m", "n")], site("m", "a", "b")
    vetoing = {**free, "unacceptable": ["a"]}
    assert answer(problem(mentees, [free, "n"], [STABLE], scores={"bm": 9})) == {"a": "m", "b": "n"}
    assert answer(problem(mentees, [vetoing, "n"], [STABLE], scores={"bm": 9})) == {"a": "n", "b": "m"}


def test_unlisted_is_below_all_listed_but_acceptable():
    """An unlisted mentor is better than none, and worse than a listed one."""
    mentees, mentors = [site("a", "m"), site("b", "m")], [site("m", "b"), site("n")]
    assert answer(problem(mentees, mentors, [STABLE], scores={"am": 9})) == {"a": "n", "b": "m"}


def test_stability_can_be_infeasible():
    """With a pin, no stable answer may be left; that is a status."""
    mentees, mentors = [site("a", "m", "n")], [site("m", "a"), site("n", "a")]
    assert answer(problem(mentees, mentors, [STABLE, {"kind": "pin", "mentee": "a", "mentor": "n"}])) is None
