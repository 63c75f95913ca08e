"""``mentor-match``: the highest total of a grid, one to one. Run in the environment of ``mentor_match.txt``.

A mentor is there once for each of its places. A possible pair is worth so much that most pairs come first.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import process_data

if TYPE_CHECKING:
    from matching.match import Match

MOST = 1_000_000


class Points:
    """The points of a pair, as a rule."""

    def __init__(self, points: dict[tuple[str, str], int]) -> None:
        self._points = points

    def apply(self, match: Match) -> int:
        """Return the points of a pair, and refuse one that is not listed."""
        points = self._points.get((match.mentee.email, match.mentor.role))
        match.disallowed = points is None
        return 0 if points is None else points + MOST


if __name__ == "__main__":
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    points = {(mentee, mentor): score for mentee, mentor, score in data["pairs"]}
    begin = time.perf_counter()
    mentees = [Mentee(grade=0, email=site) for site in data["mentees"]]
    mentors = [
        Mentor(grade=0, email=f"{site} {place}", role=site)
        for site, most in data["capacity"].items()
        for place in range(most)
    ]
    process_data(mentors, mentees, [[Points(points)]])
    seconds = time.perf_counter() - begin
    chosen = [(site.email, site.mentors[0].role) for site in mentees if site.mentors]
    values = {"matched": len(chosen), "total": sum(points[pair] for pair in chosen)}
    print(json.dumps({"status": "proved", "seconds": seconds, "values": values, "bounds": values}))
