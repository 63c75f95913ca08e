import json

import pytest

import prssmi_match as pm
from prssmi_match.explanation import repairs
from prssmi_match.explanation.costs import COSTS
from prssmi_match.explanation.repairs import find_repairs
from prssmi_match.problem.facts import Fact
from prssmi_match.solution.repair import Repairs
from prssmi_match.solving import Budget
from unit.explanation.test_conflict import CONFLICTS, PIN, SOLVER_WORDS, document

SEATS = document(PIN, {**PIN, "id": "pin-b", "mentee": "b"}, o={"max_mentees": 1})


def menu(written, **options):
    """Return the complete menu of a document: sentence to cost."""
    found = find_repairs(pm.Problem.model_validate(written), Budget(), **options)
    assert found.complete
    return {str(repair): repair.cost for repair in found.repairs}


def test_the_ways_out_cheapest_first():
    """Two pins to one place: a second place, or one pin less, by their costs; and there are no others."""
    assert list(menu(SEATS).items()) == [
        ("Let Oak take 2 mentees instead of 1.", 2),
        ("Drop the pin of Bay to Oak.", 3),
        ("Drop the pin of Pine to Oak.", 3),
    ]


def test_changes_of_a_repair():
    """A change says what, whose and how much; its cost is that of the whole amount."""
    written = document(*({**PIN, "id": mentee, "mentee": mentee} for mentee in "pbl"), o={"max_mentees": 1})
    repair = find_repairs(pm.Problem.model_validate(written), Budget()).repairs[0]
    assert repair.model_dump() == {
        "cost": 4,
        "sentence": "Let Oak take 3 mentees instead of 1.",
        "changes": (
            {
                "kind": "capacity",
                "rule_id": "capacity:o",
                "fact": {"kind": "capacity", "sites": ("o",)},
                "part": "",
                "owner": "mentor",
                "amount": 2,
                "cost": 4,
                "sentence": "Let Oak take 3 mentees instead of 1.",
            },
        ),
    }
    assert str(repair.changes[0]) == str(repair) == repair.sentence


def test_several_changes_are_needed():
    """Where one change is not enough, a repair has several, in one sentence; each is needed."""
    written = document(PIN, p={"unacceptable": ["o"], "status": "hold"}, o={"unacceptable": ["p"]})
    assert menu(written) == {
        "Drop the pin of Pine to Oak.": 3,
        "Take Pine off hold, ask Pine to accept Oak and ask Oak to accept Pine.": 16,
    }


def test_it_comes_back_from_json():
    """A menu that was written as JSON and read again still mends the document."""
    problem = pm.Problem.model_validate(SEATS)
    found = find_repairs(problem, Budget())
    read = Repairs.model_validate(json.loads(found.model_dump_json()))
    assert read == found
    assert all(pm.match(repair.apply(problem)).has_matching for repair in read.repairs)


def test_made_for_another_document():
    """A repair of something that a document does not have is refused, in words."""
    dropped = find_repairs(pm.Problem.model_validate(SEATS), Budget()).repairs[1]
    with pytest.raises(ValueError, match="no pin of 'pin-b' to change; the repair was made for another"):
        dropped.apply(pm.Problem.model_validate(document(PIN)))


@pytest.mark.parametrize("written", [written for written, _ in CONFLICTS.values()], ids=CONFLICTS)
def test_sentences_have_no_words_of_the_solver(written):
    """A coordinator who has never seen code can read every repair, and each works."""
    problem = pm.Problem.model_validate(written)
    found = find_repairs(problem, Budget()).repairs
    assert found
    for repair in found:
        assert not SOLVER_WORDS.search(repair.sentence), repair.sentence
        assert pm.match(repair.apply(problem)).has_matching, repair.sentence


def test_nothing_to_mend():
    """A document that has a matching needs no repair."""
    assert menu(document(PIN)) == {}


def test_nothing_can_be_done():
    """Sites of one organization are never paired: with the pin kept, there is no way out, and that is known."""
    written = document(PIN, p={"organization": "Sheriff"}, o={"organization": "SHERIFF"})
    assert menu(written, protected=frozenset([Fact("rule", ("pin",))])) == {}
    assert menu(written) == {"Drop the pin of Pine to Oak.": 3}


def test_the_limit():
    """No more are given than asked for, the cheapest, and it is told whether there are others."""
    problem = pm.Problem.model_validate(SEATS)
    cut, whole = (find_repairs(problem, Budget(), limit=limit) for limit in (2, 3))
    assert (len(cut.repairs), cut.complete) == (2, False)
    assert (len(whole.repairs), whole.complete) == (3, True)
    assert cut.repairs[0] == whole.repairs[0]


def test_out_of_time():
    """Without time nothing is proved, so nothing is offered, and the menu is not called complete."""
    found = find_repairs(pm.Problem.model_validate(SEATS), Budget(time_limit=0))
    assert found == Repairs(repairs=(), complete=False)


def test_out_of_time_midway(monkeypatch):
    """What was proved when time ran out is kept."""
    budget = Budget()
    works = repairs._works  # noqa: SLF001 - the end of the budget is put behind the first proof

    def once(*arguments):
        proved = works(*arguments)
        budget.stop()
        return proved

    monkeypatch.setattr(repairs, "_works", once)
    found = find_repairs(pm.Problem.model_validate(SEATS), budget)
    assert [repair.cost for repair in found.repairs] == [2]
    assert not found.complete


def test_what_does_not_work_is_not_offered(monkeypatch):
    """A candidate that the whole search does not confirm ends the menu, which then is not complete."""
    monkeypatch.setattr(repairs, "_works", lambda *_: False)
    assert find_repairs(pm.Problem.model_validate(SEATS), Budget()) == Repairs(repairs=(), complete=False)


def test_progress():
    """Who follows is told how many repairs are done."""
    told = []
    budget = Budget(on_step=lambda what, done, total, _: told.append((what, done, total)))
    find_repairs(pm.Problem.model_validate(SEATS), budget, limit=2)
    assert told == [("repairs", 0, 2), ("repairs", 1, 2), ("repairs", 2, 2)]


@pytest.mark.parametrize(
    ("costs", "cost"),
    [
        ({}, 2),
        ({"mentor": 7}, 7),
        ({"mentor": 7, "capacity": 5}, 5),
        ({"mentor": 7, "capacity": 5, "capacity:o": 4}, 4),
        ({"capacity": None, "capacity:o": 1}, 1),
        ({"capacity:e": None, "mentee": None}, 2),
        ({"capacity:o": None, "capacity": 1}, None),
        ({"mentor": None}, None),
    ],
)
def test_costs(costs, cost):
    """The cost of one fact goes before that of its kind, that before its owner's, and None is never."""
    assert menu(SEATS, costs=costs).get("Let Oak take 2 mentees instead of 1.") == cost


def test_costs_rank_the_menu():
    """What costs less comes first: dear places put the pins before them, each by its own id."""
    assert list(menu(SEATS, costs={"capacity": 9, "pin-b": 4}).values()) == [3, 4, 9]


@pytest.mark.parametrize(
    ("costs", "message"),
    [
        ({"capasity": 1}, "'capasity', which is no kind of change.*Did you mean 'capacity'"),
        ({"capacity:oo": 1}, "'capacity:oo'.*Did you mean 'capacity:o'"),
        ({"pin-c": 1}, "'pin-c'.*Did you mean 'pin-b'"),
        ({"coordinators": None}, "Did you mean 'coordinator'"),
        ({"???": 1}, r"document\.$"),
        ({"pin": 0}, "cost of 'pin' is 0; give a whole number from 1 to 1000, or None"),
        ({"pin": 1.5}, "is 1.5"),
        ({"pin": True}, "is True"),
        ({"pin": 1001}, "is 1001"),
    ],
)
def test_costs_that_are_none(costs, message):
    """A key that names nothing, or a cost that is not one, is refused and named."""
    with pytest.raises(ValueError, match=message):
        menu(SEATS, costs=costs)


def test_every_kind_of_site_can_have_its_cost():
    """Facts that bind nothing now may be named too, so that one price list serves many documents."""
    written = document(PIN, p={"unacceptable": ["e"]}, o={"unacceptable": ["b"]})
    keys = ["capacity:e", "min_mentees:o", "max_workload:o", "mentee_availability:p", "mentor_availability:o"]
    assert menu(written, costs=dict.fromkeys([*keys, "mentee_veto:p:e", "mentor_veto:o:b", "setting"])) == {}


def test_what_others_own_costs_no_less():
    """A limit that is the coordinator's own is never dearer than what a site has refused, or a site that is gone."""
    dear = min(COSTS[kind] for kind in ("mentee_veto", "mentor_veto", "mentee_availability", "mentor_availability"))
    assert all(COSTS[kind] < dear for kind in ("minimum", "maximum", "must", "pin", "capacity", "setting"))


def test_stability_can_be_kept():
    """Under stability a lifted veto brings a pair that blocks: what then needs more besides is told whole."""
    written = document(
        {**PIN, "mentor": "e"},
        {"id": "stable", "kind": "stability"},
        p={"preferences": [["o"], ["e"]], "unacceptable": ["e"]},
        o={"preferences": [["p"], ["b"]], "max_mentees": 1},
    )
    assert menu(written, costs={"stable": 1}) == {
        "Drop the pin of Pine to Elm.": 3,
        "Drop the rule that no mentee and mentor may both prefer each other to what they have "
        "and ask Pine to accept Elm.": 6,
    }


def test_a_distance_is_raised_as_far_as_needed():
    """Kilometers are raised in steps of fifty, from what is written, to just enough."""
    rule = {"id": "near", "kind": "eligibility", "max_km": 59.508}
    places = {"p": {"location": [46.1, -92.9]}, "o": {"location": [46.1, -90.9]}}
    assert menu(document(PIN, rule, **places)) == {
        "Allow mentors up to 159.508 km away instead of 59.508.": 2,
        "Drop the pin of Pine to Oak.": 3,
    }


def test_a_workload_is_raised_as_far_as_needed():
    """The whole of a heavy workload is told, however far beyond the limit it is."""
    assert menu(document(PIN, p={"workload": 500}, o={"max_workload": 4}), costs={"pin": None}) == {
        "Let Oak take a workload of 500 instead of 4.": 992
    }


def test_settings_give_way_step_by_step():
    """Where one shared setting is enough, the rule is not given up whole."""
    rule = {"id": "fit", "kind": "eligibility", "setting": "all"}
    wanted = {"settings": ["diversion", "child_welfare"]}
    near, far = ({"settings": [setting]} for setting in ("diversion", "other_criminal_justice"))
    assert menu(document(PIN, rule, p=wanted, o=near), costs={"pin": None}) == {
        "Ask a mentor to cover one of the mentee's settings instead of all.": 4
    }
    assert menu(document(PIN, rule, p=wanted, o=far), costs={"pin": None}) == {
        "No longer ask that a mentor covers the mentee's settings.": 8
    }


def test_an_assumed_capacity_below_the_minimum():
    """A mentor that takes four or nobody, in a program that assumes one place, needs four places or a lower minimum."""
    used = {"id": "use", "kind": "opening", "must_open": ["o"]}
    mentees = [{"id": mentee} for mentee in "pbls"]
    written = document(used, o={"min_mentees": 4}, default_capacity=1, mentees=mentees)
    found = menu(written, costs={"use": None}, limit=9)
    assert found["Let Oak take as few as 1 instead of 4 mentees."] == 6
    assert found["Let Oak take 4 mentees instead of 1 (assumed: it states no number)."] == 6
    assert len(found) == 4
