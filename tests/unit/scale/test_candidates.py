import pandas as pd
import pytest

import prssmi_match as pm
from prssmi_match.scale.lazily import find_missing

TIERS = [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]
WISH = {"name": "wish", "maximize": [{"criterion": "pair_score"}]}


def problem_of(mentees, capacities, scores, rules=(), tiers=(WISH,), **fields):
    """Return a document of scored pairs without a preset."""
    rows = [{"mentee": one, "mentor": other, "score": score} for (one, other), score in scores.items()]
    mentors = [{"id": site, "max_mentees": most} for site, most in capacities.items()]
    document = {"mentees": [{"id": site} for site in mentees], "mentors": mentors, "pairs": rows, "rules": list(rules)}
    return pm.Problem.model_validate({"preset": "none", "policy": {"tiers": list(tiers)}, **document, **fields})


def kept(candidates):
    """Return the kept pairs with their scores."""
    return list(candidates.pairs.itertuples(index=False, name=None))


def test_the_best_of_each_mentee_are_kept():
    """Two of three, in the order of ids; the numbers of all pairs and of places are told."""
    problem = problem_of(["b", "a"], {"n": 2, "m": 1, "o": 1}, {("a", "n"): 5, ("a", "o"): 3, ("b", "m"): 1})
    found = pm.scale.candidates(problem, top=2)
    assert kept(found)[:2] == [("a", "n", 5), ("a", "o", 3)]
    assert kept(found)[2] == ("b", "m", 1)
    assert len(kept(found)) == 4
    assert found.admissible == 6
    assert found.capacity.to_dict() == {"m": 1, "n": 2, "o": 1}


def test_refused_pairs_and_full_mentors_are_no_candidates():
    """A mentor without a place takes none of the few that are kept; a forbidden pair is not admissible either."""
    forbid = {"kind": "forbid", "mentee": "a", "mentor": "m"}
    problem = problem_of(["a"], {"m": 1, "n": 0, "o": 1}, {("a", "m"): 9, ("a", "n"): 8}, [forbid])
    found = pm.scale.candidates(problem, top=1)
    assert (kept(found), found.admissible) == ([("a", "o", 0)], 2)


def test_ties_are_spread():
    """Where all pairs are equally good, mentees do not all keep the same mentor."""
    sites = [f"e{number}" for number in range(40)]
    found = pm.scale.candidates(problem_of(sites, dict.fromkeys("mnop", 40), {}), top=1)
    assert set(found.pairs["mentor"]) == set("mnop")
    assert len(found.pairs) == 40


def test_missing_pairs_are_added_until_none_is():
    """Everybody's best is one mentor with one place: the others are found by the prices, round by round."""
    sites = [f"e{number}" for number in range(4)]
    scores = {(site, "m"): 50 + number for number, site in enumerate(sites)}
    assignment = pm.scale.assign(pm.scale.candidates(problem_of(sites, dict.fromkeys("mnop", 1), scores), top=1))
    assert (assignment.mentees, assignment.value, assignment.bound) == (4, 53, 53)
    assert assignment.rounds > 1
    assert assignment.used <= 16
    assert assignment.pairs.set_index("mentee")["mentor"]["e3"] == "m"


def test_seats_come_from_the_selection():
    """The smallest limit on matched mentees holds."""
    rules = [{"kind": "selection", "max": most} for most in (3, 1)]
    assignment = pm.scale.assign(pm.scale.candidates(problem_of(["a", "b"], {"m": 2}, {("b", "m"): 4}, rules)))
    assert list(assignment.pairs.itertuples(index=False, name=None)) == [("b", "m", 4)]


@pytest.mark.parametrize(
    "problem", [problem_of([], {"m": 1}, {}), problem_of(["a"], {}, {}), problem_of(["a"], {"m": 0}, {})]
)
def test_nobody_to_match(problem):
    """Without pairs the answer is empty, and proved."""
    assignment = pm.scale.assign(pm.scale.candidates(problem))
    assert (assignment.mentees, assignment.value, assignment.bound, len(assignment.pairs)) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("rules", "mentor", "places"),
    [
        ([{"kind": "pin", "mentee": "a", "mentor": "m"}], {}, ["rules, pin"]),
        ([{"kind": "stability"}, {"kind": "quota", "max": 1}], {}, ["rules, quota", "rules, stability"]),
        ([{"kind": "apart", "mentees": ["a", "b"]}], {}, ["rules, apart"]),
        ([{"kind": "together", "mentees": ["a", "b"]}], {}, ["rules, together"]),
        ([{"kind": "together", "mentees": ["a"]}], {}, []),
        ([{"kind": "selection", "min": 1}], {}, ["rules, selection"]),
        ([{"kind": "selection", "must_match": ["a"]}], {}, ["rules, selection"]),
        ([{"kind": "opening", "max": 0}], {}, ["rules, opening"]),
        ([{"kind": "opening", "max": 1}], {}, []),
        ([{"kind": "opening", "must_open": ["m"]}], {}, ["rules, opening"]),
        ([], {"min_mentees": 1}, []),
        ([], {"min_mentees": 2}, ["mentors, m"]),
        ([], {"max_workload": 1}, ["mentors, m"]),
        ([], {"max_workload": 2}, []),
        ([], {"min_mentees": 2, "max_workload": 1, "status": "withdrawn"}, []),
    ],
)
def test_what_columns_cannot_say_is_refused(rules, mentor, places):
    """No rule is left out in silence: all that are not for columns are findings."""
    mentors = [{"id": "m", "max_mentees": 2, **mentor}]
    problem = problem_of(["a", "b"], {}, {}, rules, mentors=mentors)
    if places:
        with pytest.raises(pm.ProblemError) as caught:
            pm.scale.candidates(problem)
        assert [(one.code, one.place) for one in caught.value.findings] == [("not_columnar", place) for place in places]
    else:
        assert pm.scale.candidates(problem).admissible == 2 * (mentor.get("status") is None)


@pytest.mark.parametrize(("tier", "known"), [("seats", "wish"), ("other", "wish")])
def test_an_aim_that_columns_cannot_say_is_refused(tier, known):
    """Only aims of pair criteria can be asked for; those that can be are named."""
    problem = problem_of(["a"], {"m": 1}, {}, tiers=[*TIERS, WISH])
    with pytest.raises(pm.ProblemError, match=f"those that do: {known}"):
        pm.scale.candidates(problem, tier=tier)
    assert pm.scale.candidates(problem, tier="wish").admissible == 1


def test_a_document_without_an_aim_of_pairs_is_refused():
    """There is nothing to add up."""
    with pytest.raises(pm.ProblemError, match="No aim maximizes"):
        pm.scale.candidates(problem_of(["a"], {"m": 1}, {}, tiers=TIERS))


def test_scores_that_are_too_large_are_findings():
    """Sums stay exact here, too."""
    problem = problem_of(["a", "b"], {"m": 2}, {("a", "m"): 2**52 + 2**51})
    with pytest.raises(pm.ProblemError, match="not exact"):
        pm.scale.assign(pm.scale.candidates(problem))


@pytest.mark.parametrize("options", [{"top": 0}, {"block": 0}])
def test_options_out_of_range(options):
    """At least one candidate, and one row at a time."""
    with pytest.raises(ValueError, match="at least 1"):
        pm.scale.candidates(problem_of(["a"], {"m": 1}, {}), **options)


def test_candidates_bring_their_capacities():
    """Capacities are given once: by the document, or beside a table."""
    found = pm.scale.candidates(problem_of(["a"], {"m": 1}, {}))
    with pytest.raises(TypeError, match="nothing else"):
        pm.scale.assign(found, found.capacity)
    with pytest.raises(TypeError, match="capacity"):
        pm.scale.assign(found.pairs)
    pd.testing.assert_frame_equal(pm.scale.assign(found.pairs, found.capacity).pairs, pm.scale.assign(found).pairs)


def test_the_certificate_is_asked_for(monkeypatch):
    """An answer over all pairs is not returned before the pairs that were left out are looked at."""
    calls = []
    monkeypatch.setattr(
        "prssmi_match.scale.lazily.find_missing", lambda *told: calls.append(told) or find_missing(*told)
    )
    assignment = pm.scale.assign(pm.scale.candidates(problem_of(["a", "b"], {"m": 1, "n": 1}, {}), top=1))
    assert len(calls) == assignment.rounds
