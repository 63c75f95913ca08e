"""The oracle: tries every assignment of a small document and shares no code with the library.

It reads the plain document, as ``json.loads`` gives it, and follows the contract word by word; short and obviously
right before fast. An assignment maps mentee ids to mentor ids; one that is left out, or None, is unmatched.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from oracle.blocking import blocking_pairs as _blocking_pairs
from oracle.case import Assignment, read
from oracle.criteria import PAIR_CRITERIA, pair_points
from oracle.criteria import assumed as _assumed
from oracle.pairs import admissible_pairs, is_admissible
from oracle.rules import keeps_all_rules
from oracle.tiers import is_kept, score

__all__ = [
    "Answer",
    "TierAnswer",
    "admissible",
    "assumed",
    "best",
    "blocking_pairs",
    "evaluate",
    "feasible",
    "narrowed",
    "points",
    "possible",
]


@dataclass(frozen=True)
class TierAnswer:
    """One tier: the best value when its turn came, and the value and profile of the final answer."""

    name: str
    best: int
    value: int
    profile: tuple[int, ...] | None


@dataclass(frozen=True)
class Answer:
    """The one best assignment, and what became of each tier."""

    tiers: tuple[TierAnswer, ...]
    mentor_of: dict[str, str]


def admissible(doc, mentee, mentor):
    """Tell whether a pair is admissible."""
    return is_admissible(read(doc), mentee, mentor)


def feasible(doc, assignment):
    """Tell whether an assignment keeps every rule."""
    return keeps_all_rules(read(doc), Assignment.of(assignment))


def blocking_pairs(doc, assignment):
    """Return the blocking pairs of an assignment, sorted."""
    return _blocking_pairs(read(doc), Assignment.of(assignment))


def evaluate(doc, assignment):
    """Return the name, value and profile of every tier for any assignment of known sites."""
    case, assignment = read(doc), Assignment.of(assignment)
    scores = [(tier.get("name", "lottery"), score(case, tier, assignment)) for tier in case.tiers]
    return [(name, tier.value, tier.profile) for name, tier in scores]


def points(doc, criterion):
    """Return the points of every pair by one pair criterion."""
    return pair_points(read(doc), criterion)


def assumed(doc, mentee, mentor):
    """Return the pair criteria of the policy that rest on an unknown for a pair, in alphabetical order."""
    case = read(doc)
    inner = [tier.get("maximize") or (tier.get("leximin") or tier.get("max_min") or {}).get("maximize", [])
             for tier in case.tiers]  # fmt: skip
    criteria = [criterion for tier in inner for criterion in tier if criterion["criterion"] in PAIR_CRITERIA]
    return sorted({one["criterion"] for one in criteria if _assumed(case, one, mentee, mentor)})


def best(doc, *, without=()):
    """Return the one best assignment of a small document, or None where nothing keeps all rules.

    ``without``: assignments that are left out, each as mentors by mentee.
    """
    case = read(doc)
    bests, lists = _searched(case, without)
    if not lists[-1]:
        return None
    available = [mentee for mentee, row in case.mentees.items() if row["available"]]
    final = min(lists[-1], key=lambda one: [one.mentor_of.get(mentee, "") for mentee in available])
    return Answer(tuple(_finished(case, final, *pair) for pair in zip(case.tiers, bests, strict=True)), final.mentor_of)


def possible(doc):
    """Return all assignments that keep the rules, as mentors by mentee."""
    case = read(doc)
    return [one.mentor_of for one in _assignments(case) if keeps_all_rules(case, one)]


def narrowed(doc, *, without=()):
    """Return all assignments that keep the rules, and after each tier before the lottery those that it leaves."""
    _, lists = _searched(read(doc), without)
    return [[one.mentor_of for one in left] for left in lists[:-1]]


def _searched(case, without):
    """Return the best score of each tier, and what is left before the first tier and after each."""
    left = [one for one in _assignments(case) if one.mentor_of not in without and keeps_all_rules(case, one)]
    bests, lists = [], [left]
    for tier in case.tiers if left else ():
        scores = [score(case, tier, assignment) for assignment in left]
        bests.append(max(scores, key=lambda one: one.key))
        left = [one for one, its in zip(left, scores, strict=True) if is_kept(tier, bests[-1], its)]
        lists.append(left)
    return bests, lists


def _finished(case, final, tier, top):
    last = score(case, tier, final)
    return TierAnswer(tier.get("name", "lottery"), top.value, last.value, last.profile)


def _assignments(case):
    """Give every way to pair each mentee with nobody or with one of its admissible mentors."""
    choices = {mentee: [None] for mentee in case.mentees}
    for mentee, mentor in admissible_pairs(case):
        choices[mentee].append(mentor)
    for choice in product(*choices.values()):
        yield Assignment.of(dict(zip(choices, choice, strict=True)))
