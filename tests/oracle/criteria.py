"""How good an assignment is by each criterion."""

from __future__ import annotations

import json
import math
from fractions import Fraction

from oracle.blocking import blocking_pairs
from oracle.case import exact, fold, rank, round_half_up
from oracle.pairs import admissible_pairs, meters

__all__ = ["PAIR_CRITERIA", "assumed", "criterion_value", "pair_points"]

RANK_POINTS = [1000, 800, 600, 400, 200]


def criterion_value(case, criterion, assignment):
    """Return the value of one criterion, without its weight."""
    if criterion["criterion"] in PAIR_CRITERIA:
        table = pair_points(case, criterion)
        return sum(table[pair] for pair in assignment.mentor_of.items())
    return COHORT_CRITERIA[criterion["criterion"]](case, assignment)


def pair_points(case, criterion):
    """Return the points of every pair, also of those that are not admissible; an unknown has its mean or neutral."""
    return case.remember("points" + json.dumps(criterion, sort_keys=True), lambda: _pair_points(case, criterion))


def assumed(case, criterion, mentee, mentor):
    """Tell whether the points of a pair rest on an unknown."""
    return _known(case, criterion, mentee, mentor) is None


def _pair_points(case, criterion):
    known = {
        (mentee, mentor): _known(case, criterion, mentee, mentor) for mentee in case.mentees for mentor in case.mentors
    }
    admissible = [pair for pair in admissible_pairs(case) if known[pair] is not None]
    everywhere = [known[pair] for pair in admissible]
    table = {}
    for pair, points in known.items():
        here = [known[other] for other in admissible if other[0] == pair[0]]
        neutral = criterion.get("neutral")
        table[pair] = points if points is not None else _mean(here or everywhere) if neutral is None else neutral
    return table


def _mean(points):
    return round_half_up(Fraction(sum(points), len(points))) if points else 500


def _known(case, criterion, mentee, mentor):
    return PAIR_CRITERIA[criterion["criterion"]](case, criterion, case.mentees[mentee], case.mentors[mentor])


def _setting_fit(case, criterion, mentee, mentor):
    wanted, offered = set(mentee["settings"]), set(mentor["settings"])
    return round_half_up(Fraction(1000 * len(wanted & offered), len(wanted))) if wanted and offered else None


def _topic_fit(case, criterion, mentee, mentor):
    if not mentee["topics"] or not mentor["topics"]:
        return None
    expertise = {fold(topic): level for topic, level in mentor["topics"].items()}
    reached = sum(priority * expertise.get(fold(topic), 0) for topic, priority in mentee["topics"].items())
    return round_half_up(Fraction(1000 * reached, 5 * sum(mentee["topics"].values())))


def _locale_fit(case, criterion, mentee, mentor):
    served = {locale for locale in [mentor["locale"], *mentor["locales_served"]] if locale is not None}
    if mentee["locale"] is None or not served:
        return None
    return 1000 if mentee["locale"] in served else 0


def _proximity(case, criterion, mentee, mentor):
    if mentee["location"] is None or mentor["location"] is None:
        return None
    most = 1000 * exact(criterion.get("max_km", 3000))
    return max(0, round_half_up(1000 * (1 - meters(mentee["location"], mentor["location"]) / most)))


def _mentee_preference(case, criterion, mentee, mentor):
    return _rank_points(criterion, mentee, mentor["id"])


def _mentor_preference(case, criterion, mentee, mentor):
    return _rank_points(criterion, mentor, mentee["id"])


def _rank_points(criterion, site, other):
    if not site["preferences"]:
        return None
    points, group = criterion.get("rank_points", RANK_POINTS), rank(site, other)
    return 0 if group == math.inf else points[min(group, len(points) - 1)]


def _same_value(case, criterion, mentee, mentor):
    field = criterion["field"]
    attribute = field.removeprefix("attributes.")
    one, other = (
        (site[field] if field == attribute else site["attributes"].get(attribute)) for site in (mentee, mentor)
    )
    return (1000 if one == other else 0) if _is_known(one) and _is_known(other) else None


def _is_known(text):
    return text is not None and text.strip() != ""


def _pair_score(case, criterion, mentee, mentor):
    return case.rows.get((mentee["id"], mentor["id"]), {}).get("score", 0)


PAIR_CRITERIA = {
    "setting_fit": _setting_fit,
    "topic_fit": _topic_fit,
    "locale_fit": _locale_fit,
    "proximity": _proximity,
    "mentee_preference": _mentee_preference,
    "mentor_preference": _mentor_preference,
    "same_value": _same_value,
    "pair_score": _pair_score,
}


def _coverage(case, assignment):
    return len(assignment.mentor_of)


def _review_score(case, assignment):
    tenths = case.remember("mentee tenths", lambda: _tenths(case.mentees))
    return sum(tenths[mentee] for mentee in assignment.mentor_of)


def _mentor_review_score(case, assignment):
    tenths = case.remember("mentor tenths", lambda: _tenths(case.mentors))
    return sum(tenths[mentor] for mentor in assignment.mentees_of)


def _tenths(sites):
    """Return each site's review score in tenths; an unknown one is the mean of the available sites' raw scores."""
    raw = [
        exact(site["review_score"])
        for site in sites.values()
        if site["available"] and site["review_score"] is not None
    ]  # fmt: skip
    mean = sum(raw, Fraction(0)) / len(raw) if raw else Fraction(0)
    scores = {
        name: mean if site["review_score"] is None else exact(site["review_score"]) for name, site in sites.items()
    }
    return {name: round_half_up(10 * score) for name, score in scores.items()}


def _balance(case, assignment):
    shares = [
        round_half_up(Fraction(1000 * len(mentees), case.capacity(mentor)))
        for mentor, mentees in assignment.mentees_of.items()
    ]
    return min(shares) - max(shares) if shares else 0


def _few_mentors(case, assignment):
    return -len(assignment.mentees_of)


def _continuity(case, assignment):
    return sum(pair in case.previous for pair in assignment.mentor_of.items())


def _past_disappointment(case, assignment):
    return len({row["mentee"] for row in case.last_round() if _disappoints(row)} & set(assignment.mentor_of))


def _disappoints(row):
    return row["mentor"] is None or row["outcome"] == "ended_early" or (row["satisfaction"] or 5) < 3


def _mentor_rest(case, assignment):
    past = [row["mentor"] for row in case.last_round()]
    return -sum(past.count(mentor) for mentor in assignment.mentor_of.values())


def _few_blocking_pairs(case, assignment):
    return -len(blocking_pairs(case, assignment))


COHORT_CRITERIA = {
    "coverage": _coverage,
    "review_score": _review_score,
    "mentor_review_score": _mentor_review_score,
    "balance": _balance,
    "few_mentors": _few_mentors,
    "continuity": _continuity,
    "past_disappointment": _past_disappointment,
    "mentor_rest": _mentor_rest,
    "few_blocking_pairs": _few_blocking_pairs,
}
