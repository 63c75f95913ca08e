"""What was reported of the sites since the match: attendance and submissions as a table, with all findings."""

from __future__ import annotations

from prssmi_match.intake.progress.reading import PROGRESS, Progress, progress_from_frame, read_progress

__all__ = ["PROGRESS", "Progress", "progress_from_frame", "read_progress"]
