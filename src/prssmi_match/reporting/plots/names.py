"""Names of sites as labels: one line, not too long, told apart, and never more than text."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from prssmi_match.problem.wording import label
from prssmi_match.reporting.characters import in_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.wording.labels import Side

__all__ = ["INCHES_A_LINE", "LITERAL", "drawable", "label_rows", "labels", "labels_by_id", "named_step", "shortened"]

LITERAL: dict[str, Any] = {"parse_math": False, "usetex": False}
"""Settings of every text that holds data: a dollar sign is a dollar sign."""

LONGEST = 36
"""Characters of a label; of a longer name the middle is left out."""

INCHES_A_LINE = 0.125
"""What a label needs at its smallest."""


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text in one line and of so many characters at most; the middle of a longer one is left out.

    >>> shortened("Department of Recovery Services, Northern District", 24)
    'Department o…rn District'
    """
    line = in_one_line(text)
    if len(line) <= longest:
        return line
    tail = (longest - 1) // 2
    return f"{line[: longest - 1 - tail]}…{line[-tail:]}"


def drawable(text: str) -> str:
    """Return a text with a box in the place of each character that no font of matplotlib's settings has.

    Matplotlib would draw such a box, too, but with a warning a character.
    """
    from matplotlib import rcParams
    from matplotlib.font_manager import FontProperties, findfont, get_font

    fonts = [get_font(findfont(FontProperties(family=[family]))) for family in rcParams["font.family"]]
    known = {char: any(font.get_char_index(ord(char)) for font in fonts) for char in {*text, "□"}}
    box = "□" if known["□"] else "?"
    return "".join(char if known[char] or char == " " else box for char in text)


def labels(problem: Problem, side: Side, sites: Iterable[str]) -> list[str]:
    """Return what sites are called in a plot; those that look the same once shortened are told apart by their ids."""
    ids = list(sites)
    names = [drawable(shortened(label(problem, side, site))) for site in ids]
    count = Counter(names)
    return [
        f"{drawable(shortened(name, LONGEST - 10))} ({drawable(shortened(site, 12))})" if count[name] > 1 else name
        for site, name in zip(ids, names, strict=True)
    ]


def labels_by_id(problem: Problem, side: Side, sites: Sequence[str]) -> dict[str, str]:
    """Return the same by id."""
    return dict(zip(sites, labels(problem, side, sites), strict=True))


def named_step(count: int, room: float) -> int:
    """Return n such that there is room, in inches, for the name of every n-th of so many rows."""
    return max(1, math.ceil(count * INCHES_A_LINE / max(room, INCHES_A_LINE)))


def label_rows(ax: Axes, axis: Literal["x", "y"], names: Sequence[str], room: float, what: str) -> None:
    """Name rows (or columns) from position 0 on; where not all fit, every n-th is named and the axis says so."""
    step = named_step(len(names), room)
    places = list(range(0, len(names), step))
    shown = [names[place] for place in places]
    size = min(9.0, max(5.0, 72 * 0.8 * room / max(len(shown), 1)))
    words = what if step == 1 else f"{what} (every {_ordinal(step)} is named)"
    if axis == "y":
        ax.set_yticks(places, shown, fontsize=size, **LITERAL)
        ax.set_ylabel(words, fontsize=9)
    else:
        ax.set_xticks(places, shown, fontsize=size, rotation=90, **LITERAL)
        ax.set_xlabel(words, fontsize=9)
    ax.tick_params(axis, length=0)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
