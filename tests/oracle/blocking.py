"""Blocking pairs: two sites that would both rather be paired with each other."""

from __future__ import annotations

from oracle.case import rank
from oracle.pairs import admissible_pairs

__all__ = ["blocking_pairs"]


def blocking_pairs(case, assignment):
    """Return every blocking pair of an assignment."""
    all_in = _reached(case, "selection", len(assignment.mentor_of))
    all_open = _reached(case, "opening", len(assignment.mentees_of))
    return [
        (mentee, mentor)
        for mentee, mentor in sorted(admissible_pairs(case))
        if not (all_in and mentee not in assignment.mentor_of)
        and not (all_open and mentor not in assignment.mentees_of)
        and _mentee_would(case, assignment, mentee, mentor)
        and _mentor_would(case, assignment, mentee, mentor)
    ]


def _reached(case, kind, count):
    limits = [rule["max"] for rule in case.rules_of(kind) if rule.get("max") is not None]
    return any(count >= limit for limit in limits)


def _mentee_would(case, assignment, mentee, mentor):
    """Tell whether it is unmatched or strictly prefers the mentor; never where the two are paired already."""
    current = assignment.mentor_of.get(mentee)
    return current is None or _prefers(case.mentees[mentee], mentor, current)


def _mentor_would(case, assignment, mentee, mentor):
    mentees = assignment.mentees_of.get(mentor, [])
    if len(mentees) < case.capacity(mentor):
        return True
    return any(_prefers(case.mentors[mentor], mentee, current) for current in mentees)


def _prefers(site, one, other):
    return rank(site, one) < rank(site, other)
