import pytest

import prssmi_match as pm
from prssmi_match.explanation import answer
from prssmi_match.solution.verification import Verification, Violation
from unit.verification.documents import problem_of

PROBLEM = problem_of(["a"], ["m"], tiers=[{"name": "seats", "maximize": [{"criterion": "coverage"}]}])


def test_an_answer_that_breaks_a_rule_is_never_returned(monkeypatch):
    """Where the verifier finds a violation, the error has its sentence and the document."""
    violation = Violation(rule_id="capacity", amount=1, witnesses=("m",), sentence="m has too many mentees.")
    monkeypatch.setattr(answer, "check_matching", lambda *_: Verification(violations=(violation,)))
    with pytest.raises(pm.VerificationError, match="m has too many mentees") as raised:
        pm.match(PROBLEM)
    assert pm.Problem.model_validate_json(raised.value.document) == PROBLEM


@pytest.mark.parametrize("wrong", [0, 2])
def test_an_answer_with_another_value_is_never_returned(monkeypatch, wrong):
    """Where the verifier counts fewer, or more than is proved possible, the tier is named."""

    def miscounted(problem, matching):
        found = pm.evaluate(problem, matching)
        return found.model_copy(
            update={"tiers": (found.tiers[0].model_copy(update={"value": wrong}), *found.tiers[1:])}
        )

    monkeypatch.setattr(answer, "evaluate_matching", miscounted)
    with pytest.raises(pm.VerificationError, match=f"tier seats: the verifier finds {wrong}, the engine 1"):
        pm.match(PROBLEM)


def test_an_answer_with_other_marks_is_never_returned(monkeypatch):
    """Where the verifier assumes something else, the pair is named."""

    def unmarked(problem, matching):
        found = pm.evaluate(problem, matching)
        return found.model_copy(update={"pairs": tuple(pair.model_copy(update={"points": ()}) for pair in found.pairs)})

    problem = problem_of(["a"], ["m"], tiers=[{"name": "fit", "maximize": [{"criterion": "setting_fit"}]}])
    monkeypatch.setattr(answer, "evaluate_matching", unmarked)
    with pytest.raises(pm.VerificationError, match="a with m: the verifier assumes"):
        pm.match(problem)


def test_marks_of_every_tier_are_collected():
    """A pair is marked with each criterion of any tier that rests on an unknown, in alphabetical order, once."""
    fit = [{"criterion": "topic_fit"}, {"criterion": "locale_fit"}, {"criterion": "setting_fit"}]
    tiers = [
        {"name": "fair", "leximin": {"maximize": fit[:2]}},
        {"name": "worst", "max_min": {"maximize": fit[1:]}},
        {"name": "fit", "maximize": [{"criterion": "coverage"}, fit[0]]},
    ]
    mentee, mentor = {"id": "a", "settings": ["diversion"]}, {"id": "m", "settings": ["diversion"]}
    (pair,) = pm.match(problem_of([mentee], [mentor], tiers=tiers)).matching.pairs
    assert pair.assumed == ("locale_fit", "topic_fit")
