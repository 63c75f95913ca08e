"""The only place where rules, tiers and facts become plain words."""

from __future__ import annotations

from prssmi_match.problem.wording.facts import fact_sentence
from prssmi_match.problem.wording.labels import Side, enumeration, label, label_mentee, label_mentor
from prssmi_match.problem.wording.policy import criterion_words, tier_sentence
from prssmi_match.problem.wording.rules import rule_sentence

__all__ = [
    "Side",
    "criterion_words",
    "enumeration",
    "fact_sentence",
    "label",
    "label_mentee",
    "label_mentor",
    "rule_sentence",
    "tier_sentence",
]
