from __future__ import annotations

from matplotlib.patches import PathPatch, Rectangle

import prssmi_match as pm
from unit.reporting.cohorts import spring
from unit.reporting.plots.drawn import texts


def test_every_pair_has_its_band():
    """Each pair is one band; that of the provisional mentee is hatched."""
    ax = pm.plots.flow(spring())
    bands = [patch for patch in ax.patches if isinstance(patch, PathPatch)]
    assert len(bands) == 3
    assert [band.get_hatch() for band in bands].count("////") == 1


def test_who_has_nobody_stands_below():
    """A mentee without a mentor and mentors that are not used are empty boxes below every band."""
    ax = pm.plots.flow(spring())
    boxes = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    lowest = max(patch.get_path().vertices[:, 1].max() for patch in ax.patches if isinstance(patch, PathPatch))
    assert len(boxes) == 2
    assert min(box.get_y() for box in boxes) > lowest


def test_it_says_who_and_how_many():
    """Every available site is named, each mentor with its load; those that are not available are not there."""
    written = texts(pm.plots.flow(spring()))
    assert {"Alder County", "Birch County", "Cedar Falls Court", "Dogwood Parish"} <= set(written)
    assert {"Elm City: 2 of 3", "Oak City: 1 of 2", "Fir Valley", "3 of 4 mentees with 2 mentors"} <= set(written)
    assert not [text for text in written if "Hazel" in text or "Yew" in text]


def test_names_are_level_with_their_bands():
    """A mentee's name stands at the left end of its own band, in the order of mentors."""
    ax = pm.plots.flow(spring())
    height = {text.get_text(): text.get_position()[1] for text in ax.texts}
    assert height["Birch County"] < height["Cedar Falls Court"] < height["Alder County"] < height["Dogwood Parish"]
    assert height["Elm City: 2 of 3"] == (height["Birch County"] + height["Cedar Falls Court"]) / 2
