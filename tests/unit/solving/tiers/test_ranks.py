import pytest

from unit.solving.answers import COVERAGE, answer, problem, tiers

RANKS = {"name": "ranks", "rank_maximal": {}}
KIND = {"name": "kind", "generous": {}}


def mentee(name, *groups, **fields):
    """Return a mentee with preferences: one group a word, its letters tied."""
    return {"id": name, "preferences": [list(group) for group in groups], **fields}


# Somebody has to go to o. Two first choices and a third, or one first and two second choices.
CONTESTED = [mentee("a", "m", "n", "o"), mentee("b", "m", "n", "o"), mentee("c", "n", "o", "m")]


def outcome(tier, mentees, mentors="mno", before=(COVERAGE,), **fields):
    """Return value and profile of the tier."""
    found = tiers(problem(mentees, mentors, tiers=[*before, tier], **fields))[tier["name"]]
    return found.value, found.profile


def test_most_first_choices():
    """Rank-maximal takes two first choices, at the price of a third one."""
    assert outcome(RANKS, CONTESTED) == (2, (2, 0, 1, 0))


def test_fewest_last_choices():
    """Generous avoids the third choice, at the price of a first one; its value is minus the unlisted."""
    assert outcome(KIND, CONTESTED) == (0, (1, 2, 0, 0))


def test_then_the_second_choices():
    """Where first choices are settled, the next group decides: c's second choice before its third."""
    mentees = [mentee("a", "m", "n"), mentee("b", "n", "m"), mentee("c", "m", "o", "p")]
    assert outcome(RANKS, mentees, "mnop") == (2, (2, 1, 0, 0))


def test_ties_share_a_group():
    """Two mentors of one group are both first choices."""
    assert outcome(RANKS, [mentee("a", "mn"), mentee("b", "mn")], "mn") == (2, (2, 0))
    assert outcome(KIND, [mentee("a", "mn", "o"), mentee("b", "m", "o")], "mno") == (0, (2, 0, 0))


@pytest.mark.parametrize(("tier", "value"), [(RANKS, 0), (KIND, -1)])
def test_unlisted_come_last(tier, value):
    """A mentor that is not listed counts in the last entry, also for a mentee with a shorter list."""
    mentees = [mentee("a", "n"), mentee("b", "m", "n")]
    pin = [{"kind": "pin", "mentee": "a", "mentor": "m"}, {"kind": "pin", "mentee": "b", "mentor": "n"}]
    assert outcome(tier, mentees, "mn", rules=pin) == (value, (0, 1, 1))


@pytest.mark.parametrize("tier", [RANKS, KIND])
def test_who_lists_nobody_is_left_out(tier):
    """A mentee without preferences is neither a first choice nor unlisted, and who is unmatched is nowhere."""
    assert outcome(tier, ["a", mentee("b", "m")], "m", before=[])[1] in {(1, 0), (0, 0)}
    assert outcome(tier, ["a"], "m") == (0, (0,))
    assert outcome(tier, [mentee("a", "m")], [{"id": "m", "status": "withdrawn"}]) == (0, (0, 0))


def test_length_of_the_profile():
    """It is as long as the longest list of an available mentee, plus one for the unlisted."""
    long = mentee("b", "m", "n", "o", status="withdrawn")
    assert outcome(RANKS, [mentee("a", "m", "n"), long]) == (1, (1, 0, 0))


def test_groups_are_numbered_as_written():
    """A first choice that has withdrawn is still the first group: the second is then the best there is."""
    assert outcome(RANKS, [mentee("a", "n", "m")], ["m", {"id": "n", "status": "withdrawn"}]) == (0, (0, 1, 0))


def test_generous_without_coverage_leaves_out():
    """Asked first, it would rather leave a mentee out than send it to a second choice."""
    asked = problem([mentee("a", "m", "n"), mentee("b", "m", "n")], "mn", tiers=[KIND, COVERAGE])
    assert len(answer(asked)) == 1
    assert tiers(asked)["kind"].profile == (1, 0, 0)


def test_first_entry_of_generous_is_not_held():
    """A later tier may leave first choices out, as long as no worse group grows."""
    few = {"name": "few", "maximize": [{"criterion": "few_mentors"}]}
    asked = problem([mentee("a", "m")], "m", tiers=[KIND, few])
    assert answer(asked) == {}
    assert tiers(asked)["kind"].profile == (0, 0)


def test_profile_of_rank_maximal_is_held():
    """A later tier cannot take a first choice away."""
    few = {"name": "few", "maximize": [{"criterion": "few_mentors"}]}
    assert answer(problem([mentee("a", "m")], "m", tiers=[RANKS, few])) == {"a": "m"}
