import pytest

import prssmi_match as pm
from prssmi_match.problem.document import Problem
from prssmi_match.problem.rules import Forbid
from prssmi_match.solving.cpsat import steps
from unit.solving.answers import SCORE, problem
from unit.verification.documents import problem_of

ASKED = problem("abc", "mn", scores={"am": 5, "bn": 5, "an": 4, "bm": 4, "cn": 1})
QUESTIONS = [
    pm.whatif.certainty,
    pm.whatif.slot_values,
    pm.whatif.pair_prices,
    pm.whatif.rule_costs,
    pm.whatif.weight_ranges,
    lambda result, **options: pm.whatif.give_up_curve(result, "seats", **options),
]
FIT = [{"criterion": "setting_fit", "weight": 2}, {"criterion": "topic_fit"}]


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_an_answer_there_is_no_what_if(question):
    """A result without a matching is refused by every question, with its status."""
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        question(pm.match(problem("a", "m", rules=[{"kind": "selection", "min": 2}])))


@pytest.mark.parametrize("question", QUESTIONS[1:])
def test_out_of_time_gives_what_is_done(question):
    """Without time there are no rows, and the answer says that it is not complete."""
    tiers = [{"name": "seats", "maximize": FIT}, SCORE]
    found = question(
        pm.match(problem("ab", "m", rules=[{"kind": "apart", "mentees": ["a"]}], tiers=tiers)), time_limit=0
    )
    assert (found.rows, found.complete, found.proved) == ((), False, False)
    assert found.to_frame().empty


def test_prices_are_asked_of_every_possible_pair_that_the_answer_does_not_have():
    """Each is what why_not says; pairs of the answer, and refused ones, are not asked about."""
    asked = ASKED.model_copy(update={"rules": (*ASKED.rules, Forbid(mentee="c", mentor="n"))})
    result = pm.match(asked)
    prices = pm.whatif.pair_prices(result)
    answer = {pair.key for pair in result.matching.pairs}
    every = {(mentee, mentor) for mentee in "abc" for mentor in "mn"}
    assert [(row.mentee, row.mentor) for row in prices.rows] == sorted(every - answer - {("c", "n")})
    assert all(row == pm.why_not(result, row.mentee, row.mentor) for row in prices.rows)
    assert prices.of("a", "n").price["score"] == 2
    assert prices.proved
    assert list(prices.to_frame().columns) == ["mentee", "mentor", "possible", "is_best", "proved", "sentence"]
    with pytest.raises(KeyError):
        prices.of("a", "m")


def test_the_value_of_one_more_place():
    """One more place where somebody waits is worth a mentee; one fewer costs one; the words say both numbers."""
    values = pm.whatif.slot_values(pm.match(ASKED))
    told = {(row.mentor, row.slots): row for row in values.rows}
    assert told["n", 1].change["seats"] == 1
    assert told["m", -1].change["seats"] == -1
    assert told["n", 1].sentence.startswith("If n took 2 instead of 1, 1 mentee more is matched")
    frame = values.to_frame()
    assert list(frame.columns) == ["mentor", "slots", "status", "seats", "score", "lottery", "sentence"]
    assert len(frame) == 4


def test_fewer_places_than_a_mentor_asks_for():
    """A mentor that would have fewer places than its own minimum is told to be of no use then."""
    mentors = [{"id": "m", "name": "Oak City", "min_mentees": 2, "max_mentees": 2}]
    (fewer, _) = pm.whatif.slot_values(pm.match(problem_of("abc", mentors, tiers=[SCORE]))).rows
    assert fewer.sentence.startswith("If Oak City took 1 instead of 2, fewer than the 2 that it asks for, ")
    assert {move.after for move in fewer.moves} == {None}


def test_the_cost_of_each_rule():
    """A rule that binds has its cost, one that does not has none, and one of the preset is asked about as well."""
    rules = [{"kind": "forbid", "mentee": "a", "mentor": "m"}, {"kind": "apart", "mentees": ["a", "b"]}]
    costs = pm.whatif.rule_costs(pm.match(problem("ab", "m", rules=rules, scores={"am": 9})))
    told = {row.rule_id: row for row in costs.rows}
    assert told["forbid"].change["score"] == 9
    assert told["apart"].sentence == "Without the rule “No two of a and b may share a mentor”, nothing changes."
    plain = Problem.model_validate({"mentees": [{"id": "a"}], "mentors": [{"id": "m"}]})
    assert [row.rule_id for row in pm.whatif.rule_costs(pm.match(plain)).rows] == [
        "eligibility",
        "opening",
        "selection",
    ]


def test_a_must_of_the_strengths_is_a_rule_with_a_cost():
    """Without the rule of a must, the wish stays a strong one."""
    document = {
        "mentees": [{"id": "a", "settings": ["diversion", "child_welfare"]}],
        "mentors": [{"id": "m", "settings": ["diversion"]}],
        "strengths": {"setting_fit": "must"},
    }
    costs = pm.whatif.rule_costs(pm.match(Problem.model_validate(document)))
    told = {row.rule_id: row for row in costs.rows}
    assert told["must-setting_fit"].change["coverage"] == 1


def test_a_weight_that_decides_and_one_that_does_not():
    """The range ends where another answer takes over, and is open where none ever does."""
    tiers = [
        {"name": "fit", "maximize": [{"criterion": "pair_score", "weight": 2}, {"criterion": "mentee_preference"}]}
    ]
    mentee = {"id": "a", "preferences": [["n"], ["m"]]}
    scores = [{"mentee": "a", "mentor": "m", "score": 100}]
    result = pm.match(problem_of([mentee], ["m", "n"], tiers=tiers, pairs=scores))
    score, wish = pm.whatif.weight_ranges(result, most=7).rows
    # The wish for n is worth 200 points: two times 100 points of score only make it equal, and the draw decides.
    assert (score.low, score.high, wish.weight) == (2, 2, 1)
    assert (wish.low, wish.high, wish.high_open) == (1, 1, False)
    mentee["preferences"] = [["m"]]
    alone = pm.match(problem_of([mentee], ["m"], tiers=tiers, pairs=scores))
    assert {(row.low, row.high, row.high_open, row.between) for row in pm.whatif.weight_ranges(alone, most=7).rows} == {
        (1, 7, True, True)
    }


@pytest.mark.parametrize(
    ("tier", "message"),
    [
        ("seat", "Did you mean 'seats'"),
        ("score", "only the lottery is left"),
        ("lottery", "special tier"),
    ],
)
def test_only_some_tiers_can_give_up(tier, message):
    """A curve of an unknown tier, of a special one and of the last one is refused, with the reason."""
    with pytest.raises(ValueError, match=message):
        pm.whatif.give_up_curve(pm.match(ASKED), tier)


def test_arguments_out_of_range():
    """Steps below 1, weights below 1 and unknown tiers are refused."""
    result = pm.match(ASKED)
    with pytest.raises(ValueError, match="at least 1"):
        pm.whatif.give_up_curve(result, "seats", step=0)
    with pytest.raises(ValueError, match="at least 1"):
        pm.whatif.weight_ranges(result, most=0)
    with pytest.raises(ValueError, match="Did you mean 'score'"):
        pm.whatif.weight_ranges(result, tiers=["scor"])


def test_the_curve_of_what_a_seat_is_worth():
    """Each seat that is given up lets the next aim gain what it can, and no more."""
    asked = problem(
        "ab",
        "mn",
        scores={"am": 9, "an": 9},
        tiers=({"name": "few", "maximize": [{"criterion": "few_mentors"}]}, SCORE),
    )
    curve = pm.whatif.give_up_curve(pm.match(asked), "few", steps=2)
    assert [(row.given_up, row.value, row.next_best, row.gain) for row in curve.rows] == [
        (0, 0, 0, 0),
        (1, -1, 9, 9),
        (2, -2, 9, 9),
    ]
    assert (curve.tier, curve.next_tier, curve.best) == ("few", "score", 0)


def test_the_curve_is_not_searched_where_the_answer_still_fits(monkeypatch):
    """However many amounts leave the same answer, the solver is asked for one of them."""
    result, calls, solver = pm.match(ASKED), [], steps.solve
    monkeypatch.setattr(steps, "solve", lambda *args, **options: (calls.append(args), solver(*args, **options))[1])
    few = pm.whatif.give_up_curve(result, "seats", step=3, steps=1)
    asked = len(calls)
    many = pm.whatif.give_up_curve(result, "seats", step=3, steps=20)
    assert len(calls) == 2 * asked
    assert {row.next_best for row in many.rows} == {row.next_best for row in few.rows}


def test_comparing_needs_a_problem():
    """Two matchings made by hand are compared by a problem that is given, or not at all."""
    one, other = pm.Matching(pairs=[("a", "m")]), pm.Matching(pairs=[("a", "n"), ("b", "m")])
    with pytest.raises(ValueError, match="give problem="):
        pm.compare(one, other)
    found = pm.compare(one, other, problem=ASKED)
    assert found.same_document
    assert [(row.tier, row.change) for row in found.tiers][:2] == [("seats", 1), ("score", 3)]
    assert {(row.mentor, row.before, row.after) for row in found.loads} == {("n", 0, 1)}


def test_comparing_two_documents():
    """Answers of different documents are compared by the names of their tiers, and it is said that they differ."""
    other = pm.match(problem("abc", "mn", tiers=({"name": "seats", "maximize": [{"criterion": "coverage"}]},)))
    found = pm.compare(pm.match(ASKED), other)
    assert not found.same_document
    assert {row.tier: row.change is None for row in found.tiers} == {"seats": False, "score": True, "lottery": False}


def test_comparing_with_no_answer():
    """A result without a matching cannot be compared; its status is named."""
    nothing = pm.match(problem("a", "m", rules=[{"kind": "selection", "min": 2}]))
    with pytest.raises(pm.NoMatchingError, match="infeasible"):
        pm.compare(pm.match(ASKED), nothing)
