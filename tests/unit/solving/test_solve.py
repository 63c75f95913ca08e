import pytest

import prssmi_match as pm
from prssmi_match.solving.cpsat import core, steps
from prssmi_match.solving.network import best_flow
from prssmi_match.solving.relaxation import Relaxation
from unit.solving.answers import COVERAGE, SCORE, problem
from unit.solving.engines import without_network, without_relaxation

PRESET = pm.Problem.model_validate(
    {
        "mentees": [
            {"id": "a", "review_score": 9, "preferences": [["m"], ["n"]], "settings": ["diversion"]},
            {"id": "b", "review_score": 8, "preferences": [["m"]], "locale": "rural"},
            {"id": "c", "review_score": 7, "preferences": [["n"], ["m"]]},
            {"id": "d"},
        ],
        "mentors": [
            {"id": "m", "max_mentees": 2, "settings": ["diversion"], "preferences": [["c"], ["a"]]},
            {"id": "n", "max_mentees": 2, "locale": "rural"},
        ],
    }
)
SPECIAL = problem(
    [{"id": name, "preferences": [["m"], ["n"]]} for name in "abc"],
    "mno",
    tiers=[
        COVERAGE,
        {"name": "ranks", "rank_maximal": {}},
        {"name": "kind", "generous": {}},
        {"name": "worst", "max_min": {"maximize": [{"criterion": "pair_score"}]}},
        {"name": "fair", "leximin": {"maximize": [{"criterion": "pair_score"}]}},
    ],
    scores={"am": 3, "bn": 2, "co": 1, "bm": 1, "cn": 4, "ao": 2},
)
INFEASIBLE = problem("a", "m", [{"kind": "selection", "min": 2}])


class Listener:
    """Keeps what it is told, and raises at one of its calls."""

    def __init__(self, failure=None, at=0):
        self.heard, self.failure, self.at = [], failure, at

    def __call__(self, tier, incumbent, bound, seconds):
        """Take what a search tells."""
        self.heard.append((tier, incumbent, bound, seconds))
        if self.failure is not None and len(self.heard) == self.at + 1:
            raise self.failure


def test_out_of_time_is_a_status():
    """No time at all gives an unknown status, no exception, and asking for the matching names it."""
    result = pm.match(PRESET, time_limit=0)
    assert result.status == "unknown"
    assert not result.has_matching
    assert result.tiers == ()
    with pytest.raises(pm.NoMatchingError, match="unknown"):
        _ = result.matching
    assert result.provenance.settings["time_limit"] == 0


def test_no_time_claims_nothing():
    """Without time, an infeasible problem is not called infeasible."""
    assert pm.match(INFEASIBLE, time_limit=0).status == "unknown"


@pytest.mark.parametrize("asked", [PRESET, SPECIAL], ids=["preset", "special"])
def test_progress_is_told_of_every_tier(asked):
    """Every tier is told of, in their order, with a bound that the incumbent never passes and time that never falls."""
    listener = Listener()
    result = pm.match(asked, on_progress=listener)
    assert list(dict.fromkeys(tier for tier, *_ in listener.heard)) == [tier.name for tier in result.tiers]
    assert all(incumbent is None or incumbent <= bound for _, incumbent, bound, _ in listener.heard)
    seconds = [heard[3] for heard in listener.heard]
    assert seconds == sorted(seconds)


def test_progress_of_a_sum_ends_with_its_value():
    """The last that is told of a tier that sums is its best and its bound."""
    listener = Listener()
    result = pm.match(PRESET, on_progress=listener)
    last = {tier: (incumbent, bound) for tier, incumbent, bound, _ in listener.heard}
    for tier in result.tiers:
        if tier.profile is None:
            assert last[tier.name] == (tier.best, tier.bound), tier.name


@pytest.mark.parametrize("at", range(4))
def test_what_the_listener_raises_reaches_the_caller(at):
    """An exception of the caller's own is never swallowed, wherever in the search it is raised."""
    with pytest.raises(ZeroDivisionError, match="mine"):
        pm.match(PRESET, on_progress=Listener(ZeroDivisionError("mine"), at))


def test_listening_does_not_change_the_answer():
    """The result with a listener is the one without."""
    silent, heard = pm.match(PRESET), pm.match(PRESET, on_progress=Listener())
    assert heard.matching == silent.matching
    assert [tier.value for tier in heard.tiers] == [tier.value for tier in silent.tiers]


@pytest.mark.parametrize("at", [1, 2, 3, 5, 6])
def test_interrupt_gives_the_best_so_far(at):
    """Ctrl-C at any later moment ends the search with a verified answer that is not called proved."""
    listener = Listener(KeyboardInterrupt(), at)
    result = pm.match(PRESET, on_progress=listener)
    assert len(listener.heard) > at
    assert result.status == "feasible"
    assert result.verification.valid
    assert [tier.name for tier in result.tiers] == [tier.name for tier in PRESET.program.tiers]
    assert not all(tier.proved for tier in result.tiers)


def test_interrupt_at_the_first_answer_keeps_it():
    """Once a first answer was told of, it is the one that an interrupt gives."""
    listener = Listener(KeyboardInterrupt(), 0)
    result = pm.match(PRESET, on_progress=listener)
    assert listener.heard[0][1] is not None
    assert result.status == "feasible"


def test_interrupt_before_the_first_answer(monkeypatch):
    """Ctrl-C before anything was found is an unknown status."""

    def interrupted(model, budget, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "solve", interrupted)
    monkeypatch.setattr("prssmi_match.solving.network.search.best_flow", interrupted)
    assert pm.match(PRESET).status == "unknown"


def test_interrupt_on_the_network_keeps_what_it_found(monkeypatch):
    """Ctrl-C in a later flow ends the search with the matching of the earlier ones."""
    flows = []

    def interrupted(face, earned):
        flows.append(earned)
        if len(flows) == 2:
            raise KeyboardInterrupt
        return best_flow(face, earned)

    monkeypatch.setattr("prssmi_match.solving.network.search.best_flow", interrupted)
    result = pm.match(SPECIAL)
    assert result.status == "feasible"
    assert (result.tiers[0].best, result.tiers[0].proved) == (3, True)


def test_interrupt_between_tiers_keeps_the_earlier_ones():
    """What was proved before the interrupt stays proved, and the later tiers are those of the answer so far."""
    heard = []

    def listen(tier, incumbent, bound, seconds):
        heard.append(tier)
        if heard.count("fit") == 1:
            heard.append("fit")
            raise KeyboardInterrupt

    result = pm.match(PRESET, on_progress=listen)
    by_name = {tier.name: tier for tier in result.tiers}
    assert by_name["coverage"].proved
    assert by_name["review"].proved
    assert by_name["coverage"].value == 4
    assert result.status == "feasible"


def test_interrupt_of_an_impatient_user():
    """A second Ctrl-C, while the first one is being honored, does not lose the answer."""

    def listen(tier, incumbent, bound, seconds):
        if tier != "coverage":
            raise KeyboardInterrupt

    result = pm.match(PRESET, on_progress=listen)
    assert result.status == "feasible"


def counting(monkeypatch, stop_after=None):
    """Count the calls of the solver and the relaxations, and let the budget end after some of them."""
    calls = []

    def counted(run, budget_of):
        def counting_run(*arguments, **options):
            found = run(*arguments, **options)
            calls.append(found)
            if len(calls) == stop_after:
                budget_of(*arguments).stop()
            return found

        return counting_run

    for room in (steps, core):
        monkeypatch.setattr(room, "solve", counted(room.solve, lambda _, budget: budget))
    monkeypatch.setattr(Relaxation, "maximize", counted(Relaxation.maximize, lambda *asked: asked[-1]))
    return calls


@pytest.mark.parametrize("solves", range(1, 6))
@pytest.mark.parametrize("asked", [PRESET, SPECIAL], ids=["preset", "special"])
def test_time_that_ends_in_the_middle(monkeypatch, solves, asked):
    """Wherever time ends, every tier is reported, bounds hold for the true optimum, and proved means equal."""
    without_network(monkeypatch)
    with monkeypatch.context() as patch:
        calls = counting(patch)
        best = pm.match(asked)
    counting(monkeypatch, solves)
    result = pm.match(asked)
    assert result.status == ("feasible" if solves < len(calls) else "optimal")
    assert [tier.name for tier in result.tiers] == [tier.name for tier in best.tiers]
    assert all(tier.proved == (tier.best == tier.bound) for tier in result.tiers)
    for found, true in zip(result.tiers, best.tiers, strict=True):
        if not found.proved:
            assert found.bound >= true.value
            break
        assert found.best == true.best


def test_unproved_leximin_is_not_called_proved(monkeypatch):
    """Where time ended while a mentee was unmatched, the tier is not proved, though the matched are at their best."""
    without_network(monkeypatch)
    without_relaxation(monkeypatch)
    fair = {"name": "fair", "leximin": {"maximize": [{"criterion": "pair_score"}]}}
    few = {"name": "few", "maximize": [{"criterion": "few_mentors"}], "give_up": {"points": 9}}
    one = {"name": "one", "maximize": [{"criterion": "same_value", "field": "state", "neutral": 0}]}
    mentees = [{"id": "a", "state": "MN"}, "b"]
    mentors = [{"id": "m", "state": "MN"}, {"id": "n", "state": "OH"}]
    scores = {"am": 5, "an": 5, "bm": 5, "bn": 5}
    limit = [{"kind": "selection", "min": 1}]
    asked = problem(mentees, mentors, limit, [few, one, fair], scores=scores)
    counting(monkeypatch, 1)
    tier = {tier.name: tier for tier in pm.match(asked).tiers}["fair"]
    assert tier.profile == (-1, 5)
    assert not tier.proved


def test_infeasible_is_a_status():
    """An infeasible problem has no tiers, and a conflict."""
    result = pm.match(INFEASIBLE)
    assert result.status == "infeasible"
    assert result.tiers == ()
    assert [member.rule_id for member in result.conflict.members] == ["selection"]


def test_no_tiers_but_the_lottery():
    """A policy without tiers still leaves one answer: the public draw, in which every match adds something."""
    result = pm.match(problem("ab", "mn", tiers=[]))
    assert result.status == "optimal"
    assert [tier.name for tier in result.tiers] == ["lottery"]
    assert len(result.matching.pairs) == 2


def test_score_alone():
    """One tier of scores, solved for and proved."""
    result = pm.match(problem("ab", "mn", tiers=[SCORE], scores={"am": 5, "bm": 4, "bn": 3}))
    (score, _) = result.tiers
    assert (score.best, score.bound, score.proved, score.value) == (8, 8, True, 8)
    assert score.seconds >= 0
