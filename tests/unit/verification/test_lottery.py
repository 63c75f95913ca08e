import hashlib

from prssmi_match.solution.matching import Matching
from prssmi_match.verification import lot, lot_of_pairs, lot_of_selection
from unit.verification.documents import problem_of, tier_of


def bits(text):
    """Return the first 30 bits of the digest of a text, bit by bit."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return int("".join(f"{byte:08b}" for byte in digest)[:30], 2)


def test_lot_is_the_public_draw():
    """A lot is what anyone computes from the seed and the two ids."""
    assert lot(2019, "pine", "oak") == bits("2019|pine|oak")
    assert lot(-1, "Ñandú") == bits("-1|Ñandú|")


def test_lottery_tier_sums_over_pairs():
    """The value is the sum over the pairs; a missing lottery has seed 0."""
    pairs = (("a", "oak"), ("b", "elm"))
    sites = (["a", "b"], ["oak", "elm"])
    seeded = problem_of(*sites, tiers=[{"lottery": {"seed": 7}}])
    assert tier_of(seeded, *pairs).value == bits("7|a|oak") + bits("7|b|elm")
    assert tier_of(problem_of(*sites), *pairs).value == bits("0|a|oak") + bits("0|b|elm")


def test_sums_of_lots():
    """Pairs and matched mentees are each summed once, unknown ids left out."""
    problem = problem_of(["a", "b"], ["oak", "elm"])
    matching = Matching(pairs=[("a", "oak"), ("a", "elm"), ("ghost", "elm")])
    assert lot_of_pairs(problem, matching, 7) == lot(7, "a", "oak") + lot(7, "a", "elm")
    assert lot_of_selection(problem, matching, 7) == lot(7, "a")
