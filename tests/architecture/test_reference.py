from __future__ import annotations

import re
from pathlib import Path

import prssmi_match as pm

REFERENCE = Path(__file__).parents[2] / "docs/reference/python.rst"


def test_every_public_name_is_in_the_reference():
    """Whatever the facade offers is in the documentation, by itself or with its module."""
    documented = set(re.findall(r"auto\w+:: prssmi_match\.([\w.]+)", REFERENCE.read_text(encoding="utf-8")))
    homes = {f"{home}.{name}" if home != name else name: name for name, home in pm._HOME.items()}  # noqa: SLF001
    missing = [
        name for home, name in homes.items() if home not in documented and home.rpartition(".")[0] not in documented
    ]
    assert missing == []


def test_every_plot_is_in_the_reference():
    """Plots are listed one by one, as their functions have homes of their own."""
    text = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in pm.plots.__all__ if f"prssmi_match.plots.{name}\n" not in text] == []
