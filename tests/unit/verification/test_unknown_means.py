from prssmi_match.solution.matching import Matching
from prssmi_match.verification import evaluate_matching
from unit.verification.documents import problem_of

FIT = {"name": "fit", "maximize": [{"criterion": "locale_fit", "weight": 3}]}
SAME = {"name": "same", "maximize": [{"criterion": "same_value", "field": "state"}]}


def site(name, state=None, **fields):
    """Return a site of a state."""
    return {"id": name, "state": state, **fields}


def rows(problem, *pairs):
    """Return points and mark of the pairs by the first criterion."""
    evaluated = evaluate_matching(problem, Matching(pairs=pairs)).pairs
    return [(pair.points[0].points, pair.points[0].assumed) for pair in evaluated]


def test_mean_over_the_mentees_admissible_mentors():
    """The mean of 1000, 0 and 0 is rounded half up; withdrawn, vetoed and unknown mentors are not in it."""
    mentors = [
        site("oak"),
        site("elm", "OH"),
        site("ash", "MN"),
        site("fir", "TX"),
        site("gone", "OH", status="withdrawn"),
        site("no", "OH"),
    ]
    problem = problem_of([site("a", "OH", unacceptable=["no"])], mentors, tiers=[SAME])
    assert rows(problem, ("a", "oak")) == [(333, True)]
    assert rows(problem, ("a", "elm")) == [(1000, False)]


def test_mean_respects_every_part_of_admissibility():
    """Pairs that are forbidden, ineligible or of one organization are not in the mean."""
    mentors = [
        site("oak"),
        site("elm", "OH"),
        site("forbidden", "MN"),
        site("prior", "MN"),
        site("own", "MN", organization="us"),
        site("setting", "MN", settings=["child_welfare"]),
    ]
    mentee = site("a", "OH", prior_mentors=["prior"], organization="Us", settings=["diversion"])
    rules = [
        {"kind": "forbid", "mentee": "a", "mentor": "forbidden"},
        {"kind": "eligibility", "no_prior_mentor": True},
    ]
    assert rows(problem_of([mentee], mentors, rules=rules, tiers=[SAME]), ("a", "oak")) == [(1000, True)]


def test_mean_over_all_pairs_where_the_mentee_has_no_known_one():
    """A mentee without any known points takes the mean over all admissible pairs, one that is on hold left out."""
    mentees = [site("a"), site("b", "OH"), site("c", "OH"), site("held", "MN", status="hold")]
    problem = problem_of(mentees, [site("oak", "OH"), site("elm", "MN"), site("ash", "TX")], tiers=[SAME])
    assert rows(problem, ("a", "oak"), ("b", "oak")) == [(333, True), (1000, False)]


def test_mean_is_of_rounded_points():
    """Points are rounded before the mean is taken: 333, 333 and 0 make 222, and 667 and 0 make 334 (half up)."""
    three = ["diversion", "child_welfare", "other_criminal_justice"]
    fit = {"name": "fit", "maximize": [{"criterion": "setting_fit"}]}
    off = [{"kind": "eligibility", "setting": "off"}]
    none = {"id": "none", "settings": ["alternatives_to_incarceration"]}

    def mean(*mentors):
        problem = problem_of([{"id": "a", "settings": three}], ["oak", *mentors, none], rules=off, tiers=[fit])
        return rows(problem, ("a", "oak"))

    assert mean({"id": "x", "settings": three[:1]}, {"id": "y", "settings": three[1:2]}) == [(222, True)]
    assert mean({"id": "x", "settings": three[:2]}) == [(334, True)]


def test_mean_reads_the_parameters_of_its_own_criterion():
    """Two criteria of one kind with different points have different means."""
    preference = {"criterion": "mentor_preference"}
    tiers = [{"name": "fit", "maximize": [preference, {**preference, "rank_points": [100], "weight": 2}]}]
    problem = problem_of(["a"], ["oak", {"id": "elm", "preferences": [["a"]]}], tiers=tiers)
    pair = evaluate_matching(problem, Matching(pairs=[("a", "oak")])).pairs[0]
    assert [(row.points, row.total) for row in pair.points] == [(1000, 1000), (100, 200)]
    assert pair.assumed == ("mentor_preference",)


def test_marks_of_a_pair():
    """A pair names the criteria of any tier that rest on an unknown, also where the points are fixed ones."""
    special = {"name": "worst", "max_min": {"maximize": [{"criterion": "setting_fit", "neutral": 1000}]}}
    problem = problem_of([site("a", "OH")], [site("oak", "OH")], tiers=[SAME, FIT, special])
    pair = evaluate_matching(problem, Matching(pairs=[("a", "oak")])).pairs[0]
    assert pair.assumed == ("locale_fit", "setting_fit")
    assert [(row.tier, row.total) for row in pair.points] == [("same", 1000), ("fit", 1500), ("worst", 1000)]
