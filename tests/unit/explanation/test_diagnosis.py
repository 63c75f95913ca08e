import pytest

import prssmi_match as pm
from prssmi_match.explanation.conflicts import smallest_conflicts
from prssmi_match.problem.facts import Fact
from prssmi_match.solving import Budget
from unit.solving.answers import problem

TWO = problem(
    "ab",
    "mn",
    rules=[
        {"kind": "pin", "mentee": "a", "mentor": "m"},
        {"kind": "forbid", "mentee": "a", "mentor": "m"},
        {"kind": "selection", "id": "seats", "min": 3},
    ],
)


def ids(conflict):
    """Return the ids of the members of a conflict."""
    return sorted(member.rule_id for member in conflict)


def test_separate_troubles_are_separate_conflicts():
    """Two contradictions are two conflicts, the smaller first, and it is said that these are all."""
    found = pm.diagnose(TWO)
    assert (found.feasible, found.conflicts_complete) == (False, True)
    assert [ids(conflict) for conflict in found.conflicts] == [["seats"], ["forbid", "pin"]]
    assert len(found.conflicts[1]) == 2
    assert found.conflicts[1].sentence.startswith("These two cannot both hold: ")


def test_repairs_settle_all_troubles_at_once():
    """Each repair is enough by itself; the frame has one row a change, by repair, the cheapest first."""
    found = pm.diagnose(TWO)
    assert [repair.cost for repair in found.repairs] == sorted(repair.cost for repair in found.repairs)
    for repair in found.repairs:
        assert pm.match(repair.apply(TWO)).has_matching
    frame = found.to_frame()
    assert list(frame["repair"]) == [
        number for number, repair in enumerate(found.repairs, start=1) for _ in repair.changes
    ]


def test_out_of_time_claims_nothing():
    """Without time it is not known whether the rules can be kept, and no list is said to be complete."""
    found = pm.diagnose(TWO, time_limit=0)
    assert (found.feasible, found.conflict, found.repairs) == (None, None, ())
    assert not found.conflicts_complete
    assert not found.repairs_complete


@pytest.mark.parametrize("options", [{"limit": 0}, {"costs": {"pinn": 1}}, {"costs": {"pin": 0}}])
def test_arguments_out_of_range(options):
    """A limit below 1, a cost below 1 and one for nothing are refused."""
    with pytest.raises(ValueError, match=r"limit|pin"):
        pm.diagnose(TWO, **options)


def test_warnings_of_a_document_that_can_be_matched():
    """A rule without room, places beyond all demand and a site with one partner are told by name."""
    asked = problem(
        [{"id": "a", "name": "Pine County"}],
        [{"id": "m", "name": "Oak City", "max_mentees": 9}],
        rules=[{"kind": "selection", "id": "seats", "min": 1}],
    )
    codes = {warning.code: warning.sentence for warning in pm.diagnose(asked).warnings}
    assert {"no_slack", "capacity_above_demand", "single_partner"} <= set(codes)
    assert "Pine County" in codes["single_partner"] or "Oak City" in codes["single_partner"]


class Toy:
    """A formulation that is not ours: some sets of letters cannot all hold."""

    facts = tuple(Fact("rule", (letter,)) for letter in "abcdef")
    broken = ("ab", "bcd", "f")

    def is_feasible(self, facts, budget):
        """Whether no broken set is in force."""
        letters = {fact.id for fact in facts}
        return not any(letters >= set(each) for each in self.broken)

    def core(self, facts, budget):
        """Return everything."""
        return list(facts)

    def grow(self, facts, budget):
        """Return a set that holds and has no room for more; None where these cannot hold."""
        kept = list(facts)
        if not self.is_feasible(kept, budget):
            return None
        for fact in self.facts:
            if fact not in kept and self.is_feasible([*kept, fact], budget):
                kept.append(fact)
        return kept


def test_any_formulation_with_named_rules_can_be_asked():
    """Of a formulation that knows nothing of mentors, all minimal conflicts are found, the smallest first."""
    found, complete = smallest_conflicts(Toy(), Budget())
    assert complete
    assert ["".join(fact.id for fact in facts) for facts, _ in found] == ["f", "ab", "bcd"]
    assert all(minimal for _, minimal in found)


def test_a_limit_is_said_to_be_one():
    """Where there are more conflicts than are asked for, the smallest are told, and that there are more."""
    found, complete = smallest_conflicts(Toy(), Budget(), limit=2)
    assert not complete
    assert ["".join(fact.id for fact in facts) for facts, _ in found] == ["f", "ab"]
