"""The independent check of a schedule: it reads problem, calendar, matching and schedule, and nothing else."""

from __future__ import annotations

from prssmi_match.verification.schedule.check import check_schedule
from prssmi_match.verification.schedule.values import value_of_aims

__all__ = ["check_schedule", "value_of_aims"]
