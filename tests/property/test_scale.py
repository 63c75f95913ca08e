"""Columnar assignment against trial of every assignment, and against HiGHS where those are too many."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

import prssmi_match as pm
from prssmi_match.scale import parts


@st.composite
def markets(draw):
    """Draw a table of pairs, capacities, and maybe minimums and seats."""
    mentees, mentors = draw(st.integers(0, 5)), draw(st.integers(1, 4))
    grid = [(mentee, mentor) for mentee in range(mentees) for mentor in range(mentors)]
    rows = draw(st.lists(st.sampled_from(grid), unique=True)) if grid else []
    scores = draw(st.lists(st.sampled_from([0, 1, 2, 3, 50]), min_size=len(rows), max_size=len(rows)))
    pairs = pd.DataFrame(
        {"mentee": [f"e{one}" for one, _ in rows], "mentor": [f"o{one}" for _, one in rows], "score": scores}
    )
    most = draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors))
    least = [draw(st.integers(0, min(1, room))) if draw(st.booleans()) else 0 for room in most]
    names = [f"o{one}" for one in range(mentors)]
    seats = draw(st.none() | st.integers(0, 5))
    return pairs, pd.Series(most, index=names), pd.Series(least, index=names), seats


def best_of_all(pairs, capacity, minimum, seats):
    """Try every assignment: the most mentees and their highest total, or None where nothing keeps the bounds."""
    of_mentee = [list(rows.itertuples(index=False)) for _, rows in pairs.groupby("mentee")]
    best = None
    for choice in product(*([None, *rows] for rows in of_mentee)):
        taken = [row for row in choice if row is not None]
        loads = {mentor: sum(row.mentor == mentor for row in taken) for mentor in capacity.index}
        fits = all(minimum[mentor] <= load <= capacity[mentor] for mentor, load in loads.items())
        if fits and (seats is None or len(taken) <= seats):
            value = (len(taken), sum(row.score for row in taken))
            best = value if best is None else max(best, value)
    return best


def check(market):
    """Hold the answer against the best of all, its rows against the table, and its order against another order."""
    pairs, capacity, minimum, seats = market
    assignment = pm.scale.assign(pairs, capacity, minimum=minimum, seats=seats)
    expected = best_of_all(pairs, capacity, minimum, seats)
    if expected is None:
        assert assignment.status == "infeasible"
        assert assignment.conflict
        return
    assert (assignment.mentees, assignment.value) == expected
    assert assignment.bound == assignment.value == assignment.pairs["score"].sum()
    known = set(pairs.itertuples(index=False, name=None))
    assert set(assignment.pairs.itertuples(index=False, name=None)) <= known
    loads = assignment.pairs["mentor"].value_counts().reindex(capacity.index, fill_value=0)
    assert ((loads >= minimum) & (loads <= capacity)).all()
    assert assignment.pairs["mentee"].is_unique
    turned = pm.scale.assign(pairs[::-1], capacity[::-1], minimum=minimum[::-1], seats=seats)
    pd.testing.assert_frame_equal(turned.pairs, assignment.pairs)


@pytest.mark.parametrize("least", [parts.PAIRS, 1])
@given(market=markets())
@settings(max_examples=150)
def test_assignment_is_the_best_of_all(least, market):
    """Most mentees, then the highest total, under capacities, minimums and seats; in any order of the rows.

    As a whole, and cut wherever no pair connects.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "PAIRS", least)
        check(market)


@pytest.mark.slow
@given(market=markets())
@settings(max_examples=3000)
def test_assignment_is_the_best_of_all_at_length(market):
    """The same, many times over."""
    check(market)


@pytest.mark.parametrize("seed", range(6))
def test_assignment_agrees_with_highs(seed):
    """At 60 x 12 with minimums and seats, an independent solver of linear programs finds the same two numbers."""
    rng = np.random.default_rng(seed)
    mentees, mentors = 60, 12
    grid = np.argwhere(rng.random((mentees, mentors)) < 0.25)
    score = rng.integers(0, 1000, len(grid))
    capacity = rng.integers(2, 7, mentors)
    minimum = rng.integers(0, 3, mentors)
    seats = 45 if seed % 2 else None
    rows = [*(grid[:, 0] == one for one in range(mentees)), *(grid[:, 1] == one for one in range(mentors))]
    rows.append(np.ones(len(grid)))
    low = [*[0] * mentees, *minimum, 0]
    high = [*[1] * mentees, *capacity, seats or mentees]

    def solved(objective, least=0):
        held = LinearConstraint(np.array(rows, dtype=float), [*low[:-1], least], high)
        found = milp(-objective, constraints=held, bounds=Bounds(0, 1), integrality=np.ones(len(grid)))
        return round(-found.fun)

    most = solved(np.ones(len(grid)))
    pairs = pd.DataFrame({"mentee": grid[:, 0], "mentor": grid[:, 1], "score": score})
    assignment = pm.scale.assign(pairs, pd.Series(capacity), minimum=pd.Series(minimum), seats=seats)
    assert (assignment.mentees, assignment.value) == (most, solved(score, most))
