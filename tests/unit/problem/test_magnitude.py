import pytest

from unit.problem.findings import findings, sentences

LARGEST = 2**53


def scored(*scores, weight=1, kind="maximize"):
    """Return a document with one mentee, a scored pair for each score, and a tier of pair scores."""
    criteria = [{"criterion": "pair_score", "weight": weight}]
    body = criteria if kind == "maximize" else {"maximize": criteria}
    return {
        "preset": "none",
        "mentees": [{"id": "pine"}, {"id": "bay"}],
        "mentors": [{"id": f"oak{index}"} for index in range(len(scores))],
        "pairs": [{"mentee": "pine", "mentor": f"oak{index}", "score": score} for index, score in enumerate(scores)],
        "policy": {"tiers": [{"name": "score", kind: body}]},
    }


@pytest.mark.parametrize("kind", ["maximize", "leximin", "max_min"])
def test_scores_beyond_exact_arithmetic_are_refused(kind):
    """2^53 is taken, one more is not, in every tier that sums points."""
    assert findings(scored(LARGEST, kind=kind)) == []
    assert findings(scored(LARGEST + 1, kind=kind)) == [("too_large", ("policy", "tiers", 0))]


def test_only_the_best_pair_of_a_mentee_counts():
    """A mentee has one mentor, so its scores do not add up."""
    assert findings(scored(LARGEST, LARGEST - 1)) == []


def test_weights_count():
    """A weight can take a tier beyond what is exact."""
    assert findings(scored(LARGEST // 4, weight=4)) == []
    assert findings(scored(LARGEST // 4 + 1, weight=4)) == [("too_large", ("policy", "tiers", 0))]


def test_mentees_add_up():
    """The best scores of all mentees are summed."""
    document = scored(LARGEST)
    document["pairs"].append({"mentee": "bay", "mentor": "oak0", "score": 1})
    assert findings(document) == [("too_large", ("policy", "tiers", 0))]


@pytest.mark.parametrize(("criterion", "most"), [("past_disappointment", 2), ("mentor_rest", 2 * 3)])
def test_what_earlier_rounds_come_to(criterion, most):
    """Each mentee counts once as disappointed, and at most with the mentees that the busiest mentor had."""
    history = [{"round": 1, "mentee": f"m{number}", "mentor": "oak0"} for number in range(3)]

    def weighing(weight):
        tiers = [{"name": "past", "maximize": [{"criterion": criterion, "weight": weight}]}]
        return {**scored(0), "history": history, "policy": {"tiers": tiers}}

    assert findings(weighing(LARGEST // most)) == []
    assert findings(weighing(LARGEST // most + 1)) == [("too_large", ("policy", "tiers", 0))]


def test_sentence_names_the_tier_and_the_fix():
    """The finding says which tier, how far it could reach, and what to lower."""
    (sentence,) = sentences(scored(LARGEST + 1))
    assert "tier 'score'" in sentence
    assert str(LARGEST + 1) in sentence
    assert "lower its weights or scores" in sentence


def test_review_scores_beyond_a_field_are_refused():
    """A number beyond 2^53 is refused at its own field already; one that only its tenths take there, by the tier."""
    review = {"tiers": [{"name": "review", "maximize": [{"criterion": "review_score"}]}]}
    document = {"mentees": [{"id": "pine", "review_score": -LARGEST - 1}], "policy": review}
    assert findings(document) == [("too_large", ("mentees", 0, "review_score"))]
    document["mentees"][0]["review_score"] = LARGEST // 5
    assert findings(document) == [("too_large", ("policy", "tiers", 0))]
