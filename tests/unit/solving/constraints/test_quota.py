import pytest

from unit.solving.answers import answer, problem

RURAL = {"kind": "quota", "where": {"locale": "rural"}}
MENTEES = [{"id": "a", "locale": "rural"}, {"id": "b", "locale": "rural"}, {"id": "c"}, {"id": "d", "locale": "urban"}]
TWO = [{"id": "m", "max_mentees": 2}]
SCORES = {"am": 1, "bm": 2, "cm": 8, "dm": 9}


@pytest.mark.parametrize(
    ("bounds", "matched"),
    [
        ({}, "cd"),
        ({"min": 1}, "bd"),
        ({"min": 2}, "ab"),
        ({"min": 3}, None),
        ({"max": 0}, "cd"),
    ],
)
def test_in_the_whole_cohort(bounds, matched):
    """The bounds count the matched mentees of the kind; an unknown locale is never of it."""
    found = answer(problem(MENTEES, TWO, [{**RURAL, **bounds}], scores=SCORES))
    assert found == (None if matched is None else dict.fromkeys(matched, "m"))


def test_maximum():
    """A maximum keeps the kind out, although seats stay empty."""
    assert answer(problem(MENTEES[:2], TWO, [{**RURAL, "max": 1}], scores={"bm": 2})) == {"b": "m"}


@pytest.mark.parametrize(
    ("where", "counted"),
    [
        ({}, "abc"),
        ({"settings": "diversion"}, "a"),
        ({"state": "MN"}, "ab"),
        ({"state": "MN", "stage": "new"}, "b"),
        ({"attributes.grantee": "yes"}, "c"),
        ({"attributes.other": "yes"}, ""),
    ],
)
def test_who_is_counted(where, counted):
    """A mentee counts where every named field has, or contains, the value; unknown never does."""
    mentees = [
        {"id": "a", "settings": ["child_welfare", "diversion"], "state": "MN"},
        {"id": "b", "state": "MN", "stage": "new"},
        {"id": "c", "attributes": {"grantee": "yes"}},
    ]
    room = [{"id": "m", "max_mentees": 3}]
    found = answer(problem(mentees, room, [{"kind": "quota", "where": where, "max": 0}]))
    assert set(found) == set("abc") - set(counted)


PER = {**RURAL, "per": "mentor"}
EACH = [{"id": "m", "max_mentees": 2}, {"id": "n", "max_mentees": 2}]


def test_maximum_at_each_mentor():
    """The two rural mentees go to different mentors."""
    scores = {"am": 9, "bm": 8, "cn": 9, "dn": 8}
    assert answer(problem(MENTEES, EACH, scores=scores)) == {"a": "m", "b": "m", "c": "n", "d": "n"}
    found = answer(problem(MENTEES, EACH, [{**PER, "max": 1}], scores=scores))
    assert found == {"a": "m", "b": "n", "c": "n", "d": "m"}


def test_minimum_at_each_used_mentor():
    """A used mentor has its rural mentee; one that is not used needs none."""
    scores = {"am": 9, "bm": 8, "cn": 9, "dn": 8}
    found = answer(problem(MENTEES, EACH, [{**PER, "min": 1}], scores=scores))
    assert found == {"a": "m", "b": "n", "c": "n", "d": "m"}
    alone = answer(problem(MENTEES[1:3], EACH, [{**PER, "min": 1}], scores={"bm": 1, "cn": 9}))
    assert alone == {"b": "n", "c": "n"}
