"""A mapping file, and how it turns the exports of surveys into native tables."""

from __future__ import annotations

from prssmi_match.intake.mapping.convert import Applications, gather, tabulate
from prssmi_match.intake.mapping.model import FieldMapping, Mapping, SideMapping
from prssmi_match.intake.mapping.near_topics import near_topics
from prssmi_match.intake.mapping.reading import MAPPING, parse_mapping, read_mapping
from prssmi_match.intake.mapping.vocabulary import Vocabulary

__all__ = [
    "MAPPING",
    "Applications",
    "FieldMapping",
    "Mapping",
    "SideMapping",
    "Vocabulary",
    "gather",
    "near_topics",
    "parse_mapping",
    "read_mapping",
    "tabulate",
]
