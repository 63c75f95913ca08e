import pytest

from prssmi_match.verification.distance import great_circle
from unit.verification.documents import points_of

CASES = {
    "two of three settings": (
        {"criterion": "setting_fit"},
        {"settings": ["diversion", "child_welfare", "other_criminal_justice"]},
        {"settings": ["diversion", "child_welfare"]},
        667,
    ),
    "a setting that is written twice": (
        {"criterion": "setting_fit"},
        {"settings": ["diversion", "diversion", "child_welfare"]},
        {"settings": ["child_welfare"]},
        500,
    ),
    "topics are folded, others are ignored": (
        {"criterion": "topic_fit"},
        {"topics": {"Peer  Workforce": 5, "courts": 3}},
        {"topics": {"peer workforce ": 4, "jails": 5}},
        500,
    ),
    "topic points are rounded half up": (
        {"criterion": "topic_fit"},
        {"topics": {"a": 5, "b": 5, "c": 5, "d": 1}},
        {"topics": {"d": 1}},
        13,
    ),
    "the mentor's own locale": ({"criterion": "locale_fit"}, {"locale": "rural"}, {"locale": "rural"}, 1000),
    "a locale it serves": (
        {"criterion": "locale_fit"},
        {"locale": "rural"},
        {"locale": "urban", "locales_served": ["rural"]},
        1000,
    ),
    "another locale": ({"criterion": "locale_fit"}, {"locale": "rural"}, {"locales_served": ["urban"]}, 0),
    "the same place": ({"criterion": "proximity"}, {"location": [1, 2]}, {"location": [1, 2]}, 1000),
    "one degree": ({"criterion": "proximity"}, {"location": [0, 0]}, {"location": [1, 0]}, 963),
    "one degree of a short reach": (
        {"criterion": "proximity", "max_km": 222.39},
        {"location": [0, 0]},
        {"location": [1, 0]},
        500,
    ),
    "beyond the reach": ({"criterion": "proximity"}, {"location": [0, 0]}, {"location": [0, 90]}, 0),
    "first group": ({"criterion": "mentee_preference"}, {"preferences": [["oak"], ["elm"]]}, {}, 1000),
    "second group, whoever is available": (
        {"criterion": "mentee_preference"},
        {"preferences": [["gone"], ["elm", "oak"]]},
        {},
        800,
    ),
    "not listed": ({"criterion": "mentee_preference"}, {"preferences": [["elm"]]}, {}, 0),
    "the last points repeat": (
        {"criterion": "mentee_preference", "rank_points": [900, 50]},
        {"preferences": [["elm"], ["gone"], ["oak"]]},
        {},
        50,
    ),
    "the mentor's list": ({"criterion": "mentor_preference"}, {}, {"preferences": [["fir"], ["pine"]]}, 800),
    "the last points of the mentor's list repeat": (
        {"criterion": "mentor_preference", "rank_points": [700]},
        {},
        {"preferences": [["fir"], ["pine"]]},
        700,
    ),
    "not on the mentor's list": ({"criterion": "mentor_preference"}, {}, {"preferences": [["fir"]]}, 0),
    "same state": ({"criterion": "same_value", "field": "state"}, {"state": "OH"}, {"state": "OH"}, 1000),
    "states are compared exactly": ({"criterion": "same_value", "field": "state"}, {"state": "OH"}, {"state": "oh"}, 0),
    "same attribute": (
        {"criterion": "same_value", "field": "attributes.tongue"},
        {"attributes": {"tongue": "es"}},
        {"attributes": {"tongue": "es"}},
        1000,
    ),
    "other locale": ({"criterion": "same_value", "field": "locale"}, {"locale": "rural"}, {"locale": "urban"}, 0),
    "no row": ({"criterion": "pair_score"}, {}, {}, 0),
}


@pytest.mark.parametrize("case", CASES)
def test_known_points(case):
    """The points of a pair whose fields are known are the contract's, and not assumed."""
    *given, expected = CASES[case]
    assert points_of(*given) == (expected, False)


def test_score_of_a_row():
    """The score is the row's, of any size."""
    row = {"mentee": "pine", "mentor": "oak", "score": 123456}
    assert points_of({"criterion": "pair_score"}, {}, {}, pairs=[row]) == (123456, False)


UNKNOWN = [
    ({"criterion": "setting_fit"}, {"settings": ["diversion"]}, {}),
    ({"criterion": "setting_fit"}, {}, {"settings": ["diversion"]}),
    ({"criterion": "topic_fit"}, {"topics": {"a": 1}}, {}),
    ({"criterion": "topic_fit"}, {}, {"topics": {"a": 1}}),
    ({"criterion": "locale_fit"}, {"locale": "rural"}, {}),
    ({"criterion": "locale_fit"}, {}, {"locale": "rural"}),
    ({"criterion": "proximity"}, {"location": [0, 0]}, {}),
    ({"criterion": "proximity"}, {}, {"location": [0, 0]}),
    ({"criterion": "mentee_preference"}, {}, {"preferences": [["pine"]]}),
    ({"criterion": "mentor_preference"}, {"preferences": [["oak"]]}, {}),
    ({"criterion": "same_value", "field": "state"}, {"state": " "}, {"state": " "}),
    ({"criterion": "same_value", "field": "attributes.x"}, {"attributes": {"x": ""}}, {"attributes": {"x": ""}}),
    ({"criterion": "same_value", "field": "locale"}, {"locale": "rural"}, {}),
]


@pytest.mark.parametrize(("criterion", "mentee", "mentor"), UNKNOWN)
def test_unknown_points(criterion, mentee, mentor):
    """Where a needed field is empty the points are assumed: 500 without evidence, or the stated neutral ones."""
    assert points_of(criterion, mentee, mentor) == (500, True)
    assert points_of({**criterion, "neutral": 0}, mentee, mentor) == (0, True)


def test_distances():
    """Distances are those of the great circle in whole meters, also across the date line and between antipodes."""
    assert great_circle((0, 0), (1, 0)) == 111_195
    assert great_circle((0, 179.5), (0, -179.5)) == 111_195
    assert great_circle((0, 0), (0, 180)) == great_circle((90, 0), (-90, 7)) == 20_015_114
    assert great_circle((46.1, -92.9), (46.1, -92.9)) == 0
