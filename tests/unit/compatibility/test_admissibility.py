import pytest

from prssmi_match.compatibility import assess
from unit.compatibility.grids import refusals
from unit.verification.documents import problem_of

SHORT_CUTS = ("scored_only", "listed_only")

DEGREE = {"location": [1, 0]}  # one degree of latitude from the equator is 111.195 km
EQUATOR = {"location": [0, 0]}
DIVERSION = {"settings": ["diversion"]}
WELFARE = {"settings": ["child_welfare"]}
BOTH = {"settings": ["diversion", "child_welfare"]}
OFF = {"kind": "eligibility", "setting": "off", "id": "open"}


def rule(**fields):
    """Return an eligibility rule that tests what is named, and no setting."""
    return {"kind": "eligibility", "id": "rule", "setting": "off", **fields}


@pytest.mark.parametrize(
    ("mentee", "mentor", "expected"),
    [
        ({}, {}, []),
        ({"status": "provisional"}, {}, []),
        ({"status": "hold"}, {}, [("mentee_availability:pine", "fact")]),
        ({"status": "withdrawn"}, {}, [("mentee_availability:pine", "fact")]),
        ({}, {"status": "withdrawn"}, [("mentor_availability:oak", "fact")]),
        ({"unacceptable": ["oak"]}, {}, [("mentee_veto:pine:oak", "fact")]),
        ({"unacceptable": ["oak"], "preferences": [["oak"]]}, {}, [("mentee_veto:pine:oak", "fact")]),
        ({"unacceptable": ["elm"]}, {}, []),
        ({}, {"unacceptable": ["pine"]}, [("mentor_veto:oak:pine", "fact")]),
        ({"organization": "Sheriff"}, {"organization": "  SHERIFF "}, [("organization:pine:oak", "fact")]),
        ({"organization": "Sheriff"}, {"organization": "Court"}, []),
        ({"organization": ""}, {"organization": " "}, []),
        ({"organization": None}, {"organization": "Sheriff"}, []),
    ],
)
def test_facts_refuse_a_pair(mentee, mentor, expected):
    """Availability, vetoes of either side and one organization refuse a pair; what is unknown does not."""
    assert refusals(mentee, mentor) == expected


def test_same_id_on_both_sides_is_refused():
    """A site is never its own mentor, also where it names no organization."""
    compatibility = assess(problem_of(["ten", "pine"], ["ten"]))
    assert [compatibility.mentees[mentee].id for mentee, _ in compatibility.pairs] == ["pine"]


@pytest.mark.parametrize(
    ("mentee", "mentor", "any_refuses", "all_refuses"),
    [
        (DIVERSION, DIVERSION, False, False),
        (DIVERSION, BOTH, False, False),
        (BOTH, DIVERSION, False, True),
        (DIVERSION, WELFARE, True, True),
        ({}, WELFARE, False, False),
        (DIVERSION, {}, False, False),
    ],
)
def test_setting(mentee, mentor, any_refuses, all_refuses):
    """Any needs one shared setting, all needs every one of the mentee's, off needs none; unknown passes."""
    refused = [("rule", "setting")]
    assert refusals(mentee, mentor, rule(setting="any")) == refused * any_refuses
    assert refusals(mentee, mentor, rule(setting="all")) == refused * all_refuses
    assert refusals(mentee, mentor, rule(setting="off")) == []


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], [("setting", "setting")]),
        ([{"kind": "eligibility", "listed_only": True}], [("setting", "setting")]),
        ([OFF], []),
        ([OFF, {"kind": "eligibility", "no_prior_mentor": True}], []),
        ([OFF, {"kind": "eligibility", "setting": "all", "id": "strict"}], [("strict", "setting")]),
    ],
)
def test_where_no_rule_states_a_setting_any_applies(rules, expected):
    """A rule that leaves the setting open does not settle it; off settles it, and every explicit one applies."""
    assert refusals(DIVERSION, WELFARE, *rules) == expected


@pytest.mark.parametrize(
    ("mentee", "mentor", "fields", "refused"),
    [
        ({"prior_mentors": ["oak"]}, {}, {"no_prior_mentor": True}, "no_prior_mentor"),
        ({"prior_mentors": ["oak"]}, {}, {"no_prior_mentor": False}, None),
        ({"prior_mentors": ["gone"]}, {}, {"no_prior_mentor": True}, None),
        ({"preferences": [["elm"]]}, {}, {"listed_only": True}, "listed_only"),
        ({"preferences": [["elm"], ["oak"]]}, {}, {"listed_only": True}, None),
        ({"preferences": []}, {}, {"listed_only": True}, None),
        ({"preferences": [["elm"]]}, {}, {"listed_only": False}, None),
        (EQUATOR, DEGREE, {"max_km": 111.194}, "max_km"),
        (EQUATOR, DEGREE, {"max_km": 111.195}, None),
        ({}, DEGREE, {"max_km": 0}, None),
        (EQUATOR, {}, {"max_km": 0}, None),
        ({"team_size": 2}, {}, {"team_size": [3, 5]}, "team_size"),
        ({"team_size": 3}, {}, {"team_size": [3, 5]}, None),
        ({"team_size": 5}, {}, {"team_size": [3, 5]}, None),
        ({"team_size": 6}, {}, {"team_size": [3, 5]}, "team_size"),
        ({}, {}, {"team_size": [3, 5]}, None),
        ({"travelers": 4}, {}, {"travelers": [2, 3]}, "travelers"),
        ({"travelers": 0}, {}, {"travelers": [1, 3]}, "travelers"),
        ({}, {}, {"travelers": [2, 3]}, None),
    ],
)
def test_eligibility_fields(mentee, mentor, fields, refused):
    """Each field refuses what it says, ends included, and lets the unknown pass."""
    assert refusals(mentee, mentor, rule(**fields)) == ([("rule", refused)] if refused else [])


@pytest.mark.parametrize(
    ("row", "refused"),
    [
        ({"mentee": "pine", "mentor": "oak"}, True),
        ({"mentee": "pine", "mentor": "elm"}, False),
        ({"mentee": "bay", "mentor": "oak"}, False),
        ({"mentee": "pine", "mentor": None}, False),
    ],
)
def test_mentors_of_earlier_rounds_are_prior_mentors(row, refused):
    """The history refuses a pair as prior_mentors does, whatever the round; where no rule asks, it refuses nobody."""
    history = [{"round": 1, **row}, {"round": 2, "mentee": "pine"}]
    expected = [("rule", "no_prior_mentor")] if refused else []
    assert refusals({}, {}, rule(no_prior_mentor=True), history=history) == expected
    assert refusals({}, {}, rule(), history=history) == []


@pytest.mark.parametrize(("row", "refused"), [([], True), ([{"mentee": "pine", "mentor": "oak"}], False)])
def test_scored_only(row, refused):
    """A pair has to have a row; a row with score 0 is one."""
    expected = [("rule", "scored_only")] if refused else []
    assert refusals({}, {}, rule(scored_only=True), pairs=row) == expected


def test_forbid():
    """A forbidden pair is refused by the rule that names it, and no other pair is."""
    forbid = {"kind": "forbid", "id": "no", "mentee": "pine", "mentor": "oak"}
    assert refusals({}, {}, forbid) == [("no", "forbid")]
    assert refusals({}, {}, {**forbid, "mentee": "bay"}) == []


def test_every_reason_is_listed():
    """A pair that is refused on many grounds is told all of them, each once."""
    mentee = {
        "status": "hold",
        "organization": "Sheriff",
        "settings": ["diversion"],
        "unacceptable": ["oak"],
        "prior_mentors": ["oak"],
        "preferences": [["elm"]],
        "team_size": 9,
        "travelers": 9,
        **EQUATOR,
    }
    mentor = {
        "status": "withdrawn",
        "organization": "sheriff",
        "settings": ["child_welfare"],
        "unacceptable": ["pine"],
        **DEGREE,
    }
    strict = rule(
        setting="all",
        no_prior_mentor=True,
        listed_only=True,
        scored_only=True,
        max_km=1,
        team_size=[3, 5],
        travelers=[2, 3],
    )
    forbid = {"kind": "forbid", "mentee": "pine", "mentor": "oak"}
    tests = ["listed_only", "max_km", "no_prior_mentor", "scored_only", "setting", "team_size", "travelers"]
    assert refusals(mentee, mentor, strict, forbid) == [
        ("forbid", "forbid"),
        ("mentee_availability:pine", "fact"),
        ("mentee_veto:pine:oak", "fact"),
        ("mentor_availability:oak", "fact"),
        ("mentor_veto:oak:pine", "fact"),
        ("organization:pine:oak", "fact"),
        *(("rule", test) for test in tests),
    ]


@pytest.mark.parametrize("fields", [{}, {"scored_only": True}, {"listed_only": True}, dict.fromkeys(SHORT_CUTS, True)])
def test_candidates_that_are_looked_up_are_all_there_are(fields):
    """Looking mentors up by rows or lists finds the same pairs, in the same order, as trying all of them."""
    mentees = [
        {"id": "pine", "preferences": [["yew", "oak"], ["elm"]]},
        {"id": "bay", "unacceptable": ["oak"]},
        {"id": "fir", "preferences": [["gone"]]},
    ]
    mentors = ["oak", "elm", "yew", {"id": "gone", "status": "withdrawn"}]
    rows = [("pine", "yew"), ("pine", "oak"), ("bay", "oak"), ("bay", "yew"), ("fir", "gone")]
    pairs = [{"mentee": mentee, "mentor": mentor} for mentee, mentor in rows]
    found = assess(problem_of(mentees, mentors, [{"kind": "eligibility", **fields}], pairs=pairs))
    every = ((mentee, mentor) for mentee in found.mentees for mentor in found.mentors)
    assert found.pairs == tuple((one.index, two.index) for one, two in every if found.is_admissible(one, two))
    assert found.pairs
