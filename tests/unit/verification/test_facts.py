import pytest

from unit.verification.documents import problem_of, sentences, violations


def test_matching_that_keeps_every_fact():
    """Nothing is reported of two free sites that are paired."""
    assert violations(problem_of(["pine"], ["oak"]), ("pine", "oak")) == []


def test_capacity():
    """The amount is how many mentees are too many, the witnesses are the mentor and all its mentees."""
    problem = problem_of(["a", "b", "c"], [{"id": "oak", "max_mentees": 1}])
    assert violations(problem, ("a", "oak")) == []
    assert violations(problem, ("a", "oak"), ("b", "oak"), ("c", "oak")) == [("capacity", 2, ("oak", "a", "b", "c"))]


def test_default_capacity():
    """A mentor without a stated capacity has the default one, and the sentence says so."""
    problem = problem_of(["a", "b"], [{"id": "oak", "name": "Oak City"}], default_capacity=1)
    assert violations(problem, ("a", "oak"), ("b", "oak")) == [("capacity", 1, ("oak", "a", "b"))]
    assert sentences(problem, ("a", "oak"), ("b", "oak")) == [
        "Oak City has 2 mentees; it takes at most 1 (the default capacity)."
    ]


def test_capacity_of_zero_is_a_capacity():
    """A stated capacity of 0 is not an unknown one."""
    assert violations(problem_of(["a"], [{"id": "oak", "max_mentees": 0}]), ("a", "oak")) == [
        ("capacity", 1, ("oak", "a"))
    ]


def test_min_mentees_binds_used_mentors_only():
    """A mentor below its minimum is reported where it is used, and not where it is unused."""
    problem = problem_of(["a", "b"], [{"id": "oak", "min_mentees": 3}, "elm"])
    assert violations(problem, ("a", "elm")) == []
    assert violations(problem, ("a", "oak"), ("b", "elm")) == [("min_mentees", 2, ("oak", "a"))]
    exact = problem_of(["a", "b"], [{"id": "oak", "min_mentees": 2}])
    assert violations(exact, ("a", "oak"), ("b", "oak")) == []


def test_max_workload_with_a_row_that_overrides():
    """Workloads are added up, a row of the pair replaces the mentee's own, and null leaves it as it is."""
    mentees = [{"id": "a", "workload": 4}, {"id": "b", "workload": 3}]
    mentors = [{"id": "oak", "max_workload": 5}, "elm"]
    rows = [{"mentee": "a", "mentor": "oak", "workload": 2}, {"mentee": "b", "mentor": "oak", "score": 1}]
    both = (("a", "oak"), ("b", "oak"))
    assert violations(problem_of(mentees, mentors), *both) == [("max_workload", 2, ("oak", "a", "b"))]
    assert violations(problem_of(mentees, mentors, pairs=rows), *both) == []
    assert violations(problem_of(mentees, mentors), ("a", "elm"), ("b", "elm")) == []


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_veto_of_either_side(side):
    """A veto of either side is broken by the pair and by no other, also where the vetoed site is listed."""
    pine = {"id": "pine", "name": "Pine County", "preferences": [["oak"]]}
    oak = {"id": "oak", "name": "Oak City", "preferences": [["pine"]]}
    if side == "mentee":
        pine["unacceptable"] = ["oak"]
    else:
        oak["unacceptable"] = ["pine"]
    problem = problem_of([pine], [oak, "elm"])
    assert violations(problem, ("pine", "elm")) == []
    assert violations(problem, ("pine", "oak")) == [("veto", 1, ("pine", "oak"))]
    who = "Pine County" if side == "mentee" else "Oak City"
    assert sentences(problem, ("pine", "oak"))[0].startswith(f"{who} states that")


def test_same_organization_is_compared_folded():
    """Case and white space do not tell organizations apart; blank and null ones are unknown."""
    mentors = [{"id": "oak", "organization": "river  TRUST "}, {"id": "elm", "organization": " "}, "ash"]
    mentees = [{"id": "a", "organization": "River Trust"}, {"id": "b", "organization": ""}, {"id": "c"}]
    problem = problem_of(mentees, mentors)
    assert violations(problem, ("a", "oak")) == [("organization", 1, ("a", "oak"))]
    assert violations(problem, ("a", "elm"), ("b", "elm"), ("c", "ash")) == []


def test_same_id_on_both_sides():
    """One id on both sides is one site, which is not paired with itself."""
    problem = problem_of(["oak", "a"], ["oak", "elm"])
    assert violations(problem, ("oak", "oak")) == [("organization", 1, ("oak", "oak"))]
    assert violations(problem, ("oak", "elm"), ("a", "oak")) == []


def test_default_setting_test():
    """Where no rule states a setting, one common setting is needed, and a side without settings passes."""
    mentees = [{"id": "a", "settings": ["diversion"]}, "b"]
    mentors = [{"id": "oak", "settings": ["child_welfare"]}, {"id": "elm", "settings": ["diversion"]}, "ash"]
    for rules in ([], [{"kind": "eligibility", "scored_only": False}]):
        problem = problem_of(mentees, mentors, rules=rules)
        assert violations(problem, ("a", "oak")) == [("setting", 1, ("a", "oak"))]
        assert violations(problem, ("a", "elm"), ("b", "oak")) == []
        assert violations(problem, ("a", "ash")) == []


@pytest.mark.parametrize("setting", ["any", "all", "off"])
def test_default_setting_test_gives_way_to_a_stated_one(setting):
    """A rule that states a setting, even off, speaks for itself: the fact is silent."""
    problem = problem_of(
        [{"id": "a", "settings": ["diversion"]}],
        [{"id": "oak", "settings": ["child_welfare"]}],
        rules=[{"kind": "eligibility", "setting": setting}],
    )
    expected = [] if setting == "off" else [("eligibility", 1, ("a", "oak"))]
    assert violations(problem, ("a", "oak")) == expected


@pytest.mark.parametrize("status", ["hold", "withdrawn"])
def test_unavailable_mentee(status):
    """A mentee on hold or withdrawn is reported, a provisional one is not."""
    problem = problem_of([{"id": "a", "status": status}, {"id": "b", "status": "provisional"}], ["oak"])
    assert violations(problem, ("a", "oak"), ("b", "oak")) == [("availability", 1, ("a",))]


def test_unavailable_mentor():
    """A withdrawn mentor is reported once, with the number of its mentees."""
    problem = problem_of(["a", "b"], [{"id": "oak", "status": "withdrawn"}])
    assert violations(problem, ("a", "oak"), ("b", "oak")) == [("availability", 2, ("oak",))]
