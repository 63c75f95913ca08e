"""Drafts of mappings: which question may fill which field, and what answers may mean, for a person to check."""

from __future__ import annotations

from prssmi_match.intake.guess.draft import Draft, draft_mapping

__all__ = ["Draft", "draft_mapping"]
