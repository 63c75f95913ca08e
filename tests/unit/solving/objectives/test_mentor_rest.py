from unit.solving.answers import COVERAGE, SCORE, answer, problem, tiers

REST = {"name": "rest", "maximize": [{"criterion": "mentor_rest"}]}
HISTORY = [{"round": 2, "mentee": mentee, "mentor": "m"} for mentee in ("ghost", "b")]


def test_a_mentor_that_rested_comes_first():
    """The mentor without mentees in the last round wins over a score; mentees that are gone tired the other, too."""
    asked = problem("a", "mn", tiers=[COVERAGE, REST, SCORE], scores={"am": 99}, history=HISTORY)
    assert answer(asked) == {"a": "n"}
    assert tiers(asked)["rest"].value == 0


def test_each_pair_counts():
    """Two mentees with a mentor that had two cost four."""
    asked = problem("ac", [{"id": "m", "max_mentees": 2}], tiers=[COVERAGE, REST], history=HISTORY)
    assert tiers(asked)["rest"].value == -4


def test_without_history_and_before_coverage():
    """Without a history nobody is tired; asked first, nobody is matched with a tired mentor."""
    assert tiers(problem("a", "m", tiers=[COVERAGE, REST]))["rest"].value == 0
    asked = problem("a", "m", tiers=[REST, COVERAGE], history=[*HISTORY, {"round": 1, "mentee": "a", "mentor": "n"}])
    assert answer(asked) == {}
