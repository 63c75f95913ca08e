"""The engine: a problem in, the best matching under its policy out, with the proof tier by tier."""

from __future__ import annotations

from prssmi_match.solving.best import BestAnswers
from prssmi_match.solving.budget import Budget, OnProgress, OnStep
from prssmi_match.solving.same_best import SameBest
from prssmi_match.solving.solve import Outcome, TierOutcome, resume, solve
from prssmi_match.solving.spread import spread

__all__ = [
    "BestAnswers",
    "Budget",
    "OnProgress",
    "OnStep",
    "Outcome",
    "SameBest",
    "TierOutcome",
    "resume",
    "solve",
    "spread",
]
