import pytest

import prssmi_match as pm
from prssmi_match.explanation import find_certainty
from prssmi_match.solving import Budget
from unit.solving.answers import problem

INFEASIBLE = problem("a", "m", rules=[{"kind": "selection", "min": 2}])
QUESTIONS = [pm.explain, pm.alternatives, pm.why_not, lambda result: find_certainty(result, Budget())]


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_an_answer_there_is_nothing_to_explain(question):
    """A question about an answer that does not exist names the status."""
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        question(pm.match(INFEASIBLE))


def test_out_of_time_claims_nothing():
    """Without time nothing is called forced, proved or complete, and nobody's reason is invented."""
    result = pm.match(problem("abc", "mn", scores={"am": 5}))
    explanation = pm.explain(result, time_limit=0)
    assert not explanation.complete
    assert explanation.unmatched == ()
    certainty = find_certainty(result, Budget(0))
    assert (certainty.proved, certainty.complete) == (False, False)
    other = pm.alternatives(result, time_limit=0)
    assert (other.answers, other.proved, other.complete) == ((), False, False)
    answer = pm.why_not(result, "a", "n", time_limit=0)
    assert (answer.possible, answer.proved) == (None, False)


def test_everything_empty():
    """A document without sites has one answer, and there is nothing to say about it."""
    result = pm.match(problem("", ""))
    assert pm.explain(result).to_frame().empty
    assert find_certainty(result, Budget()).complete
    assert pm.alternatives(result).sentence == "There is no other answer."


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"k": 0}, "ask for at least 1"),
        ({"within": {"seats": 1}}, "for the kind 'different'"),
        ({"kind": "different", "within": {"seat": 1}}, "Did you mean 'seats'"),
        ({"kind": "different", "within": {"seats": -1}}, "at least 0"),
    ],
)
def test_alternatives_refuse_what_they_cannot_mean(options, message):
    """An argument that is out of range or names no tier is refused, with the fix."""
    with pytest.raises(ValueError, match=message):
        pm.alternatives(pm.match(problem("a", "m")), **options)


def test_the_most_different_answer_within_a_loss():
    """A stated loss lets more mentees move, and never more is lost than was stated."""
    asked = problem("ab", "mn", scores={"am": 5, "bn": 5, "an": 4, "bm": 4})
    result = pm.match(asked)
    assert pm.alternatives(result, k=1, kind="different").answers == ()
    assert pm.alternatives(result, k=1, kind="different", within={"score": 1}).answers == ()
    (other,) = pm.alternatives(result, k=1, kind="different", within={"score": 2}).answers
    assert (len(other.moves), other.losses["score"], other.is_best) == (2, 2, False)
    (anything,) = pm.alternatives(result, k=1, kind="different", within={"score": None, "seats": None}).answers
    assert len(anything.moves) == 2


def test_a_pair_of_the_answer_needs_nothing():
    """What the answer has already is possible at no price, and nobody moves."""
    answer = pm.why_not(pm.match(problem("a", "m")), "a", "m")
    assert (answer.possible, answer.in_answer, answer.moves) == (True, True, ())
    assert set(answer.price.values()) == {0}


def test_a_long_question_tells_how_far_it_is():
    """The listener hears of each step and of the end; ids and counts are exact."""
    told = []
    pm.explain(pm.match(problem("abc", "m")), on_progress=lambda what, done, total, _: told.append((what, done, total)))
    assert told == [
        ("pairs", 0, 1),
        ("pairs", 1, 1),
        ("mentees without a mentor", 0, 2),
        ("mentees without a mentor", 1, 2),
        ("mentees without a mentor", 2, 2),
    ]


def test_frames_have_one_row_a_mentee():
    """The frames of reasons and of certainty list every available mentee once, in the order of ids."""
    result = pm.match(problem("cab", "mn"))
    assert list(pm.explain(result).to_frame()["mentee"]) == ["a", "b", "c"]
    assert list(find_certainty(result, Budget()).to_frame()["mentee"]) == ["a", "b", "c"]
    frame = pm.alternatives(result, k=2).to_frame()
    assert set(frame["answer"]) == {1, 2}
