import pytest

from prssmi_match.compatibility import assess
from prssmi_match.solving.hopeless import hopeless_pairs
from unit.solving.answers import problem

OFFER = {"a": ["m", "n"], "b": ["n", "m"]}, {"m": ["a", "b"], "n": ["ab"]}
"""m has room for a in any case, so a needs no n; and n has room for b, which then needs no m."""
CROWD = {"a": ["m"], "b": ["m", "n"], "c": ["n", "m"]}, {"m": ["a", "b", "c"], "n": ["bc"]}
"""m takes one, and a likes it best: it has to take neither b nor c. Then n is the best that is left for b and c."""


def hopeless(lists, capacity=1, **excuses):
    """Return the hopeless pairs as texts of two letters; lists are texts, whose letters are tied."""
    sides = [[{"id": site, "preferences": [list(group) for group in groups]} for site, groups in side.items()]
             for side in lists]  # fmt: skip
    mentees, mentors = sides
    compatibility = assess(problem(mentees, [{**mentor, "max_mentees": capacity} for mentor in mentors]))
    found = hopeless_pairs(compatibility, **excuses)
    ids = [compatibility.mentees[a].id + compatibility.mentors[b].id for a, b in compatibility.pairs]
    return [pair for pair, is_hopeless in zip(ids, found.tolist(), strict=True) if is_hopeless]


@pytest.mark.parametrize(
    ("excuses", "expected"),
    [
        ({}, ["an", "bm"]),
        ({"excuses_mentees": True}, ["an", "bm"]),
        ({"excuses_mentors": True}, ["bm"]),
        ({"excuses_mentees": True, "excuses_mentors": True}, []),
    ],
)
def test_below_an_offer(excuses, expected):
    """Who is taken in any case needs nothing that it likes less, unless nobody can count on an unused mentor."""
    assert hopeless(OFFER, **excuses) == expected


@pytest.mark.parametrize(
    ("excuses", "expected"),
    [
        ({"excuses_mentors": True}, ["an", "bm", "cm"]),
        ({"excuses_mentees": True, "excuses_mentors": True}, []),
    ],
)
def test_crowded_out(excuses, expected):
    """A mentor that enough mentees like alone best takes none below them, unless those can be left out."""
    assert hopeless(CROWD, **excuses) == expected


def test_one_finding_leads_to_the_next():
    """Each mentee that is settled settles the next one: of a chain only its first choices are left."""
    mentees = {"a": ["m", "n"], "b": ["n", "o", "m"], "c": ["o", "n"]}
    mentors = {"m": ["a", "b"], "n": ["a", "b", "c"], "o": ["b", "c"]}
    left = {"am", "an", "bm", "bn", "bo", "cm", "cn", "co", "ao"} - set(hopeless((mentees, mentors)))
    assert left == {"am", "bn", "co"}


@pytest.mark.parametrize("capacity", [2, 0])
def test_no_rival(capacity):
    """Where there is room for all, each mentee has only its best group left; where there is none, nobody is settled."""
    mentees = {"a": ["mn", "o"], "b": ["m", "n"]}
    mentors = {"m": ["ab"], "n": ["ab"], "o": ["ab"]}
    assert hopeless((mentees, mentors), capacity) == (["ao", "bn", "bo"] if capacity else [])


def test_no_pairs():
    """Where nobody can be paired, nothing is hopeless."""
    assert hopeless(({}, {"m": []})) == []
