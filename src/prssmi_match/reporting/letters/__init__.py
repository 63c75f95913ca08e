"""Letters to the sites, each made from a view that holds its reader and its match, and nothing else."""

from __future__ import annotations

from prssmi_match.reporting.letters.letter import Letter, Letters
from prssmi_match.reporting.letters.writing import write_letters

__all__ = ["Letter", "Letters", "write_letters"]
