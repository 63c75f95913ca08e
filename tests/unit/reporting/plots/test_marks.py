"""The colors, as people with color blindness see them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE
from matplotlib import colormaps
from matplotlib.colors import to_rgb

from prssmi_match.reporting.plots import certainty, marks

KINDS = ["deuteranomaly", "protanomaly", "tritanomaly"]
LOOKS = list(certainty._LOOKS.values())  # noqa: SLF001 - what the kinds look like
FRAME = (marks.ORANGE, colormaps[marks.HEAT](np.linspace(0, 1, 41))[:, :3])


def seen(color, kind):
    """A color as it is seen without one kind of cone (Machado, Oliveira and Fernandes, 2009), as sRGB from 0 to 1."""
    space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
    return np.clip(cspace_convert(to_rgb(color), space, "sRGB1"), 0, 1)


def lightness(color):
    """The lightness of a color, from 0 to 100: what is left of it in gray."""
    return cspace_convert(to_rgb(color), "sRGB1", "CIELab")[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "pair", [(marks.BLUE, marks.SKY), (marks.BLUE, marks.ORANGE), (marks.SKY, marks.ORANGE), (marks.BLUE, "white")]
)
def test_colors_are_told_apart(pair, kind):
    """Two colors that stand for two things are far apart for everybody (20 in CAM02-UCS is plainly different)."""
    assert deltaE(seen(pair[0], kind), seen(pair[1], kind), input_space="sRGB1") > 20


@pytest.mark.parametrize("kind", KINDS)
def test_points_get_darker_for_everybody(kind):
    """More points are darker all along the color map, for every kind of sight, so that it works in gray, too."""
    steps = [lightness(seen(color, kind)) for color in FRAME[1]]
    assert all(one > other for one, other in pairwise(steps))
    assert steps[0] - steps[-1] > 60


@pytest.mark.parametrize("kind", KINDS)
def test_the_frame_of_the_answer_stands_out(kind):
    """The frame differs from every color of the map, for every kind of sight."""
    frame = seen(FRAME[0], kind)
    assert min(deltaE(frame, seen(color, kind), input_space="sRGB1") for color in FRAME[1]) > 15


def test_no_meaning_is_in_color_alone():
    """Each kind of certainty has a hatch of its own."""
    assert len({look.hatch for look in LOOKS}) == len(LOOKS)
    assert len({look.color for look in LOOKS}) == len(LOOKS)


def test_the_simulation_sees_what_it_should():
    """Red and green of one lightness, which many people confuse, are found to be confusable."""
    red, green = "#c06a4e", "#8c8a2e"
    plain = deltaE(to_rgb(red), to_rgb(green), input_space="sRGB1")
    confused = deltaE(seen(red, "deuteranomaly"), seen(green, "deuteranomaly"), input_space="sRGB1")
    assert plain > 20 > confused
