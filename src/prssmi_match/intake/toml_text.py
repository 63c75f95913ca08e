"""What is wrong with a text that should be TOML."""

from __future__ import annotations

import re

from prssmi_match.errors import Finding, Spot

__all__ = ["malformed_toml"]


def malformed_toml(source: str, message: str) -> Finding:
    """Return the finding for the message of a TOML reader."""
    what, _, where = message.partition(" (at ")
    spot = re.fullmatch(r"line (\d+), column (\d+)\)", where)
    place = f"{source} line {spot[1]}, column {spot[2]}" if spot else source
    sentence = f"{source} is not valid TOML: {message}."
    return Finding(
        "malformed_toml", place, what, "TOML", sentence, spot=Spot(source, row=int(spot[1]) if spot else None)
    )
