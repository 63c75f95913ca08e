from __future__ import annotations

import numpy as np
import pytest
from matplotlib.patches import Rectangle

import prssmi_match as pm
from prssmi_match.problem.document import Problem
from prssmi_match.reporting.plots.order import mentees_in_order, mentors_in_order
from prssmi_match.verification.admissibility import Admissibility
from prssmi_match.verification.sites import Sites
from unit.reporting.cohorts import answer, spring
from unit.reporting.plots.drawn import crowd, texts


def _values(ax):
    return ax.images[0].get_array()


@pytest.mark.parametrize("result", [spring(), crowd(24, 9)], ids=["spring", "crowd"])
def test_every_cell_is_what_the_verifier_says(result):
    """The points of each pair are those of the independent verifier, and only those that it refuses are left out."""
    may = Admissibility(Sites(result.problem)).is_admissible
    values = _values(pm.plots.fit(result))
    mentees, mentors = mentees_in_order(result), mentors_in_order(result)
    assert values.shape == (len(mentees), len(mentors))
    for y, mentee in enumerate(mentees):
        for x, mentor in enumerate(mentors):
            cell = values[y, x]
            assert np.ma.is_masked(cell) is not may(mentee, mentor)
            if not np.ma.is_masked(cell):
                pair = pm.evaluate(result.problem, pm.Matching(pairs=[(mentee, mentor)])).pairs[0]
                assert cell == pair.total("fit")


def test_the_answer_is_framed():
    """One frame a pair, around its cell."""
    result = spring()
    ax = pm.plots.fit(result)
    mentees, mentors = mentees_in_order(result), mentors_in_order(result)
    frames = [patch for patch in ax.patches if isinstance(patch, Rectangle) and not patch.get_fill()]
    found = {(mentees[round(box.get_y() + 0.46)], mentors[round(box.get_x() + 0.46)]) for box in frames}
    assert found == {pair.key for pair in result.matching.pairs}
    assert len(frames) == 3


def test_a_refused_pair_is_not_a_pair_without_points():
    """A possible pair with 0 points is a cell with a number; a refused one is the hatched ground."""
    problem = Problem.model_validate({
        "mentees": [{"id": "a", "unacceptable": ["n"]}], "mentors": [{"id": "m"}, {"id": "n"}], "preset": "none",
        "policy": {"tiers": [{"name": "score", "maximize": [{"criterion": "pair_score"}]}]},
    })  # fmt: skip
    ax = pm.plots.fit(answer(problem, [("a", "m")]))
    assert _values(ax).tolist() == [[0.0, None]]
    assert "0" in [text.get_text() for text in ax.texts]
    assert [patch.get_hatch() for patch in ax.patches if patch.get_hatch()] == ["////"]


def test_what_rests_on_something_unknown_is_marked():
    """There is a triangle in each cell whose points rest on an unknown, and the key explains it."""
    result = crowd(24, 9)
    ax = pm.plots.fit(result)
    mentees, mentors = mentees_in_order(result), mentors_in_order(result)
    marks = max((marks.get_offsets() for marks in ax.collections), key=len)
    marked = {(mentees[round(y + 0.3)], mentors[round(x - 0.36)]) for x, y in marks}
    values = _values(ax)
    expected = {
        (mentee, mentor)
        for y, mentee in enumerate(mentees)
        for x, mentor in enumerate(mentors)
        if not np.ma.is_masked(values[y, x])
        and any(
            row.assumed and row.tier == "fit"
            for row in pm.evaluate(result.problem, pm.Matching(pairs=[(mentee, mentor)])).pairs[0].points
        )
    }
    assert marked == expected
    assert len(expected) > 0
    assert "rests on something unknown" in texts(ax)


def test_another_aim_can_be_drawn():
    """An aim is chosen by its name; one that gives pairs no points is refused with those that do."""
    assert "Points in “fairness”" in texts(pm.plots.fit(spring(), tier="fairness"))
    with pytest.raises(ValueError, match=r"'coverage' is no aim .*: fit, fairness"):
        pm.plots.fit(spring(), tier="coverage")


def test_without_points_it_says_who_may_be_paired():
    """A policy that gives pairs no points has a grid of the possible and the refused."""
    policy = {"tiers": [{"name": "coverage", "maximize": [{"criterion": "coverage"}]}]}
    problem = Problem.model_validate({"mentees": [{"id": "a"}], "mentors": [{"id": "m"}], "policy": policy})
    ax = pm.plots.fit(answer(problem, [("a", "m")]))
    assert "Who may be paired (no aim gives points to pairs)" in texts(ax)
    assert "points" not in texts(ax)
