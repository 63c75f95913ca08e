import pytest

from prssmi_match.compatibility import assess
from prssmi_match.solving.network import NotANetworkError
from prssmi_match.solving.network.formulation import formulate
from prssmi_match.solving.network.rows import Rows
from unit.solving.answers import problem


def rows(mentees, mentors, rules):
    """Return key, number of members and limits of every row."""
    found = Rows(assess(problem(mentees, mentors, rules)))
    return [(row.key, len(row.members), row.low, row.high) for row in (*found.mentees, *found.pairs)]


STATES = [{"id": name, "state": state} for name, state in zip("abcd", ["MN", "MN", "OH", "OH"], strict=True)]
ROOMY = [{"id": name, "max_mentees": 9} for name in "mn"]


def quota(state, **fields):
    """Return a quota over a state."""
    return {"kind": "quota", "id": state, "where": {"state": state}, **fields}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], []),
        ([{"kind": "selection", "min": 1, "max": 3}], [(("rule", "selection"), 4, 1, 3)]),
        (
            [{"kind": "selection", "must_match": ["a"]}],
            [(("rule", "selection"), 4, 0, None), (("rule", "selection", "a"), 1, 1, None)],
        ),
        ([{"kind": "opening", "max": 2, "must_open": ["m"]}], [(("rule", "opening", "m"), 4, 1, None)]),
        ([{"kind": "pin", "mentee": "a", "mentor": "m"}], [(("rule", "pin"), 1, 1, 1)]),
        ([{"kind": "forbid", "mentee": "a", "mentor": "m"}], []),
        ([{"kind": "together", "mentees": ["a"]}], []),
        (
            [{"kind": "apart", "mentees": ["a", "b"]}],
            [(("rule", "apart", "m"), 2, 0, 1), (("rule", "apart", "n"), 2, 0, 1)],
        ),
        ([quota("MN", min=1)], [(("rule", "MN"), 2, 1, None)]),
        ([quota("MN", max=1, per="mentor")], [(("rule", "MN", "m"), 2, 0, 1), (("rule", "MN", "n"), 2, 0, 1)]),
        ([quota("MN", max=2, per="mentor")], []),
    ],
)
def test_rules_that_count(rules, expected):
    """Each rule that only counts is a row, or several; one that cannot bind is none."""
    assert rows(STATES, ROOMY, rules) == expected


@pytest.mark.parametrize(
    "rules",
    [
        [{"kind": "opening", "min": 1}],
        [{"kind": "together", "mentees": ["a", "b"]}],
        [{"kind": "stability"}],
        [quota("MN", min=1, per="mentor")],
        [{"kind": "selection", "min": 5}],
        [{"kind": "pin", "mentee": "a", "mentor": "m"}, {"kind": "forbid", "mentee": "a", "mentor": "m"}],
    ],
)
def test_rules_that_ask_for_more(rules):
    """A minimum of mentors, minimums that can be excused, togetherness, stability: not for a network."""
    with pytest.raises(NotANetworkError):
        rows(STATES, ROOMY, rules)


def test_minimums_of_mentors_that_are_used_for_sure():
    """A minimum binds like any other once the mentor has to be used; else it is not for a network."""
    mentors = [{"id": "m", "min_mentees": 2, "max_mentees": 2}]
    opened = [{"kind": "opening", "must_open": ["m"]}, quota("MN", min=1, per="mentor")]
    assert rows(STATES, mentors, opened)[1:] == [
        (("rule", "opening", "m"), 4, 1, None),
        (("capacity", "m"), 4, 0, 2),
        (("min_mentees", "m"), 4, 2, None),
    ]
    with pytest.raises(NotANetworkError):
        rows(STATES, mentors, [])


def test_workloads_that_are_numbers_of_mentees():
    """Equal workloads are a capacity, those that cannot bind nothing, and different ones not for a network."""
    mentors = [{"id": "m", "max_mentees": 3, "max_workload": 5}]
    assert rows([{"id": name, "workload": 2} for name in "abcd"], mentors, [])[1:] == [(("max_workload", "m"), 4, 0, 2)]
    assert len(rows([{"id": name, "workload": 1} for name in "abcd"], mentors, [])) == 1
    with pytest.raises(NotANetworkError):
        rows([{"id": "a", "workload": 1}, {"id": "b", "workload": 5}], mentors, [])


def test_a_limit_of_mentors_is_told_beside_the_rows():
    """The lowest maximum of all opening rules counts; without one, all mentors may be used."""
    opened = [{"kind": "opening", "max": 2}, {"kind": "opening", "id": "one", "max": 1, "must_open": ["n"]}]
    limit = formulate(assess(problem(STATES, ["m", "n", "o"], opened))).limit
    assert (limit.most, limit.sure.tolist()) == (1, [False, True, False])
    assert limit.mentor.tolist() == [0, 1, 2] * 4
    assert formulate(assess(problem(STATES, ["m", "n", "o"]))).limit.most == 3


def test_quotas_that_cross():
    """Groups that overlap without nesting are rows, but no network."""
    mentees = [{"id": "a", "state": "MN", "stage": "new"}, {"id": "b", "state": "MN"}, {"id": "c", "stage": "new"}]
    crossing = [quota("MN", max=1), {"kind": "quota", "where": {"stage": "new"}, "max": 1}]
    asked = assess(problem(mentees, ROOMY, crossing))
    assert len(Rows(asked).mentees) == 2
    with pytest.raises(NotANetworkError):
        formulate(asked)


def test_arcs_are_named_by_what_they_count():
    """After the pairs come the mentees, then the rows, each with its key and its limits."""
    found = formulate(assess(problem(STATES, "m", [quota("MN", max=1)])))
    network = found.network
    assert found.keys() == (*(("mentee", name) for name in "abcd"), ("rule", "MN"), ("capacity", "m"))
    counted = [list(found.counted(arc)) for arc in range(6)]
    assert counted == [[0], [1], [2], [3], [0, 1], [0, 1, 2, 3]]
    assert (network.pairs, network.nodes) == (4, 1 + 4 + 2)
    assert network.upper.tolist() == [1] * 4 + [1] * 4 + [1, 1]
    assert network.tail.tolist() == [1, 2, 3, 4, 5, 5, 0, 0, 0, 6]
    assert network.head.tolist() == [6, 6, 6, 6, 1, 2, 3, 4, 5, 0]
