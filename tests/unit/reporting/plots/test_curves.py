"""Curves: every point is one that was solved for."""

from __future__ import annotations

import pytest

import prssmi_match as pm
from unit.reporting.cohorts import spring
from unit.reporting.parts import curve
from unit.reporting.plots.drawn import change_steps, paint, texts


def _points(ax):
    return [tuple(point) for marks in ax.collections for point in marks.get_offsets().tolist()]


def test_a_step_of_giving_up_is_a_point():
    """Each step is at what may be given up and what the next aim reaches; only a gain is written."""
    found = curve(spring())
    ax = pm.plots.give_up_curve(found)
    paint(ax)
    assert _points(ax) == [(row.given_up, row.next_best) for row in found.rows]
    assert [text.get_text() for text in ax.texts] == ["", "+10", ""]
    assert ax.get_ylabel() == f"best of “{found.next_tier}”"
    assert found.tier in ax.get_xlabel()


def test_between_points_the_lower_one_holds():
    """The line is a step that claims nothing of what was not solved."""
    line = pm.plots.give_up_curve(curve(spring())).lines[0]
    assert line.get_drawstyle() == "steps-post"


def test_unproved_points_look_different():
    """A point that was only found in time is an empty square, and the key says so."""
    found = curve(spring())
    rows = (*found.rows[:2], found.rows[2].model_copy(update={"proved": False}))
    ax = pm.plots.give_up_curve(found.model_copy(update={"rows": rows, "complete": False}))
    assert {"proved", "best found in time", "What giving up would bring (stopped early)"} <= set(texts(ax))
    assert ax.collections[1].get_offsets().tolist() == [[rows[2].given_up, rows[2].next_best]]
    assert ax.collections[1].get_facecolor().tolist() == [[1, 1, 1, 1]]


def test_changes_that_have_no_answer_are_shaded():
    """The first aim that varies is drawn, over the numbers of changes that have an answer; the others are hatched."""
    ax = pm.plots.change_curve(change_steps((0, None, True), (1, 70, True), (2, 90, True), (3, 85, True)))
    paint(ax)
    assert _points(ax) == [(1, 70), (2, 90), (3, 85)]
    assert [text.get_text() for text in ax.texts] == ["", "+20", "-5"]
    assert ax.get_ylabel() == "“fit”"
    assert "no answer with so few changes" in texts(ax)
    assert [(patch.get_x(), patch.get_width()) for patch in ax.patches] == [(-0.5, 1.0)]


def test_no_shade_where_everything_is_possible():
    """Where no pair has to change, nothing is shaded."""
    assert not pm.plots.change_curve(change_steps((0, 70, True), (1, 90, True))).patches


def test_an_aim_is_chosen_by_name():
    """Any aim can be drawn, also one that stays the same; an unknown one is refused with those there are."""
    steps = change_steps((0, 70, True), (1, 90, True))
    assert _points(pm.plots.change_curve(steps, tier="coverage")) == [(0, 3), (1, 3)]
    with pytest.raises(ValueError, match="'fir' is no aim of this curve; those are: coverage, fit"):
        pm.plots.change_curve(steps, tier="fir")
