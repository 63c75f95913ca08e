"""Which pairs are admissible."""

from __future__ import annotations

import math
from fractions import Fraction

from oracle.case import exact, fold, rank, round_half_up

__all__ = ["admissible_pairs", "is_admissible", "meters"]

RADIUS_KM = 6371.0088


def admissible_pairs(case):
    """Return every admissible pair of a case."""
    return case.remember(
        "admissible",
        lambda: {(mentee, mentor) for mentee in case.mentees for mentor in case.mentors if _may(case, mentee, mentor)},
    )


def is_admissible(case, mentee, mentor):
    """Tell whether a pair is admissible; sites that nobody knows never are."""
    return (mentee, mentor) in admissible_pairs(case)


def meters(one, other):
    """Return the great circle distance of two locations in whole meters (haversine)."""
    (lat_1, lon_1), (lat_2, lon_2) = ([math.radians(degrees) for degrees in place] for place in (one, other))
    half = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return round_half_up(Fraction(2000 * RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))))


def _may(case, mentee_id, mentor_id):
    mentee, mentor = case.mentees[mentee_id], case.mentors[mentor_id]
    return (
        mentee["available"]
        and mentor["available"]
        and mentor_id not in mentee["unacceptable"]
        and mentee_id not in mentor["unacceptable"]
        and mentee_id != mentor_id
        and not _same_organization(mentee, mentor)
        and not any((rule["mentee"], rule["mentor"]) == (mentee_id, mentor_id) for rule in case.rules_of("forbid"))
        and all(_passes_setting(setting, mentee, mentor) for setting in _settings_stated(case))
        and all(_passes(case, rule, mentee, mentor) for rule in case.rules_of("eligibility"))
    )


def _same_organization(mentee, mentor):
    one, other = fold(mentee["organization"] or ""), fold(mentor["organization"] or "")
    return one != "" and one == other


def _settings_stated(case):
    stated = [rule["setting"] for rule in case.rules_of("eligibility") if rule.get("setting") is not None]
    return stated or ["any"]


def _passes_setting(setting, mentee, mentor):
    wanted, offered = set(mentee["settings"]), set(mentor["settings"])
    if setting == "off" or not wanted or not offered:
        return True
    return bool(wanted & offered) if setting == "any" else wanted <= offered


def _passes(case, rule, mentee, mentor):
    pair = (mentee["id"], mentor["id"])
    if rule.get("no_prior_mentor") and mentor["id"] in [*mentee["prior_mentors"], *_mentors_before(case, mentee)]:
        return False
    if rule.get("listed_only") and mentee["preferences"] and rank(mentee, mentor["id"]) == math.inf:
        return False
    if rule.get("scored_only") and pair not in case.rows:
        return False
    if rule.get("max_km") is not None and mentee["location"] is not None and mentor["location"] is not None:
        distance = meters(mentee["location"], mentor["location"])
        if distance > 1000 * exact(rule["max_km"]):
            return False
    return all(_in_range(rule.get(name), mentee[name]) for name in ("team_size", "travelers"))


def _mentors_before(case, mentee):
    return [row["mentor"] for row in case.history if row["mentee"] == mentee["id"]]


def _in_range(ends, value):
    return ends is None or value is None or ends[0] <= value <= ends[1]
