from unit.solving.answers import answer, problem

PIN = {"kind": "pin", "mentee": "a", "mentor": "n"}
SCORES = {"am": 10, "bn": 10}


def test_pinned_pair_is_kept_at_any_price():
    """A pin holds although every other answer has a higher score."""
    assert answer(problem("ab", "mn", scores=SCORES)) == {"a": "m", "b": "n"}
    assert answer(problem("ab", "mn", [PIN], scores=SCORES)) == {"a": "n", "b": "m"}


def test_pin_to_a_full_mentor():
    """Two pins to one seat cannot both hold."""
    assert answer(problem("ab", "mn", [PIN, {**PIN, "mentee": "b"}])) is None


def test_pin_of_a_pair_that_is_not_admissible():
    """A pin does not make a refused pair possible."""
    assert answer(problem([{"id": "a", "unacceptable": ["n"]}], "mn", [PIN])) is None
    assert answer(problem([{"id": "a", "status": "hold"}], "mn", [PIN])) is None
