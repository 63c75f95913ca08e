"""The linear relaxation of a model: bounds that are exact in whole numbers, and what they leave open.

All that it knows are arrays: any model that tells its linear rows can be asked.
"""

from __future__ import annotations

from prssmi_match.solving.relaxation.bound import Bound
from prssmi_match.solving.relaxation.program import Program
from prssmi_match.solving.relaxation.relaxation import Relaxation
from prssmi_match.solving.relaxation.rows import LinearRow, LinearRows

__all__ = ["Bound", "LinearRow", "LinearRows", "Program", "Relaxation"]
