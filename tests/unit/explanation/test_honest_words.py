"""Sentences of what-if and compare claim no more than is known."""

import pytest

import prssmi_match as pm
from prssmi_match.explanation import weight_ranges
from prssmi_match.problem.criteria import MenteePreference
from prssmi_match.problem.wording import weight_sentence

TWO = {
    "preset": "none",
    "mentees": [{"id": "pine"}, {"id": "lake"}],
    "mentors": [{"id": "oak", "max_mentees": 1}, {"id": "elm", "max_mentees": 1}],
    "policy": {"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}]},
}
WEIGHED = [{"criterion": "mentee_preference", "weight": 3}, {"criterion": "pair_score"}]


def test_a_swap_is_told():
    """Where two sites swap mentors and nothing is better or worse, the comparison says who moved."""
    problem = pm.Problem.model_validate(TWO)
    one = pm.Matching(pairs=[("pine", "oak"), ("lake", "elm")])
    other = pm.Matching(pairs=[("pine", "elm"), ("lake", "oak")])
    found = pm.compare(one, other, problem=problem)
    assert found.sentence == "With another mentor, and neither better nor worse off: lake and pine."
    assert pm.compare(one, one, problem=problem).sentence == "Both do the same for every aim and every site."


def test_nothing_is_claimed_of_weights_that_are_not_known(monkeypatch):
    """With too many best answers to compare, the sentence says that nothing is known."""
    monkeypatch.setattr(weight_ranges, "MOST_ANSWERS", 1)
    document = TWO | {"policy": {"tiers": [{"name": "fit", "maximize": WEIGHED}]}}
    rows = pm.whatif.weight_ranges(pm.match(pm.Problem.model_validate(document)), most=5).rows
    assert [row.proved for row in rows] == [False, False]
    assert all("is not known" in row.sentence for row in rows)


@pytest.mark.parametrize(
    ("ends", "known", "words"),
    [
        ((3, 3), "all", "Any change of"),
        ((3, 3), "ends", "one more or one less"),
        ((1, 1), "ends", "Already one more of"),
        ((2, 9), "all", "from 2 to 9."),
        ((2, 9), "ends", "at 2 and at 9; the weights between them were not all tried"),
        ((2, 9), None, "is not known"),
    ],
)
def test_weights_between_the_ends(ends, known, words):
    """The sentence speaks of weights between the ends only where they are known."""
    criterion = MenteePreference(criterion="mentee_preference", weight=3)
    assert words in weight_sentence("fit", criterion, ends, known, high_open=False)
