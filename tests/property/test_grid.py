"""Points of whole grids against the oracle, and the assignment over all pairs against other solvers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from scipy.optimize import linear_sum_assignment

import prssmi_match as pm
from oracle.case import read
from oracle.criteria import PAIR_CRITERIA, assumed, pair_points
from oracle.pairs import admissible_pairs
from property.crowds import CRITERIA, crowd
from property.strategies import documents, shuffled
from prssmi_match.compatibility import assess
from prssmi_match.compatibility.grid import REFUSED, ScoredGrid
from prssmi_match.problem.criteria import Criterion

CRITERION = TypeAdapter(Criterion)
SEEDS = st.integers(0, 10**6)


def ids_of(compatibility):
    """Return the pairs by ids, in their order."""
    return [(compatibility.mentees[one].id, compatibility.mentors[other].id) for one, other in compatibility.pairs]


def check_points(doc):
    """Hold the admissible pairs, the points by every criterion, and what is assumed, against the oracle."""
    problem, case = pm.Problem.model_validate(doc), read(doc)
    compatibility = assess(problem)
    pairs = ids_of(compatibility)
    assert pairs == sorted(admissible_pairs(case))
    full = assess(problem, full_grid=True)
    sites = [(full.mentees[one], full.mentors[other]) for one, other in full.pairs]
    assert [pair for pair in sites if not full.refusals(*pair)] == [pair for pair in sites if full.is_admissible(*pair)]
    assert {(one.id, other.id) for one, other in sites if full.is_admissible(one, other)} == set(pairs)
    for criterion in CRITERIA:
        column, table = compatibility.column(CRITERION.validate_python(criterion)), pair_points(case, criterion)
        assert list(column.points) == [table[pair] for pair in pairs], criterion
        assert list(column.assumed) == [assumed(case, criterion, *pair) for pair in pairs]


def check_grid(doc, block):
    """Hold the points that are worked out block by block against the assessment of the same document."""
    problem = pm.Problem.model_validate(doc)
    criteria = problem.program.tiers[0].maximize
    compatibility = assess(problem)
    expected = np.full((len(compatibility.mentees), len(compatibility.mentors)), REFUSED)
    for (mentee, mentor), points in zip(compatibility.pairs, compatibility.weighted(criteria), strict=True):
        expected[mentee, mentor] = points
    grid = ScoredGrid(problem, criteria)
    every = np.arange(len(grid.mentees))
    for first in range(0, len(every), block):
        grid.survey(every[first : first + block])
    assert (grid.points(every) == expected).all()
    assert (grid.points(every[::3]) == expected[::3]).all()


def test_every_criterion_is_tried():
    """A new pair criterion needs a line in the crowds."""
    assert {criterion["criterion"] for criterion in CRITERIA} == set(PAIR_CRITERIA)


@given(doc=documents(stability=False))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_points_are_those_of_the_oracle(doc):
    """Any document with any rules: the same admissible pairs, and the same points by all criteria."""
    check_points(doc)


@given(seed=SEEDS)
@settings(max_examples=15)
def test_points_of_many_sites_are_those_of_the_oracle(seed):
    """The same for more sites, of which more or less is known."""
    check_points(crowd(seed))


@given(seed=SEEDS, block=st.sampled_from([1, 3, 7, 100]))
@settings(max_examples=30)
def test_blocks_give_the_points_of_the_assessment(seed, block):
    """Whatever the size of blocks, every pair has the points that match counts for it."""
    check_grid(crowd(seed), block)


def check_assignment(doc, top, block):
    """Hold the exact answer over all pairs against one that was given all of them, and against the verifier."""
    problem = pm.Problem.model_validate(doc)
    found = pm.scale.candidates(problem, top=top, block=block)
    answer = pm.scale.assign(found)
    compatibility = assess(problem)
    pairs = pd.DataFrame(ids_of(compatibility), columns=["mentee", "mentor"])
    pairs["score"] = np.array(compatibility.weighted(problem.program.tiers[0].maximize), dtype=np.int64)
    assert found.admissible == len(pairs)
    every = pm.scale.assign(pairs, found.capacity, seats=found.seats)
    assert (answer.mentees, answer.value, answer.bound) == (every.mentees, every.value, every.value)
    known = set(pairs.itertuples(index=False, name=None))
    for table in (answer.pairs, found.pairs):
        assert set(table.itertuples(index=False, name=None)) <= known
    pair_ids = answer.pairs[["mentee", "mentor"]].itertuples(index=False, name=None)
    assert pm.verify(problem, pm.Matching(pairs=list(pair_ids))).valid
    return found, answer, pairs


@given(seed=SEEDS, top=st.sampled_from([1, 1, 2, 5]), tight=st.booleans())
@settings(max_examples=30)
def test_nothing_is_lost_by_leaving_pairs_out(seed, top, tight):
    """From the best one, two or five of each mentee: as many mentees and as high a total as from all pairs."""
    check_assignment(crowd(seed, tight=tight), top, 7)


@pytest.mark.slow
@given(seed=SEEDS, top=st.sampled_from([1, 1, 2, 5]), tight=st.booleans())
@settings(max_examples=500)
def test_nothing_is_lost_by_leaving_pairs_out_at_length(seed, top, tight):
    """The same, many times over."""
    check_assignment(crowd(seed, tight=tight), top, 7)


@given(data=st.data(), seed=SEEDS, top=st.sampled_from([1, 3]))
@settings(max_examples=10)
def test_neither_rows_nor_blocks_change_the_answer(data, seed, top):
    """Rows in another order, and blocks of another size: the same candidates and the same assignment."""
    doc = crowd(seed)
    found = pm.scale.candidates(pm.Problem.model_validate(doc), top=top)
    turned = pm.scale.candidates(pm.Problem.model_validate(data.draw(shuffled(doc))), top=top, block=3)
    pd.testing.assert_frame_equal(turned.pairs, found.pairs)
    pd.testing.assert_frame_equal(pm.scale.assign(turned).pairs, pm.scale.assign(found).pairs)


@pytest.mark.parametrize("seed", range(4))
def test_assignment_over_all_pairs_agrees_with_scipy(seed):
    """At 120 x 30 the Hungarian method on the whole grid, a place a column, finds the same number and total."""
    doc = crowd(seed, 120, 30)
    doc["rules"] = [rule for rule in doc["rules"] if rule["kind"] != "selection"]  # scipy knows no seats
    found, answer, pairs = check_assignment(doc, 2, 50)
    table = pairs.pivot_table(index="mentee", columns="mentor", values="score")
    rooms = found.capacity[table.columns].to_numpy().clip(max=len(table))
    places = table.to_numpy()[:, np.repeat(np.arange(len(rooms)), rooms)]
    bonus = 1 + np.nansum(np.nanmax(places, axis=1, initial=0))  # one more mentee is worth more than any total
    worth = np.nan_to_num(places + bonus, nan=0)
    chosen = worth[linear_sum_assignment(worth, maximize=True)]
    assert (answer.mentees, answer.value) == ((chosen > 0).sum(), round(chosen.sum() - bonus * (chosen > 0).sum()))
