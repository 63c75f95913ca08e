import pytest

from prssmi_match.compatibility import assess
from prssmi_match.problem.wording import refusal_mark, refusal_sentence
from unit.verification.documents import problem_of

MENTEE = {
    "id": "p",
    "name": "Pine County",
    "settings": ["diversion", "child_welfare"],
    "prior_mentors": ["o"],
    "preferences": [["e"]],
    "team_size": 9,
    "travelers": 7,
    "location": [46.1, -92.9],
}
MENTORS = [
    {"id": "o", "name": "Oak City", "settings": ["diversion"], "location": [40.0, -83.0]},
    {"id": "e", "name": "Elm City"},
]
REFUSED = [
    ({"setting": "all"}, "Oak City does not cover all of Pine County's settings."),
    ({"no_prior_mentor": True}, "Oak City has mentored Pine County before."),
    ({"listed_only": True}, "Pine County did not list Oak City."),
    ({"scored_only": True}, "Pine County has no score with Oak City."),
    ({"max_km": 500}, "Oak City is farther than 500 km from Pine County."),
    ({"team_size": [3, 5]}, "Pine County has a team of 9; 3 to 5 are asked for."),
    ({"travelers": [3, 3]}, "Pine County would send 7 travelers; 3 is asked for."),
]


def refusals(problem, mentee="p", mentor="o"):
    """Return the sentences of everything that refuses a pair."""
    grid = assess(problem, full_grid=True)
    sites = grid.mentees[grid.mentee_index[mentee]], grid.mentors[grid.mentor_index[mentor]]
    return [refusal_sentence(problem, refusal, mentee, mentor) for refusal in grid.refusals(*sites)]


@pytest.mark.parametrize(("tests", "sentence"), REFUSED)
def test_each_test_of_eligibility(tests, sentence):
    """A refused pair is told which test it fails, about these two sites, not the whole rule."""
    problem = problem_of([MENTEE], MENTORS, rules=[{"kind": "eligibility", **tests}])
    assert refusals(problem) == [sentence]


def test_a_mentor_of_an_earlier_round():
    """The words say in which round, where the history does."""
    rules = [{"kind": "eligibility", "no_prior_mentor": True}]
    history = [{"round": 2018, "mentee": "p", "mentor": "e"}]
    problem = problem_of([MENTEE], MENTORS, rules=rules, history=history)
    assert refusals(problem, mentor="e") == ["Elm City has mentored Pine County before (round 2018)."]
    assert refusals(problem, mentor="o") == ["Oak City has mentored Pine County before."]


def test_settings_that_have_nothing_in_common():
    """Without a rule on settings the default refuses, in the same words."""
    mentor = {"id": "o", "name": "Oak City", "settings": ["alternatives_to_incarceration"]}
    assert refusals(problem_of([MENTEE], [mentor, MENTORS[1]])) == ["Oak City covers none of Pine County's settings."]


def test_facts_and_forbidden_pairs():
    """Vetoes and forbidden pairs are told as they stand in the document, each of them."""
    problem = problem_of(
        [{"id": "p", "name": "Pine County", "unacceptable": ["e"]}],
        MENTORS,
        rules=[{"kind": "forbid", "mentee": "p", "mentor": "e", "reason": "Neighbors."}],
    )
    assert refusals(problem, mentor="e") == [
        "Pine County does not accept Elm City.",
        "Pine County must not be paired with Elm City. (Reason: Neighbors.)",
    ]


def marks(problem, mentee="p", mentor="o"):
    """Return the letters of everything that refuses a pair."""
    grid = assess(problem, full_grid=True)
    sites = grid.mentees[grid.mentee_index[mentee]], grid.mentors[grid.mentor_index[mentor]]
    return "".join(refusal_mark(refusal)[0] for refusal in grid.refusals(*sites))


def test_every_sort_of_refusal_has_a_letter_of_its_own():
    """A grid that shows letters can be read back: no two sorts share one."""
    letters = ""
    for tests, _ in REFUSED:
        rules = [{"kind": "eligibility", "setting": "off", **tests}]
        letters += marks(problem_of(mentees=[MENTEE], mentors=MENTORS, rules=rules))
    forbid = [{"kind": "eligibility", "setting": "off"}, {"kind": "forbid", "mentee": "p", "mentor": "o"}]
    letters += marks(problem_of(mentees=[MENTEE], mentors=MENTORS, rules=forbid))
    own = {**MENTEE, "status": "hold", "unacceptable": ["o"], "organization": "One"}
    other = {**MENTORS[0], "unacceptable": ["p"], "organization": "one"}
    letters += marks(problem_of(mentees=[own], mentors=[other, MENTORS[1]], rules=forbid[:1]))
    assert letters == "SPLNDTRF" + "AMVO"
    assert len(set(letters)) == len(letters)
