import pytest

from prssmi_match.explanation.costs import COSTS
from prssmi_match.problem.changes import Lever
from prssmi_match.problem.facts import Fact
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import RelaxedFormulation
from unit.solving.answers import problem

PIN = {"kind": "pin", "id": "pin", "mentee": "a", "mentor": "m"}
DROP = Lever("pin", Fact("rule", ("pin",)))


def price(lever):
    """Return the usual cost."""
    return COSTS[lever.kind]


def every(asked, price=price):
    """Return all minimal amounts, by kind, in the order in which they are found."""
    relaxed, found = RelaxedFormulation(asked, price), []
    while (cheapest := relaxed.cheapest(Budget())).by_lever:
        assert cheapest.proved
        found.append({lever.kind: amount for lever, amount in cheapest.by_lever.items()})
        relaxed.forbid(cheapest.by_lever)
    assert relaxed.is_exhausted(Budget()) == (cheapest.by_lever is None)
    return found


def test_nothing_to_move():
    """Where some matching keeps all rules, nothing is moved, and more is not asked for."""
    assert every(problem("a", "m", [PIN])) == []
    assert RelaxedFormulation(problem("", ""), price).cheapest(Budget()).by_lever == {}


def test_what_is_not_negotiable_is_strict():
    """With a price for nothing, the model is that of the document, and has no solution."""
    asked = problem([{"id": "a", "unacceptable": ["m"]}], "m", [PIN])
    assert every(asked, lambda _: None) == []
    relaxed = RelaxedFormulation(asked, lambda _: None)
    assert relaxed.cheapest(Budget()).by_lever is None
    assert relaxed.cheapest(Budget()).proved
    assert relaxed.is_exhausted(Budget())


def test_out_of_time():
    """Without time it is not known whether there are any."""
    relaxed = RelaxedFormulation(problem("a", "m", [PIN, {**PIN, "id": "no", "kind": "forbid"}]), price)
    found = relaxed.cheapest(Budget(time_limit=0))
    assert (found.by_lever, found.proved) == (None, False)
    assert not relaxed.is_exhausted(Budget(time_limit=0))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (problem("abc", "m", [{"kind": "selection", "min": 3}]), [{"minimum": 2}, {"minimum": 1, "capacity": 1}]),
        (problem("ab", "mn", [{"kind": "opening", "max": 0, "min": 0, "must_open": ["n"]}]), [{"maximum": 1}]),
        (problem("ab", "m", [{"kind": "quota", "per": "mentor", "min": 2, "max": 2}, PIN]), [{"minimum": 1}]),
        (problem([{"id": "a", "workload": 900}], [{"id": "m", "max_workload": 4}], [PIN]), [{"max_workload": 896}]),
        (problem("a", "m", [{"kind": "selection", "must_match": ["a"]}, {"kind": "opening", "max": 0}]), [{"must": 1}]),
    ],
    ids=["minimum", "maximum", "per mentor", "workload", "must"],
)
def test_limits_give_way_by_as_much_as_is_needed(asked, expected):
    """Each end of a limit moves by itself, and no further than needed."""
    found = every(asked)
    assert all(amounts in found for amounts in expected), found


def test_forbidden_amounts_and_all_beyond():
    """What was forbidden does not come again, nor with more besides; less of it does."""
    asked = problem("abc", "m", [{"kind": "selection", "min": 3}])
    relaxed = RelaxedFormulation(asked, lambda lever: 1 if lever.kind == "minimum" else 3)
    assert sum(relaxed.cheapest(Budget()).by_lever.values()) == 2
    relaxed.forbid({Lever("minimum", Fact("rule", ("selection",))): 2})
    found = relaxed.cheapest(Budget()).by_lever
    assert {lever.kind: amount for lever, amount in found.items()} == {"minimum": 1, "capacity": 1}


STABLE = {"kind": "stability", "id": "stable"}


def test_a_pair_that_may_come_to_be_can_block():
    """Under stability a lifted veto can make its pair block; as long as it stands, it does not."""
    pine = {"id": "a", "preferences": [["m"], ["n"]], "unacceptable": ["m"]}
    asked = problem([pine], ["m", "n"], [{**PIN, "mentor": "n"}, STABLE])
    relaxed = RelaxedFormulation(asked, price)
    assert relaxed.cheapest(Budget()).by_lever == {}
    more = problem([pine, "b"], ["m", "n"], [{**PIN, "mentor": "n"}, STABLE, {**PIN, "id": "also"}])
    assert {"pin": 1} in every(more)


def stable_amounts(*pairs, **fields):
    """Return the amounts that pins of three mentees, which all prefer the first mentor, need beside stability."""
    rivals = [{"id": site, "preferences": [["m"]]} for site in "abc"]
    mentors = [{"id": "m", "preferences": [["a"], ["b"], ["c"]]}, {"id": "n", "max_mentees": 3}]
    pins = [{**PIN, "id": pair, "mentee": pair[0], "mentor": pair[1]} for pair in pairs]
    asked = problem(rivals, mentors, [*pins, STABLE, {"kind": "selection", **fields}])
    return every(asked, lambda lever: None if lever.kind == "pin" else 1)


def test_more_room_can_make_pairs_block():
    """Under stability a mentor is full only at its raised capacity: "b" would rather have the place of "c"."""
    assert stable_amounts("am", "bn") == []
    assert stable_amounts("am", "cm", "bn") == [{"capacity": 1, "stability": 1}]


def test_a_raised_maximum_excuses_where_it_ends():
    """Under stability a maximum excuses whom it leaves out where it is reached, as far as it was raised."""
    assert stable_amounts("cm", max=1) == []
    assert stable_amounts("cm", "bm", max=1) == [{"capacity": 1, "maximum": 1}]
    assert stable_amounts("cm", "bn", max=1) == [{"maximum": 1, "stability": 1}]
