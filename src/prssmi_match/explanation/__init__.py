"""Questions put to an answer, or to the lack of one."""

from __future__ import annotations

from prssmi_match.explanation.answer import give_answer
from prssmi_match.explanation.cautions import find_cautions
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.seats import find_seats_given_up

__all__ = ["find_cautions", "find_conflict", "find_seats_given_up", "give_answer"]
