"""Loads, ranks and certainty: bars whose lengths say something."""

from __future__ import annotations

import pytest

import prssmi_match as pm
from prssmi_match.problem.document import Problem
from prssmi_match.solution.certainty import Likelihood
from unit.reporting.cohorts import answer, spring
from unit.reporting.parts import certainty
from unit.reporting.plots.drawn import paint, texts


def _bars(ax, container=-1):
    return [bar.get_width() for bar in ax.containers[container]]


def _rows(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def test_loads_are_shares_of_capacity():
    """Each available mentor has its share and its numbers; an assumed capacity is starred, unused mentors come last."""
    ax = pm.plots.loads(spring())
    assert _rows(ax) == ["Elm City", "Oak City", "Fir Valley"]
    assert _bars(ax) == [pytest.approx(200 / 3), 50, 0]
    assert _bars(ax, 0) == [100, 100, 100]
    assert {"2 of 3*", "1 of 2", "0 of 2", "2 of 3 mentors are used"} <= set(texts(ax))


def test_minimums_are_marked():
    """A minimum is a diamond at its share, only where there is one."""
    ax = pm.plots.loads(spring())
    assert ax.collections[0].get_offsets().tolist() == [[50.0, 1.0]]
    assert "minimum, if used" in texts(ax)
    problem = Problem.model_validate({"mentees": [{"id": "a"}], "mentors": [{"id": "m"}]})
    assert not pm.plots.loads(answer(problem, [("a", "m")])).collections


def test_a_mentor_that_takes_nobody():
    """A capacity of 0 has no share, and words instead of numbers."""
    problem = Problem.model_validate(
        {"mentees": [{"id": "a"}], "mentors": [{"id": "m", "max_mentees": 0}, {"id": "n"}]}
    )
    ax = pm.plots.loads(answer(problem, [("a", "n")]))
    paint(ax)
    assert "takes nobody" in texts(ax)


def test_ranks_are_counted():
    """Choices in order, then what is no choice; each with its number."""
    mentees = [
        {"id": "a", "preferences": [["m"]]}, {"id": "b", "preferences": [["n"], ["m", "o"]]},
        {"id": "c", "preferences": [["n"], ["o"], ["m"]]}, {"id": "d"}, {"id": "e", "preferences": [["n"]]},
        {"id": "f"},
    ]  # fmt: skip
    mentors = [{"id": "m", "max_mentees": 5, "preferences": [["d"], ["a", "c"]]}, {"id": "n"}, {"id": "o"}]
    result = answer(Problem.model_validate({"mentees": mentees, "mentors": mentors}), [(site, "m") for site in "abcde"])
    ax = pm.plots.ranks(result)
    assert dict(zip(_rows(ax), _bars(ax), strict=True)) == {
        "choice 1": 1, "choice 2": 1, "choice 3": 1, "not listed": 1, "no preference stated": 1, "no mentor": 1,
    }  # fmt: skip
    other = pm.plots.ranks(result, side="mentors")
    assert dict(zip(_rows(other), _bars(other), strict=True)) == {
        "choice 1": 1, "choice 2": 2, "not listed": 2, "no preference stated": 0,
    }  # fmt: skip


def test_the_least_certain_come_first():
    """Every available mentee has its share; what is open is a dotted bar; the places of the uncertain are named."""
    result = spring()
    found = certainty(result)
    toss_up, sure, *others = found.mentees
    unknown = sure.model_copy(update={"kind": Likelihood.OPEN, "share": None, "others": ("oak", None)})
    ax = pm.plots.certainty(
        result, found.model_copy(update={"mentees": (*others, unknown, toss_up), "complete": False})
    )
    assert _rows(ax)[:2] == ["Alder County", "Birch County"]
    assert _bars(ax) == [50, 100, 100, 100]
    assert [bar.get_hatch() for bar in ax.containers[0]] == ["xxx", "...", "", ""]
    written = texts(ax)
    assert {"Oak City or no mentor", "Elm City, Oak City or no mentor"} <= set(written)
    assert "How certain each place is, among at least 2 best answers" in written
    assert "open: not all, how many is not known" in written


def test_what_is_not_proved_says_so():
    """Certainty that ran out of time does not look like a proof."""
    result = spring()
    found = certainty(result, proved=False, answers=1)
    assert "How certain each place is, among 1 best answer (not proved)" in texts(pm.plots.certainty(result, found))
