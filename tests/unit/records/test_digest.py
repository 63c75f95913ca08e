import copy
import hashlib
import json

import pytest

import prssmi_match as pm
from prssmi_match.records import canonical, digest

DOCUMENT = {
    "name": "\u00c9lan",
    "mentees": [
        {
            "id": "pine",
            "settings": ["diversion", "child_welfare"],
            "review_score": 91,
            "preferences": [["oak"], ["elm", "ash"]],
            "unacceptable": ["fir", "yew"],
            "topics": {"courts": 3, "jails": 2},
            "location": [10, 20],
        },
        {"id": "bay", "prior_mentors": ["oak", "elm"]},
    ],
    "mentors": [{"id": mentor} for mentor in ("oak", "elm", "ash", "fir", "yew")],
    "pairs": [
        {"mentee": "pine", "mentor": "oak", "score": 12},
        {"mentee": "bay", "mentor": "oak", "score": 3},
    ],
    "history": [
        {"round": 2018, "mentee": "bay", "mentor": "gone", "answers": {"again?": "yes", "when?": "May"}},
        {"round": 2018, "mentee": "pine"},
    ],
    "rules": [
        {"kind": "apart", "mentees": ["pine", "bay"]},
        {"kind": "quota", "where": {"locale": "rural", "state": "MN"}, "max": 2},
    ],
    "policy": {
        "tiers": [
            {"name": "seats", "maximize": [{"criterion": "coverage"}, {"criterion": "pair_score", "weight": 2}]},
            {"name": "ranks", "rank_maximal": {}},
        ]
    },
    "expectations": {"team_size": [3, 5]},
}


def digest_of(document):
    """Return the digest of a document."""
    return digest(pm.Problem.model_validate(document))


def changed(change):
    """Return a copy of the document with a change made in place."""
    document = copy.deepcopy(DOCUMENT)
    change(document)
    return document


def reverse_preference_tie(document):
    """Write a tie the other way round."""
    document["mentees"][0]["preferences"][1].reverse()


SAME = {
    "mentees": lambda document: document["mentees"].reverse(),
    "mentors": lambda document: document["mentors"].reverse(),
    "pairs": lambda document: document["pairs"].reverse(),
    "history": lambda document: document["history"].reverse(),
    "answers": lambda document: document["history"][0].update(answers={"when?": "May", "again?": "yes"}),
    "a mentor that nobody had": lambda document: document["history"][1].update(mentor=None),
    "rules": lambda document: document["rules"].reverse(),
    "members of a rule": lambda document: document["rules"][0]["mentees"].reverse(),
    "settings": lambda document: document["mentees"][0]["settings"].reverse(),
    "vetoes": lambda document: document["mentees"][0]["unacceptable"].reverse(),
    "prior mentors": lambda document: document["mentees"][1]["prior_mentors"].reverse(),
    "a tie": reverse_preference_tie,
    "criteria of a tier": lambda document: document["policy"]["tiers"][0]["maximize"].reverse(),
    "topics": lambda document: document["mentees"][0].update(topics={"jails": 2, "courts": 3}),
    "a default written out": lambda document: document["mentees"][1].update(workload=1, state=None, settings=[]),
    "the preset written out": lambda document: document.update(preset="prssmi_2019", default_capacity=3),
    "a decimal for a whole number": lambda document: document["mentees"][0].update(review_score=91.0),
    "decimals of a place": lambda document: document["mentees"][0].update(location=[10.0, 20.0]),
    "another composition of a letter": lambda document: document.update(name="E\u0301lan"),
}
DIFFERENT = {
    "preference order": lambda document: document["mentees"][0]["preferences"].reverse(),
    "a tie broken": lambda document: document["mentees"][0].update(preferences=[["oak"], ["elm"], ["ash"]]),
    "a score": lambda document: document["pairs"][0].update(score=13),
    "a review score": lambda document: document["mentees"][0].update(review_score=91.1),
    "a location turned round": lambda document: document["mentees"][0]["location"].reverse(),
    "a missing review score": lambda document: document["mentees"][0].update(review_score=None),
    "tier order": lambda document: document["policy"]["tiers"].reverse(),
    "a weight": lambda document: document["policy"]["tiers"][0]["maximize"][1].update(weight=3),
    "the preset": lambda document: document.update(preset="none"),
    "the default capacity": lambda document: document.update(default_capacity=2),
    "a range": lambda document: document["expectations"].update(team_size=[3, 6]),
    "a missing rule": lambda document: document["rules"].pop(),
    "a round": lambda document: document["history"][1].update(round=2017),
    "an outcome": lambda document: document["history"][0].update(outcome="completed"),
    "a satisfaction": lambda document: document["history"][0].update(satisfaction=4),
    "capitals": lambda document: document.update(name="\u00c9LAN"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_same_question_same_digest(change):
    """Order of rows and lists, defaults and spellings of numbers and letters do not change the digest."""
    document = changed(change)
    assert digest_of(document) == digest_of(DOCUMENT)


@pytest.mark.parametrize("change", DIFFERENT.values(), ids=DIFFERENT)
def test_different_question_different_digest(change):
    """Whatever the answer may depend on changes the digest."""
    document = changed(change)
    assert digest_of(document) != digest_of(DOCUMENT)


def test_digest_is_sha256_of_the_canonical_form():
    """Anyone can recompute the digest from the canonical form, which is plain ASCII JSON."""
    problem = pm.Problem.model_validate(DOCUMENT)
    form = canonical(problem)
    assert digest(problem) == hashlib.sha256(form.encode("ascii")).hexdigest()
    assert json.loads(form)["name"] == "\u00c9lan"


def test_canonical_form_is_a_document():
    """A canonical form without fractions is itself a document, with the same digest."""
    form = json.loads(canonical(pm.Problem.model_validate(DOCUMENT)))
    assert digest_of(form) == digest_of(DOCUMENT)


def test_fractions_are_exact():
    """A decimal is written as the fraction that it is, not as its nearest binary one."""
    document = {"mentees": [{"id": "pine", "review_score": 87.5}]}
    assert '"review_score":"175/2"' in canonical(pm.Problem.model_validate(document))


def test_one_digest_one_answer_before_the_draw():
    """Where an id is written with a letter of its own accent, only the draw, which reads it as written, may differ."""

    def answer(accent):
        sites = {"mentees": [{"id": f"{accent}lan"}, {"id": "bay"}], "mentors": [{"id": "oak", "max_mentees": 1}]}
        problem = pm.Problem.model_validate({"preset": "none", **sites, "policy": COVERAGE})
        return digest(problem), pm.match(problem).tiers[0].value

    assert answer("\u00c9") == answer("E\u0301")


COVERAGE = {"tiers": [{"name": "seats", "maximize": [{"criterion": "coverage"}]}, {"lottery": {"seed": 1}}]}
