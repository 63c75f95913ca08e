"""What holds for every plot."""

from __future__ import annotations

import sys

import matplotlib as mpl
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import prssmi_match as pm
from prssmi_match.problem.document import Problem
from prssmi_match.solution.status import Status
from unit.reporting.cohorts import answer, hostile_result, no_answer, spring
from unit.reporting.parts import certainty, curve
from unit.reporting.plots.drawn import change_steps, crowd, every_plot, overlapping, paint, texts

NAMES = tuple(every_plot(spring()))


@pytest.mark.parametrize("name", NAMES)
def test_it_draws_where_it_is_told(name):
    """A plot is drawn on the axes of the caller, beside whatever else is on the figure, and they are returned."""
    left, right = Figure(figsize=(12, 4), layout="constrained").subplots(1, 2)
    drawn = every_plot(spring(), ax=right)[name]()
    paint(drawn)
    assert drawn is right
    assert not left.has_data()
    assert (left.get_title(loc="left"), left.get_xlabel(), len(left.texts)) == ("", "", 0)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_global_changes(name):
    """Without axes there is a new figure that pyplot does not know, and no setting is touched."""
    import matplotlib.pyplot as plt

    before = dict(mpl.rcParams)
    ax = every_plot(spring())[name]()
    paint(ax)
    assert isinstance(ax, Axes)
    assert ax.get_title(loc="left")
    assert (plt.get_fignums(), dict(mpl.rcParams)) == ([], before)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_are_text(name):
    """Markup, mathematics, line ends, directions and endless names are drawn as short lines, without a warning."""
    ax = every_plot(hostile_result())[name]()
    paint(ax)
    written = texts(ax)
    assert max(map(len, written)) <= 120
    assert not [text for text in written if "\u202e" in text or "\u2067" in text]
    assert [text for text in written if "\n" in text] == []


@pytest.mark.parametrize("name", ["flow", "fit", "loads", "certainty"])
def test_names_are_not_mathematics(name):
    """A name between dollar signs keeps them; one that is broken mathematics does no harm."""
    site = {"id": "a", "name": r"$\frac{$ & $x^2$"}
    problem = Problem.model_validate({"mentees": [site], "mentors": [{**site, "id": "m"}]})
    ax = every_plot(answer(problem, [("a", "m")]))[name]()
    paint(ax)
    assert any(r"$\frac{$ & $x^2$" in text for text in texts(ax))


def test_characters_without_a_glyph_are_boxes():
    """What the font does not have is a box, and no warning."""
    site = {"id": "a", "name": "漢字 Ωmega \U0001f600"}
    problem = Problem.model_validate({"mentees": [site], "mentors": [{**site, "id": "m"}]})
    ax = pm.plots.flow(answer(problem, [("a", "m")]))
    paint(ax)
    assert "□□ Ωmega □: 1 of 3" in {text.replace("\U0001f600", "□") for text in texts(ax)}


@pytest.mark.parametrize("name", ["flow", "fit", "loads", "ranks", "certainty"])
@pytest.mark.parametrize("size", [(24, 9), (200, 60)])
def test_no_name_covers_another(name, size):
    """In a usual cohort and in a very large one, every name that is written can be read."""
    ax = every_plot(crowd(*size))[name]()
    assert overlapping(ax) == []


@pytest.mark.parametrize("name", ["flow", "fit", "certainty"])
def test_names_that_are_left_out_are_told(name):
    """Where not every site is named, the picture says so."""
    ax = every_plot(crowd(200, 60))[name]()
    assert [text for text in texts(ax) if "named" in text]
    assert not [text for text in texts(every_plot(crowd(24, 9))[name]()) if "named" in text]


@pytest.mark.parametrize("status", [Status.INFEASIBLE, Status.UNKNOWN])
@pytest.mark.parametrize("draw", [pm.plots.flow, pm.plots.fit, pm.plots.ranks, pm.plots.loads])
def test_without_an_answer_there_is_nothing_to_draw(draw, status):
    """A result without a matching says so in a sentence, and no picture pretends otherwise."""
    with pytest.raises(pm.NoMatchingError, match=f"There is no matching: the status is {status}"):
        draw(no_answer(status))


def test_parts_without_an_answer_have_nothing_to_draw():
    """The same holds for what is worked out besides."""
    found = certainty(spring())
    with pytest.raises(pm.NoMatchingError, match="There is no matching"):
        pm.plots.certainty(no_answer(), found)
    with pytest.raises(pm.NoMatchingError, match="Nothing of this curve was worked out"):
        pm.plots.give_up_curve(curve(spring(), rows=()))
    with pytest.raises(pm.NoMatchingError, match=r"There is no answer to draw: The curve\."):
        pm.plots.change_curve(change_steps((0, None, True)))
    with pytest.raises(pm.NoMatchingError, match="without measures"):
        pm.plots.ranks(spring(fairness=None))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_answer_can_be_drawn(name):
    """Nobody matched, and no mentor there to be matched with, is a picture, too."""
    problem = Problem.model_validate({"mentees": [{"id": "a"}], "mentors": [{"id": "m", "status": "withdrawn"}]})
    result = answer(problem, [])
    if name == "certainty":
        paint(pm.plots.certainty(result, certainty(spring(), mentees=())))
    else:
        paint(every_plot(result)[name]())


def test_a_notebook_shows_new_axes():
    """As the last value of a cell, new axes show their figure as a picture."""
    assert pm.plots.flow(spring())._repr_png_().startswith(b"\x89PNG")


def test_without_matplotlib_it_says_what_to_install(monkeypatch):
    """A plot without matplotlib is a sentence with the command, not an import error."""
    monkeypatch.setitem(sys.modules, "prssmi_match.reporting.plots.shown", None)
    with pytest.raises(pm.MissingExtraError, match=r"pip install 'prssmi-match\[plots\]'"):
        pm.plots.flow(spring())


def test_hostile_names_stay_apart():
    """Different sites have different labels, whatever is left out of their names."""
    long = "x" * 250
    problem = Problem.model_validate({
        "mentees": [{"id": "a", "name": f"{long}A{long}"}, {"id": "b", "name": f"{long}B{long}"}],
        "mentors": [{"id": "m"}],
    })  # fmt: skip
    written = texts(pm.plots.flow(answer(problem, [("a", "m"), ("b", "m")])))
    assert [text for text in written if text.endswith("(a)")]
    assert [text for text in written if text.endswith("(b)")]
