import pytest

from unit.problem.findings import findings, sentences

SITES = {"mentees": [{"id": "pine"}, {"id": "bay"}], "mentors": [{"id": "oak"}, {"id": "elm"}]}


def with_mentee(**fields):
    """Return the sites with fields of the first mentee."""
    return {**SITES, "mentees": [{"id": "pine", **fields}, {"id": "bay"}]}


def with_rule(**rule):
    """Return the sites with one rule."""
    return {**SITES, "rules": [rule]}


@pytest.mark.parametrize(
    ("document", "loc"),
    [
        (with_mentee(preferences=[["oak"], ["elm", "ghost"]]), ("mentees", 0, "preferences", 1, 1)),
        (with_mentee(unacceptable=["ghost"]), ("mentees", 0, "unacceptable", 0)),
        ({**SITES, "mentors": [{"id": "oak", "preferences": [["oak"]]}]}, ("mentors", 0, "preferences", 0, 0)),
        ({**SITES, "mentors": [{"id": "oak", "unacceptable": ["ghost"]}]}, ("mentors", 0, "unacceptable", 0)),
        ({**SITES, "pairs": [{"mentee": "oak", "mentor": "oak"}]}, ("pairs", 0, "mentee")),
        ({**SITES, "pairs": [{"mentee": "pine", "mentor": "pine"}]}, ("pairs", 0, "mentor")),
        (with_rule(kind="pin", mentee="ghost", mentor="oak"), ("rules", 0, "mentee")),
        (with_rule(kind="forbid", mentee="pine", mentor="ghost"), ("rules", 0, "mentor")),
        (with_rule(kind="together", mentees=["pine", "ghost"]), ("rules", 0, "mentees", 1)),
        (with_rule(kind="apart", mentees=["ghost", "pine"]), ("rules", 0, "mentees", 0)),
        (with_rule(kind="opening", must_open=["ghost"]), ("rules", 0, "must_open", 0)),
        (with_rule(kind="selection", must_match=["ghost"]), ("rules", 0, "must_match", 0)),
    ],
)
def test_unknown_ids_are_refused(document, loc):
    """An id that no site of the right side has is found wherever it stands."""
    assert findings(document) == [("unknown_id", loc)]


@pytest.mark.parametrize(
    "document",
    [
        {**SITES, "previous": [{"mentee": "ghost", "mentor": "gone"}]},
        with_mentee(prior_mentors=["gone", "gone"]),
    ],
)
def test_ids_of_earlier_rounds_may_be_unknown(document):
    """Earlier pairs and prior mentors may name sites that are gone."""
    assert findings(document) == []


@pytest.mark.parametrize(
    ("document", "finding"),
    [
        ({"mentees": [{"id": "a"}, {"id": "b"}, {"id": "a"}]}, ("duplicate_id", ("mentees", 2, "id"))),
        ({"mentors": [{"id": "a"}, {"id": "a"}]}, ("duplicate_id", ("mentors", 1, "id"))),
        (
            {"rules": [{"kind": "quota", "id": "q"}, {"kind": "selection", "id": "q"}]},
            ("duplicate_id", ("rules", 1, "id")),
        ),
        (with_mentee(preferences=[["oak"], ["elm", "oak"]]), ("duplicate_id", ("mentees", 0, "preferences", 1, 1))),
        (with_rule(kind="apart", mentees=["pine", "pine"]), ("duplicate_id", ("rules", 0, "mentees", 1))),
        (
            {**SITES, "pairs": [{"mentee": "pine", "mentor": "oak"}, {"mentee": "pine", "mentor": "oak", "score": 2}]},
            ("duplicate_pair", ("pairs", 1)),
        ),
        (
            {"policy": {"tiers": [{"name": "a", "rank_maximal": {}}, {"name": "a", "generous": {}}]}},
            ("duplicate_name", ("policy", "tiers", 1, "name")),
        ),
        (
            {"policy": {"tiers": [{"name": "lottery", "generous": {}}, {"lottery": {}}]}},
            ("duplicate_name", ("policy", "tiers", 1, "name")),
        ),
    ],
)
def test_repetitions_are_refused(document, finding):
    """What stands twice is found at its second place, also where the name is a default."""
    assert findings(document) == [finding]


def test_same_id_on_both_sides_is_allowed():
    """A site may apply as mentee and as mentor; it is only never paired with itself."""
    assert findings({"mentees": [{"id": "ten"}], "mentors": [{"id": "ten"}]}) == []


@pytest.mark.parametrize(
    "tiers",
    [
        [{"lottery": {"seed": 1}}, {"name": "ranks", "rank_maximal": {}}],
        [{"name": "first", "lottery": {}}, {"name": "second", "lottery": {}}],
    ],
)
def test_lottery_is_last_and_alone(tiers):
    """A lottery before another tier is refused: it leaves nothing to decide."""
    assert findings({"policy": {"tiers": tiers}}) == [("lottery_not_last", ("policy", "tiers", 0))]


def test_unknown_id_without_a_near_miss():
    """Where nothing is close, the sentence says where the site is missing."""
    (sentence,) = sentences(with_mentee(unacceptable=["zzz"]))
    assert sentence == (
        "unacceptable[0] of mentee 'pine' names 'zzz', which is not the id of a mentor. "
        "Add it to mentors, or remove it here."
    )
