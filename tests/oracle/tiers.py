"""What each tier makes of an assignment, and which assignments it leaves to the next."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

from oracle.case import exact, rank
from oracle.criteria import criterion_value, pair_points

__all__ = ["Score", "is_kept", "lot", "score"]


@dataclass(frozen=True)
class Score:
    """The reported value and profile, and the key that wins when it is lexicographically greatest."""

    key: tuple[int, ...]
    value: int
    profile: tuple[int, ...] | None = None


def score(case, tier, assignment):
    """Return what a tier makes of an assignment."""
    kind = next(kind for kind in SCORES if kind in tier)
    return SCORES[kind](case, tier[kind], assignment)


def is_kept(tier, best, other):
    """Tell whether an assignment's score is good enough for the next tier: as good as the best, up to ``give_up``."""
    if "maximize" not in tier:
        return other.key == best.key
    give_up = tier.get("give_up") or {}
    points = give_up.get("points") or 0
    if give_up.get("percent") is not None:
        points = math.floor(abs(best.value) * exact(give_up["percent"]) / 100)
    return other.value >= best.value - points


def lot(seed, one, other):
    """Return the first 30 bits of the SHA-256 of the text ``seed|one|other``."""
    digest = hashlib.sha256(f"{seed}|{one}|{other}".encode()).hexdigest()
    return int(digest, 16) >> (256 - 30)


def _maximize(case, criteria, assignment):
    value = sum(criterion.get("weight", 1) * criterion_value(case, criterion, assignment) for criterion in criteria)
    return Score((value,), value)


def _points(case, criteria, pair):
    return sum(criterion.get("weight", 1) * pair_points(case, criterion)[pair] for criterion in criteria)


def _leximin(case, settings, assignment):
    levels = {
        pair[0]: _points(case, settings["maximize"], pair) // settings.get("step", 1)
        for pair in assignment.mentor_of.items()
    }
    available = [mentee for mentee, row in case.mentees.items() if row["available"]]
    profile = tuple(sorted(levels.get(mentee, -1) for mentee in available))
    return Score(profile, min(levels.values(), default=0), profile)


def _max_min(case, settings, assignment):
    value = min((_points(case, settings["maximize"], pair) for pair in assignment.mentor_of.items()), default=0)
    return Score((value,), value)


def _rank_counts(case, assignment):
    """Count the matched mentees that list somebody by the group of their mentor, unlisted last."""
    longest = max((len(mentee["preferences"]) for mentee in case.mentees.values() if mentee["available"]), default=0)
    counts = [0] * (longest + 1)
    for mentee, mentor in assignment.mentor_of.items():
        if case.mentees[mentee]["preferences"]:
            counts[min(rank(case.mentees[mentee], mentor), longest)] += 1
    return tuple(counts)


def _rank_maximal(case, settings, assignment):
    counts = _rank_counts(case, assignment)
    return Score(counts, counts[0], counts)


def _generous(case, settings, assignment):
    counts = _rank_counts(case, assignment)
    return Score(tuple(-count for count in reversed(counts[1:])), -counts[-1], counts)


def _lottery(case, settings, assignment):
    seed = settings.get("seed", 0)
    chosen = sum(lot(seed, mentee, "") for mentee in assignment.mentor_of)
    pairs = sum(lot(seed, *pair) for pair in assignment.mentor_of.items())
    return Score((chosen, pairs), pairs)


SCORES = {
    "maximize": _maximize,
    "leximin": _leximin,
    "max_min": _max_min,
    "rank_maximal": _rank_maximal,
    "generous": _generous,
    "lottery": _lottery,
}
