"""Whether an assignment keeps every rule and every fact that always binds."""

from __future__ import annotations

from itertools import combinations

from oracle.blocking import blocking_pairs
from oracle.pairs import is_admissible

__all__ = ["keeps_all_rules"]


def keeps_all_rules(case, assignment):
    """Tell whether every pair is admissible, every mentor's limits hold, and every rule does."""
    return (
        all(is_admissible(case, mentee, mentor) for mentee, mentor in assignment.mentor_of.items())
        and all(_keeps_limits(case, mentor, mentees) for mentor, mentees in assignment.mentees_of.items())
        and all(CHECKS[rule["kind"]](case, rule, assignment) for rule in case.rules)
    )


def _keeps_limits(case, mentor, mentees):
    limits = case.mentors[mentor]
    work = sum(_workload(case, mentee, mentor) for mentee in mentees)
    return (
        limits["min_mentees"] <= len(mentees) <= limits["capacity"]
        and (limits["max_workload"] is None or work <= limits["max_workload"])
    )  # fmt: skip


def _workload(case, mentee, mentor):
    stated = case.rows.get((mentee, mentor), {}).get("workload")
    return case.mentees[mentee]["workload"] if stated is None else stated


def _within(rule, count):
    low, high = rule.get("min"), rule.get("max")
    return (low is None or count >= low) and (high is None or count <= high)


def _eligibility(case, rule, assignment):
    return True  # part of being admissible


def _forbid(case, rule, assignment):
    return assignment.mentor_of.get(rule["mentee"]) != rule["mentor"]


def _pin(case, rule, assignment):
    return assignment.mentor_of.get(rule["mentee"]) == rule["mentor"]


def _together(case, rule, assignment):
    mentors = [assignment.mentor_of.get(mentee) for mentee in rule["mentees"]]
    if rule.get("partial"):
        mentors = [mentor for mentor in mentors if mentor is not None]
    return len(set(mentors)) <= 1


def _apart(case, rule, assignment):
    mentors = [assignment.mentor_of.get(mentee) for mentee in rule["mentees"]]
    return not any(one is not None and one == other for one, other in combinations(mentors, 2))


def _opening(case, rule, assignment):
    used = assignment.mentees_of
    return _within(rule, len(used)) and all(mentor in used for mentor in rule.get("must_open", []))


def _selection(case, rule, assignment):
    matched = assignment.mentor_of
    return _within(rule, len(matched)) and all(mentee in matched for mentee in rule.get("must_match", []))


def _quota(case, rule, assignment):
    where = rule.get("where", {})
    if rule.get("per", "cohort") == "cohort":
        return _within(rule, sum(_meets(case.mentees[mentee], where) for mentee in assignment.mentor_of))
    return all(
        _within(rule, sum(_meets(case.mentees[mentee], where) for mentee in mentees))
        for mentees in assignment.mentees_of.values()
    )


def _meets(mentee, where):
    return all(_has(mentee, field, value) for field, value in where.items())


def _has(mentee, field, value):
    if field == "settings":
        return value in mentee["settings"]
    if field.startswith("attributes."):
        return mentee["attributes"].get(field.removeprefix("attributes.")) == value
    return mentee[field] == value


def _stability(case, rule, assignment):
    return not blocking_pairs(case, assignment)


CHECKS = {
    "eligibility": _eligibility,
    "forbid": _forbid,
    "pin": _pin,
    "together": _together,
    "apart": _apart,
    "opening": _opening,
    "selection": _selection,
    "quota": _quota,
    "stability": _stability,
}
