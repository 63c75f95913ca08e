"""Questions put to an answer, or to the lack of one."""

from __future__ import annotations

from prssmi_match.explanation.answer import give_answer
from prssmi_match.explanation.cautions import find_cautions
from prssmi_match.explanation.conflict import find_conflict

__all__ = ["find_cautions", "find_conflict", "give_answer"]
