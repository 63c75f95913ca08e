from unit.verification.documents import problem_of, tier_of

SCORE = {"maximize": [{"criterion": "pair_score", "weight": 2}]}
MENTEES = ["a", "b", "c", "d", {"id": "held", "status": "hold"}]
ROWS = [
    {"mentee": "a", "mentor": "oak", "score": 5},
    {"mentee": "b", "mentor": "oak", "score": 2},
    {"mentee": "c", "mentor": "oak", "score": 9},
]


def scored(**tier):
    """Return a problem with scores of pairs and one tier."""
    return problem_of(MENTEES, ["oak"], tiers=[{"name": "t", **tier}], pairs=ROWS)


def test_leximin():
    """Levels are weighted points by whole steps, sorted from the worst, unmatched available mentees at -1."""
    problem = scored(leximin={**SCORE, "step": 3})
    tier = tier_of(problem, ("a", "oak"), ("b", "oak"))
    assert (tier.value, tier.profile) == (1, (-1, -1, 1, 3))
    assert tier_of(problem).profile == (-1, -1, -1, -1)
    assert tier_of(problem).value == 0


def test_leximin_without_a_step():
    """The step is 1 where none is stated, and zero points are a level of their own above unmatched."""
    tier = tier_of(scored(leximin=SCORE), ("c", "oak"), ("d", "oak"))
    assert (tier.value, tier.profile) == (0, (-1, -1, 0, 18))


def test_max_min():
    """The smallest weighted points of a matched mentee, 0 without any, and no profile."""
    problem = scored(max_min=SCORE)
    assert tier_of(problem, ("a", "oak"), ("b", "oak")).value == 4
    assert tier_of(problem).value == 0
    assert tier_of(problem).profile is None


RANKED = [
    {"id": "a", "preferences": [["oak"], ["elm"]]},
    {"id": "b", "preferences": [["elm", "oak"], ["ash"], ["fir"]]},
    {"id": "c", "preferences": [["ash"]]},
    {"id": "d"},
    {"id": "held", "status": "hold", "preferences": [["oak"], ["elm"], ["ash"], ["fir"]]},
]


def ranked(kind, *pairs, mentees=RANKED):
    """Return the evaluation of a rank tier."""
    return tier_of(problem_of(mentees, ["oak", "elm", "ash", "fir"], tiers=[{"name": "t", kind: {}}]), *pairs)


def test_rank_maximal():
    """Counts by group as written, unlisted last, as long as the longest list of an available mentee plus one."""
    tier = ranked("rank_maximal", ("a", "elm"), ("b", "oak"), ("c", "oak"), ("d", "oak"))
    assert (tier.value, tier.profile) == (1, (1, 1, 0, 1))


def test_generous():
    """The same counts; the value is minus the unlisted ones."""
    tier = ranked("generous", ("a", "ash"), ("b", "fir"), ("c", "oak"), ("d", "oak"))
    assert (tier.value, tier.profile) == (-2, (0, 0, 1, 2))


def test_unmatched_and_indifferent_mentees_are_left_out_of_ranks():
    """Who is unmatched or lists nobody is in no count; so is who is on hold."""
    tier = ranked("generous", ("d", "oak"), ("held", "oak"))
    assert (tier.value, tier.profile) == (0, (0, 0, 0, 0))
    assert ranked("rank_maximal", ("a", "oak"), mentees=["a", "b"]).profile == (0,)


def test_mentee_with_two_mentors_counts_at_the_better_one():
    """An invalid matching counts the mentee once, at the best of its groups."""
    assert ranked("rank_maximal", ("a", "elm"), ("a", "oak"), ("a", "fir")).profile == (1, 0, 0, 0)


def test_preset_tiers_in_order():
    """All tiers of the preset are evaluated, each in its place."""
    problem = problem_of(["a"], ["oak"], preset="prssmi_2019", policy=None)
    tier = tier_of(problem, ("a", "oak"))
    assert tier.name == "coverage"
    assert tier.value == 1
