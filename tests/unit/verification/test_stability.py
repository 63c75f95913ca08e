import random

import pytest

from prssmi_match.solution.matching import Matching
from prssmi_match.verification import blocking_pairs
from unit.verification.documents import problem_of, sentences, violations

STABILITY = {"kind": "stability"}


def blocking(problem, *pairs):
    """Return the blocking pairs of a matching."""
    return list(blocking_pairs(problem, Matching(pairs=pairs)))


def site(name, *preferences, **fields):
    """Return a site with groups of preferences, and one place where it is a mentor's."""
    return {"id": name, "preferences": [list(group) for group in preferences], **fields}


def mentor(name, *preferences, **fields):
    """Return a mentor with one place."""
    return site(name, *preferences, **{"max_mentees": 1, **fields})


def test_both_prefer_each_other():
    """Two sites that both strictly prefer each other block, and are a violation only where stability is a rule."""
    sites = ([site("a", ["oak"], ["elm"]), "b"], [mentor("oak", ["a"], ["b"]), mentor("elm")])
    pairs = (("a", "elm"), ("b", "oak"))
    assert blocking(problem_of(*sites), *pairs) == [("a", "oak")]
    assert violations(problem_of(*sites), *pairs) == []
    problem = problem_of(*sites, rules=[STABILITY])
    assert violations(problem, *pairs) == [("stability", 1, ("a", "oak"))]
    assert sentences(problem, *pairs) == [
        "a and oak would both rather be paired with each other: a has elm, and oak prefers it to b."
    ]
    assert violations(problem, ("a", "oak"), ("b", "elm")) == []


def test_sentence_names_only_whom_the_mentor_likes_less():
    """A mentee that the mentor prefers as much is not named as one it would rather give up."""
    sites = ([site("a", ["oak"]), "b", "c"], [mentor("oak", ["a", "b"], ["c"], max_mentees=2), "elm"])
    problem = problem_of(*sites, rules=[STABILITY])
    (sentence,) = sentences(problem, ("a", "elm"), ("b", "oak"), ("c", "oak"))
    assert sentence.endswith("oak prefers it to c.")


def test_sentence_of_an_unmatched_mentee_and_a_mentor_with_room():
    """The sentence tells that the mentee has nobody and that the mentor has room, by the names of the sites."""
    problem = problem_of([{"id": "a", "name": "Pine County"}], [{"id": "oak", "name": "Oak City"}], rules=[STABILITY])
    (sentence,) = sentences(problem)
    assert sentence.startswith("Pine County and Oak City would both rather be paired with each other")
    assert sentence.endswith(": Pine County is unmatched, and Oak City has room.")


def test_indifference_blocks_nothing():
    """A tie, and two sites that are both not listed, are no strict preference of the mentee."""
    tied = ([site("a", ["oak", "elm"])], [mentor("oak"), mentor("elm")])
    assert blocking(problem_of(*tied), ("a", "oak")) == []
    unlisted = ([site("a", ["ash"])], [mentor("oak"), mentor("elm"), mentor("ash", max_mentees=0)])
    assert blocking(problem_of(*unlisted), ("a", "oak")) == []


def test_no_stated_preference_blocks_nothing():
    """A matched mentee without preferences never wants to move; a full mentor without preferences never swaps."""
    assert blocking(problem_of(["a"], ["oak", "elm"]), ("a", "oak")) == []
    sites = ([site("a", ["oak"]), site("b", ["oak"])], [mentor("oak"), mentor("elm")])
    assert blocking(problem_of(*sites), ("a", "elm"), ("b", "oak")) == []


def test_listed_is_preferred_to_unlisted():
    """Whoever is listed is preferred to whoever is not, on both sides."""
    sites = ([site("a", ["oak"]), "b"], [mentor("oak", ["a"]), mentor("elm")])
    assert blocking(problem_of(*sites), ("a", "elm"), ("b", "oak")) == [("a", "oak")]


def test_unmatched_mentee_wants_every_admissible_mentor():
    """An unmatched mentee wants also a mentor it does not list, but no vetoed, ineligible or withdrawn one."""
    mentors = ["oak", {"id": "elm", "unacceptable": ["a"]}, {"id": "ash", "status": "withdrawn"}, "fir"]
    problem = problem_of([site("a", ["fir"])], mentors, rules=[{"kind": "forbid", "mentee": "a", "mentor": "fir"}])
    assert blocking(problem) == [("a", "oak")]


def test_mentee_that_is_not_available_blocks_nothing():
    """A mentee on hold is no part of a blocking pair."""
    assert blocking(problem_of([{"id": "a", "status": "hold"}], ["oak"])) == []


def test_selection_maximum_reached():
    """Where the program has chosen as many as it may, an unmatched mentee blocks nothing, a matched one does."""
    sites = ([site("a", ["oak"]), "b"], ["oak", "elm"])
    rules = [{"kind": "selection", "max": 5}, {"kind": "selection", "max": 1}]
    assert blocking(problem_of(*sites, rules=rules[:1]), ("a", "oak")) == [("b", "elm"), ("b", "oak")]
    assert blocking(problem_of(*sites, rules=rules), ("a", "oak")) == []
    assert blocking(problem_of(*sites, rules=rules), ("a", "elm")) == [("a", "oak")]


def test_opening_maximum_reached():
    """Where the program has opened as many as it may, an unused mentor blocks nothing, a used one does."""
    sites = ([site("a", ["elm"], ["oak"]), "b"], ["oak", "elm"])
    rules = [{"kind": "opening", "max": 1}]
    assert blocking(problem_of(*sites), ("a", "oak")) == [("a", "elm"), ("b", "elm"), ("b", "oak")]
    assert blocking(problem_of(*sites, rules=rules), ("a", "oak")) == [("b", "oak")]


def test_mentor_without_any_place():
    """A mentor with no capacity is neither below it nor has anybody to be preferred to."""
    assert blocking(problem_of([site("a", ["oak"])], [mentor("oak", ["a"], max_mentees=0)])) == []


def test_default_capacity_is_the_capacity():
    """A mentor that states no capacity has room up to the default one."""
    sites = ([site("a", ["oak"]), "b"], [site("oak"), "elm"])
    pairs = (("a", "elm"), ("b", "oak"))
    assert blocking(problem_of(*sites, default_capacity=2), *pairs) == [("a", "oak")]
    assert blocking(problem_of(*sites, default_capacity=1), *pairs) == []


def test_workload_is_no_part_of_it():
    """A mentor below its capacity has room, whatever its workload."""
    sites = ([site("a", ["oak"]), "b"], [site("oak", max_workload=1), "elm"])
    assert blocking(problem_of(*sites), ("a", "elm"), ("b", "oak")) == [("a", "oak")]


def test_mentee_with_two_mentors():
    """It has to prefer the new mentor to all that it has."""
    problem = problem_of([site("a", ["oak"], ["elm"], ["ash"])], ["oak", "elm", "ash"])
    assert blocking(problem, ("a", "oak"), ("a", "ash")) == []
    assert blocking(problem, ("a", "elm"), ("a", "ash")) == [("a", "oak")]


def rank(site, other):
    """Return the group of another site, naively; unlisted last."""
    for number, group in enumerate(site.preferences):
        if other in group:
            return number
    return len(site.preferences)


def naive_blocking(problem, matching):
    """Return the blocking pairs by the words of the definition, over the whole grid (all pairs are admissible)."""
    found = []
    for mentee in sorted(problem.mentees, key=lambda site: site.id):
        has = matching.mentor_of(mentee.id)
        for mentor in sorted(problem.mentors, key=lambda site: site.id):
            its = matching.mentees_of(mentor.id)
            wants = has is None or rank(mentee, mentor.id) < rank(mentee, has)
            takes = len(its) < mentor.max_mentees or any(rank(mentor, mentee.id) < rank(mentor, one) for one in its)
            if has != mentor.id and wants and takes:
                found.append((mentee.id, mentor.id))
    return tuple(found)


@pytest.mark.parametrize("seed", range(30))
def test_against_the_words_of_the_definition(seed):
    """Random cohorts have exactly the blocking pairs that a direct reading of the definition finds."""
    draw = random.Random(seed)
    mentees, mentors = [f"m{n}" for n in range(7)], [f"t{n}" for n in range(4)]

    def groups(ids):
        listed = draw.sample(ids, draw.randint(0, len(ids)))
        cut = draw.randint(0, len(listed))
        return [group for group in (listed[:cut], *([one] for one in listed[cut:])) if group]

    problem = problem_of(
        [site(one, *groups(mentors)) for one in mentees],
        [mentor(one, *groups(mentees), max_mentees=draw.randint(1, 3)) for one in mentors],
    )
    matching = Matching(pairs=[(one, draw.choice(mentors)) for one in mentees if draw.random() < 0.8])
    assert blocking_pairs(problem, matching) == naive_blocking(problem, matching)
