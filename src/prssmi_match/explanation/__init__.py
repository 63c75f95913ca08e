"""Questions put to an answer, or to the lack of one."""

from __future__ import annotations

from prssmi_match.explanation.alternatives import find_alternatives
from prssmi_match.explanation.answer import answered
from prssmi_match.explanation.cautions import find_cautions
from prssmi_match.explanation.certainty import find_certainty
from prssmi_match.explanation.conflict import find_conflict
from prssmi_match.explanation.diagnosis import find_diagnosis
from prssmi_match.explanation.explain import find_explanation
from prssmi_match.explanation.seats import find_seats_given_up

__all__ = [
    "answered",
    "find_alternatives",
    "find_cautions",
    "find_certainty",
    "find_conflict",
    "find_diagnosis",
    "find_explanation",
    "find_seats_given_up",
]
