from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from random import Random

import numpy as np
import pandas as pd
import pytest

import prssmi_match as pm
from prssmi_match.scale import parts
from prssmi_match.scale.market import read_market


@pytest.fixture
def small_parts(monkeypatch):
    """Cut wherever three pairs are together."""
    monkeypatch.setattr(parts, "PAIRS", 3)


def region(number, rng):
    """Return pairs among the sites of one region, whose ids are scattered among those of others."""
    mentees, mentors = rng.sample(range(8), rng.randint(1, 6)), rng.sample(range(4), rng.randint(1, 3))
    grid = [(mentee * 10 + number, mentor * 10 + number) for mentee in mentees for mentor in mentors]
    chosen = rng.sample(grid, rng.randint(1, len(grid)))
    return [(mentee, mentor, rng.randint(0, 9)) for mentee, mentor in chosen]


def regions(seed):
    """Return the tables of several regions, with rows in any order, and a mentor that has no pairs."""
    rng = Random(seed)
    rows = [row for number in range(6) for row in region(number, rng)]
    rng.shuffle(rows)
    pairs = pd.DataFrame(rows, columns=["mentee", "mentor", "score"])
    capacity = pd.Series({mentor: rng.randint(0, 3) for mentor in [*sorted(set(pairs["mentor"])), 99]})
    return pairs, capacity


def connected(pairs):
    """Return the sites that pairs connect, set by set, by merging one pair after the other."""
    found = []
    for row in pairs.itertuples(index=False):
        own = {("mentee", row.mentee), ("mentor", row.mentor)}
        touching = [one for one in found if one & own]
        found = [one for one in found if not one & own] + [own.union(*touching)]
    return found


@pytest.mark.parametrize("seed", range(20))
def test_no_pair_connects_two_parts(seed, small_parts):
    """Each pair is in one part, with all that it is connected with; each mentor is in one, and numbers go along."""
    pairs, capacity = regions(seed)
    market = read_market(pairs, capacity, None, None)
    found = parts.parts_of(market)
    assert len(found) > 1
    assert sorted(np.concatenate([part.pairs for part in found])) == list(range(len(market.row)))
    assert sorted(site for part in found for site in part.market.mentors) == sorted(capacity.index)
    tables = [pairs.iloc[market.row[part.pairs]] for part in found]
    for group in connected(pairs):
        assert sum(bool({("mentee", site) for site in table["mentee"]} & group) for table in tables) == 1
    for part, table in zip(found, tables, strict=True):
        own = part.market
        assert list(own.mentors[own.mentor]) == list(table["mentor"])
        assert list(own.score) == list(table["score"])
        assert own.mentees == own.seats == table["mentee"].nunique()
        assert list(own.capacity) == list(market.capacity[market.mentors.get_indexer(own.mentors)])


@pytest.mark.parametrize("seed", range(20))
def test_parts_add_up_to_the_whole(seed, monkeypatch):
    """Cut or not, as many mentees are matched with the same total and the same bound."""
    pairs, capacity = regions(seed)
    whole = pm.scale.assign(pairs, capacity)
    monkeypatch.setattr(parts, "PAIRS", 3)
    cut = pm.scale.assign(pairs, capacity)
    assert (cut.mentees, cut.value, cut.bound) == (whole.mentees, whole.value, whole.value)


def test_an_executor_gives_the_same_answer(small_parts):
    """On processes and on threads the rows are those that come out here."""
    pairs, capacity = regions(7)
    here = pm.scale.assign(pairs, capacity)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes, ThreadPoolExecutor(2) as threads:
        for executor in (processes, threads):
            there = pm.scale.assign(pairs, capacity, executor=executor)
            pd.testing.assert_frame_equal(there.pairs, here.pairs)
            assert (there.value, there.bound) == (here.value, here.bound)


def test_one_part_that_cannot_be_is_told(small_parts):
    """A minimum that one region cannot meet makes the whole infeasible, with the reason; on an executor, too."""
    pairs, capacity = regions(7)
    with ThreadPoolExecutor(2) as threads:
        for executor in (None, threads):
            found = pm.scale.assign(pairs, {**capacity, 99: 2}, minimum={99: 2}, executor=executor)
            assert found.status == "infeasible"
            assert found.conflict == "99 must get 2 mentees, and only 0 have a pair with any of them."


def test_seats_bind_all_parts_together(small_parts):
    """With fewer seats than mentees there is one part; with as many, seats bind nothing."""
    pairs, capacity = regions(7)
    mentees = pairs["mentee"].nunique()
    assert len(parts.parts_of(read_market(pairs, capacity, None, mentees - 1))) == 1
    assert len(parts.parts_of(read_market(pairs, capacity, None, mentees))) > 1


def test_an_interrupt_on_an_executor_is_raised(small_parts, monkeypatch):
    """Ctrl-C while others work leaves no assignment, so it goes on to the caller."""
    monkeypatch.setattr("prssmi_match.scale.solving.spread", lambda task, texts, *_, **__: [None for _ in texts])
    pairs, capacity = regions(7)
    with ThreadPoolExecutor(1) as threads, pytest.raises(KeyboardInterrupt):
        pm.scale.assign(pairs, capacity, executor=threads)
