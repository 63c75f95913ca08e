from __future__ import annotations

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.reporting.plots.names import drawable, named_step, shortened


@given(st.text(), st.integers(5, 60))
def test_a_label_is_one_short_line(text, longest):
    """Whatever a name holds, its label has no line ends and is not too long; a short one stays as it is."""
    label = shortened(text, longest)
    assert len(label) <= longest
    assert not set(label) & set("\n\r\x1b\u202e\u2067")
    assert shortened(label, longest) == label


def test_both_ends_of_a_long_name_are_kept():
    """What tells similar names apart is often at their end."""
    assert shortened("Department of Recovery Services, District 9", 20) == "Department… District 9"[:10] + "…istrict 9"


@pytest.mark.parametrize(("count", "room", "step"), [(0, 3, 1), (24, 3, 1), (25, 3, 2), (200, 10, 3), (5, 0, 5)])
def test_as_many_names_as_there_is_room(count, room, step):
    """One name needs an eighth of an inch."""
    assert named_step(count, room) == step


def test_a_second_font_is_asked_too(monkeypatch):
    """A character that only a later font of the settings has is kept."""
    assert drawable("\u2fff") == "□"
    monkeypatch.setitem(mpl.rcParams, "font.family", ["STIXGeneral", "DejaVu Sans"])
    assert drawable("A □ \u0531") == "A □ \u0531"
    monkeypatch.setitem(mpl.rcParams, "font.family", ["cmr10"])
    assert drawable("A\u0531") == "A?"
