"""Colors, and the hatches that say the same without them.

The colors are told apart by people with any of the three kinds of color blindness, also in gray; a test simulates that.
No meaning rests on color alone.
"""

from __future__ import annotations

from typing import Final

__all__ = ["BLUE", "FAINT", "GRAY", "HEAT", "INK", "ORANGE", "SKY"]

INK: Final = "#1a1a1a"
BLUE: Final = "#1f4e79"
SKY: Final = "#8ab8de"
ORANGE: Final = "#d9741a"
GRAY: Final = "#8c8c8c"
FAINT: Final = "#ececec"

HEAT: Final = "Blues"
"""The color map of points: from light to dark, one lightness a value for everybody."""
