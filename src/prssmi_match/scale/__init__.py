"""National sizes: mentees to mentors from columns, without an object a pair, exact and proved.

What needs the rules, aims and explanations of a document is :func:`prssmi_match.match`; this is for the one question
that is left where millions of pairs are scored already, or can be scored by one aim of a document.
"""

from __future__ import annotations

from prssmi_match.scale.assigning import assign
from prssmi_match.scale.assignment import Assignment
from prssmi_match.scale.candidate_pairs import Candidates, candidates

__all__ = ["Assignment", "Candidates", "assign", "candidates"]
