import hashlib
from importlib import import_module
from itertools import permutations

import pytest

from prssmi_match.compatibility import assess
from prssmi_match.solving import Budget, solve
from unit.solving.answers import COVERAGE, answer, problem, tiers

# The room offers the function of this name; the module behind it is asked for by its path.
lottery = import_module("prssmi_match.solving.tiers.lottery")


def lot(seed, first, second):
    """Return the lot as the contract words it: the first 30 bits of the digest."""
    digest = hashlib.sha256(f"{seed}|{first}|{second}".encode()).digest()
    return int("".join(f"{byte:08b}" for byte in digest)[:30], 2)


def test_lot():
    """A lot is what anyone computes from the seed and the two ids."""
    assert lottery.lot(2019, "pine", "oak") == lot(2019, "pine", "oak")
    assert lottery.lot(-5, "\u00f1and\u00fa", "") == lot(-5, "\u00f1and\u00fa", "")


@pytest.mark.parametrize("seed", range(5))
def test_seats_are_drawn_first(seed):
    """With one seat for four equal mentees, the greatest lot of a mentee wins."""
    asked = problem("abcd", "m", tiers=[COVERAGE, {"lottery": {"seed": seed}}])
    winner = max("abcd", key=lambda mentee: lot(seed, mentee, ""))
    assert answer(asked) == {winner: "m"}
    assert tiers(asked)["lottery"].value == lot(seed, winner, "m")


@pytest.mark.parametrize("seed", range(5))
def test_then_the_pairs(seed):
    """Among the ways to seat all, the greatest sum of the pairs' lots wins."""
    asked = problem("abc", "mno", tiers=[COVERAGE, {"lottery": {"seed": seed}}])

    def total(mentors):
        return sum(lot(seed, mentee, mentor) for mentee, mentor in zip("abc", mentors, strict=True))

    best = max(permutations("mno"), key=total)
    assert answer(asked) == dict(zip("abc", best, strict=True))
    assert tiers(asked)["lottery"].value == total(best)


def test_missing_lottery_has_seed_0():
    """Where no lottery is stated, one with seed 0 is appended and named in the tiers."""
    asked = problem("abcd", "m", tiers=[COVERAGE])
    assert list(answer(asked)) == [max("abcd", key=lambda mentee: lot(0, mentee, ""))]
    assert list(tiers(asked)) == ["seats", "lottery"]


def drawn(monkeypatch, asked, value=1):
    """Return the answer where every lot is the same."""
    monkeypatch.setattr(lottery, "lot", lambda *_: value)
    outcome = solve(assess(asked), asked.program.tiers, Budget())
    assert outcome.status == "optimal"
    matching = outcome.assignment.to_matching([()] * len(outcome.assignment.chosen))
    return {pair.mentee: pair.mentor for pair in matching.pairs}


def test_equal_lots_leave_the_smallest_list(monkeypatch):
    """Where all lots are equal, mentee by mentee in the order of ids the smallest mentor id wins."""
    assert drawn(monkeypatch, problem("cab", "onm", tiers=[COVERAGE])) == {"a": "m", "b": "n", "c": "o"}


def test_equal_lots_leave_the_first_unmatched(monkeypatch):
    """Unmatched is the empty id, smaller than all: the first mentee that can stay out does."""
    assert drawn(monkeypatch, problem("abc", "mn", tiers=[COVERAGE])) == {"b": "m", "c": "n"}


def test_equal_lots_that_cost_nothing(monkeypatch):
    """Where matching anybody adds nothing, nobody is matched: the list of empty ids is the smallest."""
    assert drawn(monkeypatch, problem("ab", "mn", tiers=[]), value=0) == {}


def test_ids_are_compared_as_text(monkeypatch):
    """Ids are compared as text, capitals first, so that m10 comes before m9."""
    assert drawn(monkeypatch, problem("a", ["m9", "m10", "n"], tiers=[COVERAGE])) == {"a": "m10"}
    assert drawn(monkeypatch, problem("a", ["a", "b", "Z"], tiers=[COVERAGE])) == {"a": "Z"}


def test_rules_hold_in_the_draw(monkeypatch):
    """The smallest list is taken among answers that keep every rule and every tier."""
    apart = [{"kind": "apart", "mentees": ["a", "b"]}]
    mentors = [{"id": "m", "max_mentees": 3}, {"id": "n", "max_mentees": 3}]
    found = drawn(monkeypatch, problem("abc", mentors, apart, [COVERAGE]))
    assert found == {"a": "m", "b": "n", "c": "m"}
