"""Plots of answers with matplotlib (extra ``plots``).

Each function draws on the ``ax`` that it is given, or on new axes, and returns them. New axes belong to a figure that
pyplot does not know, so nothing has to be closed; a notebook shows them where they are the last value of a cell, and
``.figure.savefig("picture.png")`` writes them to a file. Names of sites are shown as text whatever they hold;
characters that the font does not have become boxes (``matplotlib.rcParams["font.family"]`` takes a list of fonts).
"""

from __future__ import annotations

from prssmi_match.reporting.plots.certainty import certainty
from prssmi_match.reporting.plots.change_curve import change_curve
from prssmi_match.reporting.plots.fit import fit
from prssmi_match.reporting.plots.flow import flow
from prssmi_match.reporting.plots.give_up_curve import give_up_curve
from prssmi_match.reporting.plots.loads import loads
from prssmi_match.reporting.plots.ranks import ranks
from prssmi_match.reporting.plots.timeline import timeline

__all__ = ["certainty", "change_curve", "fit", "flow", "give_up_curve", "loads", "ranks", "timeline"]
