"""Hypothesis strategies for contested markets, and the documents that say the same."""

from __future__ import annotations

import math
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import prssmi_match as pm
from property.matching_algorithms import Market, assignments, sets_of

__all__ = [
    "STABILITY",
    "document",
    "examples",
    "keeps",
    "market_rules",
    "match",
    "matched",
    "maximums",
    "pins",
    "small_markets",
    "strict_markets",
    "tied_markets",
]

MENTEES = ("bay", "cove", "dale", "fjord", "glen", "heath", "isle", "lake")
MENTORS = ("ash", "elm", "fir", "oak")
DEFAULT_CAPACITY = 2
STABILITY = {"kind": "stability"}


def examples(number):
    """Return hypothesis settings with a number of examples."""
    return settings(max_examples=number, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def strict_markets(draw, *, mentees=(3, 8), mentors=(2, 4)):
    """Draw a market of strict lists, often incomplete; only pairs where each lists the other are acceptable."""
    mentee_ids, mentor_ids, random = _sites(draw, mentees, mentors)
    complete = random.random() < 0.6
    lists = {one: _strict(random, mentor_ids, complete=complete) for one in mentee_ids}
    others = {one: _strict(random, mentee_ids, complete=complete) for one in mentor_ids}
    if random.random() < 0.8:
        others = {one: _opposed(one, ranked, lists) for one, ranked in others.items()}
    pairs = ((one, other) for one in mentee_ids for other in mentor_ids)
    acceptable = frozenset((one, other) for one, other in pairs if [other] in lists[one] and [one] in others[other])
    return Market(lists, others, _capacities(random, mentee_ids, mentor_ids), acceptable)


@st.composite
def tied_markets(draw, *, mentees=(2, 5), mentors=(2, 3)):
    """Draw a market of lists with ties, some empty; who is unlisted comes last, and some pairs are unacceptable."""
    mentee_ids, mentor_ids, random = _sites(draw, mentees, mentors)
    lists = {one: _tied(random, mentor_ids) for one in mentee_ids}
    others = {one: _tied(random, mentee_ids) for one in mentor_ids}
    refused = random.choice([0, 0.2, 0.5])
    pairs = ((one, other) for one in mentee_ids for other in mentor_ids)
    acceptable = frozenset(pair for pair in pairs if random.random() >= refused)
    return Market(lists, others, _capacities(random, mentee_ids, mentor_ids), acceptable)


def small_markets():
    """Draw a market of either kind that has few enough matchings to try them all."""
    return strict_markets(mentees=(3, 5), mentors=(2, 3)) | tied_markets()


def _sites(draw, mentees, mentors):
    """Draw how many sites there are, and a generator for their lists.

    Lists come from a seed, evenly: hypothesis prefers lists in the same order everywhere, where nobody contends.
    """
    counts = [draw(st.sampled_from([*range(high, low - 1, -1)])) for low, high in (mentees, mentors)]
    return MENTEES[: counts[0]], MENTORS[: counts[1]], Random(draw(st.integers(0, 2**40)))


def _capacities(random, mentees, mentors):
    """Draw capacities; in most markets they add up to the number of mentees, where most is left to choose."""
    if random.random() < 0.4:
        return {mentor: random.choice([1, 1, 2, 3, 0]) for mentor in mentors}
    places = [*mentors, *random.choices(mentors, k=max(0, len(mentees) - len(mentors)))]
    return {mentor: places.count(mentor) for mentor in mentors}


def _strict(random, others, *, complete):
    ranked = random.sample(others, len(others))
    left_out = 0 if complete else random.choice([0, 0, 1, 2, len(others)])
    return [[one] for one in ranked[left_out:]]


def _opposed(mentor, ranked, lists):
    """Turn a mentor's list against those of the mentees, who likes it least first: then many matchings are stable."""
    return sorted(ranked, key=lambda group: [mentor] in lists[group[0]] and -lists[group[0]].index([mentor]))


def _tied(random, others):
    groups = []
    for other in random.sample(others, len(others)):
        place = random.choice(["next", "next", "tie", "unlisted"])
        if place == "tie" and groups:
            groups[-1].append(other)
        elif place != "unlisted":
            groups.append([other])
    return groups


def document(market, *, rules=(), tiers=(), pairs=(), listed_only=False, withdrawn=()):
    """Return the document of a market.

    With ``listed_only``, that rule stands for the mentees' vetoes of mentors that they do not list; ``withdrawn``
    mentees stay on the lists of mentors.
    """
    vetoes = _vetoes(market, listed_only=listed_only)
    return {
        "preset": "none",
        "default_capacity": DEFAULT_CAPACITY,
        "mentees": [
            {"id": one, "state": _state(one), "status": "withdrawn" if one in withdrawn else "ready",
             "preferences": groups, "unacceptable": [other for by, other in vetoes if by == one]}
            for one, groups in market.mentees.items()
        ],
        "mentors": [
            {"id": one, "max_mentees": _stated(market.capacity[one]), "preferences": groups,
             "unacceptable": [other for by, other in vetoes if by == one]}
            for one, groups in market.mentors.items()
        ],
        "pairs": list(pairs),
        "rules": [*rules, *([{"kind": "eligibility", "listed_only": True}] if listed_only else [])],
        "policy": {"tiers": list(tiers)},
    }  # fmt: skip


def _state(mentee):
    """Give every other mentee the same state, for quotas to name."""
    return "MN" if MENTEES.index(mentee) % 2 else "OH"


def _stated(capacity):
    return None if capacity == DEFAULT_CAPACITY else capacity


def _vetoes(market, *, listed_only):
    """Return who refuses whom, so that just the acceptable pairs are left; either side does its share."""
    found = []
    for mentee, lists in market.mentees.items():
        for mentor in market.mentors:
            refused = (mentee, mentor) not in market.acceptable
            said = listed_only and lists and market.rank(mentee, mentor) == len(lists)
            if refused and not said:
                unlisted = market.rank(mentor, mentee) == len(market.mentors[mentor])
                found.append((mentor, mentee) if unlisted else (mentee, mentor))
    return found


def match(doc):
    """Return the library's answer."""
    return pm.match(pm.Problem.model_validate(doc))


def matched(result):
    """Return who is matched with whom."""
    return {pair.mentee: pair.mentor for pair in result.matching.pairs}


def market_rules(market):
    """Draw one or two rules that a market's stable matchings may or may not keep."""
    mentees, mentors = sorted(market.mentees), sorted(market.mentors)
    state = {"kind": st.just("quota"), "where": st.sampled_from([{"state": "MN"}, {"state": "OH"}, {}])}
    kinds = [
        {"kind": st.just("pin"), "mentee": st.sampled_from(mentees), "mentor": st.sampled_from(mentors)},
        {"kind": st.just("selection"), "must_match": _some(mentees, 1, 2)},
        {"kind": st.just("selection"), "min": st.integers(2, len(mentees))},
        {"kind": st.just("selection"), "max": st.integers(0, len(mentees))},
        {"kind": st.just("opening"), "min": st.integers(2, len(mentors))},
        {"kind": st.just("opening"), "max": st.integers(0, len(mentors))},
        {"kind": st.just("opening"), "must_open": _some(mentors, 1, 1)},
        {**state, "min": st.integers(1, 3)},
        {**state, "max": st.integers(0, 2), "per": st.sampled_from(["cohort", "mentor"])},
        {"kind": st.just("apart"), "mentees": _some(mentees, 2, 3)},
        {"kind": st.just("together"), "mentees": _some(mentees, 2, 3), "partial": st.booleans()},
    ]
    return st.lists(st.one_of(*(st.fixed_dictionaries(kind) for kind in kinds)), min_size=1, max_size=2)


def pins(market):
    """Draw pins of one or two pairs of some matching: kept together, but seldom stable."""
    sets = st.sampled_from([sorted(one.items()) for one in assignments(market) if one] or [[]])
    chosen = sets.flatmap(lambda pairs: _some(pairs, 1, 2))
    return chosen.map(lambda pairs: [{"kind": "pin", "mentee": one, "mentor": other} for one, other in pairs])


def _some(values, least, most):
    """Draw some of the values."""
    return st.builds(lambda ranked, count: ranked[:count], st.permutations(values), st.integers(least, most))


def maximums(rules):
    """Return the strictest maximum of matched mentees and of used mentors; infinite where none is stated."""
    stated = {kind: [rule.get("max", math.inf) for rule in rules if rule["kind"] == kind]
              for kind in ("selection", "opening")}  # fmt: skip
    return min(stated["selection"], default=math.inf), min(stated["opening"], default=math.inf)


def keeps(rule, mentor_of):
    """Tell whether a matching keeps a drawn rule."""
    sets = sets_of(mentor_of)
    match rule["kind"]:
        case "pin":
            return mentor_of.get(rule["mentee"]) == rule["mentor"]
        case "selection":
            return _within(rule, len(mentor_of)) and set(rule.get("must_match", ())) <= set(mentor_of)
        case "opening":
            return _within(rule, len(sets)) and set(rule.get("must_open", ())) <= set(sets)
        case "quota":
            wanted = {one for one in mentor_of if rule["where"].get("state") in {None, _state(one)}}
            groups = sets.values() if rule.get("per") == "mentor" else [mentor_of.keys()]
            return all(_within(rule, len(wanted & group)) for group in groups)
    mentors = [mentor_of.get(one) for one in rule["mentees"]]
    present = [one for one in mentors if one is not None]
    if rule["kind"] == "apart":
        return len(present) == len(set(present))
    return len(set(present if rule["partial"] else mentors)) <= 1


def _within(rule, count):
    return rule.get("min", 0) <= count <= rule.get("max", math.inf)
