import time

import pytest

import prssmi_match as pm
from benchmarks.cohorts import cohort, residency
from benchmarks.families.leximin import TIERS
from benchmarks.large import draw, opening
from benchmarks.networks import market
from benchmarks.ours import profile_sums, search_tiers
from benchmarks.peers.bare import Peer, instance_of
from benchmarks.peers.cpsat import CpSat
from benchmarks.peers.flow import four_tiers, market_program, raw_flow
from benchmarks.peers.highs import Highs
from benchmarks.peers.large_program import large_program
from benchmarks.peers.preset_program import preset_program
from benchmarks.peers.program import solve_in_order
from benchmarks.peers.regions_program import regions_program
from benchmarks.peers.residency_program import residency_program
from benchmarks.regions import regions
from prssmi_match.compatibility import assess

SOLVERS = pytest.mark.parametrize("solver", [CpSat, Highs])
SIZE = (24, 8, 4)


def solved(program, solver):
    """Return what a solver proves of a program."""
    answer = solve_in_order(program, solver(program), time.perf_counter(), 60.0)
    assert answer.status == "proved"
    assert answer.values == answer.bounds
    return answer.values


@SOLVERS
@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("seed", [1, 4])
def test_document_and_program_of_a_large_cohort(seed, linked, solver):
    """The document and both programs of a cohort have the same best values, tier by tier."""
    document = opening(*SIZE, seed=seed)
    ours = search_tiers(document, 60.0, 4)
    assert solved(large_program(draw(*SIZE, seed=seed), linked=linked), solver) == ours.values == ours.bounds


@SOLVERS
@pytest.mark.parametrize("with_opening", [False, True])
def test_leximin_of_a_large_cohort(with_opening, solver):
    """Level by level, a solver finds the worst level and the profile that the library finds."""
    document = opening(*SIZE, seed=3)
    rules = [rule for rule in document["rules"] if with_opening or rule["kind"] != "opening"]
    result = pm.match(pm.Problem.model_validate({**document, "rules": rules, "policy": {"tiers": TIERS}}))
    values = {tier.name: tier.best for tier in result.tiers[:2]} | profile_sums(result)
    assert solved(large_program(draw(*SIZE, seed=3), with_opening=with_opening, leximin=True), solver) == values


@SOLVERS
def test_program_of_the_preset(solver):
    """The rows of the preset have the values of the plain script and of the library."""
    problem = pm.Problem.model_validate(cohort(18, 8))
    instance = instance_of(assess(problem), seats=15, opened=6)
    values = solved(preset_program(instance), solver)
    result = pm.match(problem)
    bare = Peer(instance).run().values
    assert values == {name: bare[name] for name in values} == {tier.name: tier.best for tier in result.tiers[:3]}


@SOLVERS
@pytest.mark.parametrize("linked", [False, True])
def test_program_of_regions(linked, solver):
    """The rows of regions and their document have the same best values."""
    cohort = regions(2, seed=5)
    ours = search_tiers(cohort.document(), 60.0, 3)
    assert solved(regions_program(cohort, linked=linked), solver) == ours.values == ours.bounds


@SOLVERS
def test_program_of_a_residency(solver):
    """The largest stable matching has one size."""
    document = residency(24, 5, grades=6)
    assert solved(residency_program(document), solver) == search_tiers(document, 60.0, 1).values


@SOLVERS
def test_market(solver):
    """Raw flow, network core, document and program of a market agree on what they share."""
    cohort = market(60, 6, 3)
    flow, tiers = raw_flow(cohort), four_tiers(cohort)
    assert solved(market_program(cohort), solver) == {"matched": flow[0], "total": flow[1]}
    ours = search_tiers(cohort.document(), 60.0, 3)
    assert ours.values == ours.bounds == {name: tiers[name] for name in ("matched", "review", "score")}
    pairs, capacity = cohort.frames()
    assert (assigned := pm.scale.assign(pairs, capacity)).mentees == flow[0]
    assert assigned.value == assigned.bound == flow[1]


def test_out_of_time():
    """A solver that proves nothing in time tells what it has, and its bound."""
    answer = solve_in_order(large_program(draw(200, 40, 10)), Late(), time.perf_counter(), 0.0)
    assert (answer.status, answer.values, answer.bounds) == ("found", {"matched": 3}, {"matched": 9})


class Late:
    """A solver that is never done."""

    def maximize(self, weights, seconds):
        """Find 3, and prove 9."""
        from benchmarks.peers.program import Step

        return Step(3, 9, weights > 0)

    def hold(self, weights, least):
        """Never happens."""
        raise AssertionError
