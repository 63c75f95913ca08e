"""Hypothesis strategies for small problem documents: every rule kind, criterion and tier, contested but often feasible.

They draw plain dictionaries, as ``json.loads`` gives them. Fields are left out more readily than stated, so that a
failing document shrinks to the few that matter.
"""

from __future__ import annotations

from hypothesis import strategies as st

from oracle.brute_force import admissible
from property.policies import policies

__all__ = ["KINDS", "assignments", "documents", "rules", "shuffled"]

# "ten" stands on both sides: one site under two hats. Neither pool is in the order of ids.
MENTEES = ("pine", "Lake", "fjord", "ten", "élan", "bay")
MENTORS = ("oak", "Elm", "ten", "ash", "øre")
KINDS = ("eligibility", "opening", "selection", "quota", "together", "apart", "forbid", "pin", "stability")
SIZES = (0, 1, 2, 3, 4, 5, 2, 3, 4, 5, 3, 4, 5)
SETTINGS = ("diversion", "alternatives_to_incarceration", "child_welfare")
LOCALES = ("urban", "rural", "tribal")
STATES = ("MN", "OH")
PLACES = ([46.1, -92.9], [40, -83], [40.5, -83.25], [44.9778, -93.265], [-10.01, 100.5])
SCORES = (0, 87.5, 87.45, 88, 89.333, 90, 0.05, -1.25, 86, 1e-06)
TOPICS = ("peer workforce", " Peer  Workforce", "data", "courts")
ORGANIZATIONS = ("", " ", "County Sheriff", " county  SHERIFF", "City Court", "Board", "Tribe", "Clinic")
ATTRIBUTE = st.sampled_from(["yes", "no", "", " "])


def maybe(strategy):
    """Draw null now and then, else a value."""
    return st.one_of(st.none(), strategy, strategy, strategy)


def subsets(values, *, least=0, most=None):
    """Draw a list of distinct values."""
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=most) if values else st.just([])


def topics():
    """Draw topics with levels; no two that fold to the same text."""
    drawn = st.dictionaries(st.sampled_from(TOPICS), st.integers(1, 5), max_size=2)
    return drawn.filter(lambda levels: len({" ".join(topic.casefold().split()) for topic in levels}) == len(levels))


@st.composite
def preferences(draw, others):
    """Draw groups of others, best first; ties and unlisted ones included."""
    groups = [[]]
    for other in draw(st.permutations(others)) if others else []:
        place = draw(st.sampled_from(["next", "next", "tie", "unlisted"]))
        if place == "next":
            groups.append([other])
        elif place == "tie":
            groups[-1].append(other)
    return [group for group in groups if group]


def mentees(site, mentors):
    """Draw one mentee."""
    return st.fixed_dictionaries(
        {"id": st.just(site)},
        optional={
            "organization": maybe(st.sampled_from(ORGANIZATIONS)),
            "state": maybe(st.sampled_from([*STATES, " "])),
            "status": st.sampled_from(["ready"] * 5 + ["provisional"] * 3 + ["hold", "withdrawn"]),
            "settings": subsets(SETTINGS),
            "stage": maybe(st.sampled_from(["new", "early"])),
            "locale": maybe(st.sampled_from(LOCALES)),
            "team_size": maybe(st.integers(2, 6)),
            "travelers": maybe(st.integers(1, 4)),
            "workload": st.integers(0, 3),
            "review_score": maybe(st.sampled_from(SCORES)),
            "topics": topics(),
            "preferences": preferences(mentors),
            "unacceptable": subsets(mentors, most=1),
            "prior_mentors": subsets([*mentors, "gone"], most=2),
            "attributes": st.fixed_dictionaries({}, optional={"grantee": ATTRIBUTE}),
            "location": maybe(st.sampled_from(PLACES)),
        },
    )


def mentors(site, mentees):
    """Draw one mentor; mostly with little capacity."""
    drawn = st.fixed_dictionaries(
        {"id": st.just(site)},
        optional={
            "organization": maybe(st.sampled_from(ORGANIZATIONS)),
            "state": maybe(st.sampled_from([*STATES, " "])),
            "status": st.sampled_from(["active"] * 6 + ["withdrawn"]),
            "settings": subsets(SETTINGS),
            "locale": maybe(st.sampled_from(LOCALES)),
            "locales_served": subsets(LOCALES),
            "min_mentees": st.sampled_from([0, 0, 1, 2]),
            "max_mentees": maybe(st.sampled_from([1, 2, 1, 3, 2, 1, 0])),
            "max_workload": maybe(st.sampled_from([4, 3, 2, 5, 1, 0])),
            "review_score": maybe(st.sampled_from(SCORES)),
            "topics": topics(),
            "preferences": preferences(mentees),
            "unacceptable": subsets(mentees, most=1),
            "attributes": st.fixed_dictionaries({}, optional={"grantee": ATTRIBUTE}),
            "location": maybe(st.sampled_from(PLACES)),
        },
    )
    return drawn.filter(lambda row: row.get("max_mentees") is None or row.get("min_mentees", 0) <= row["max_mentees"])


@st.composite
def rules(draw, mentees, mentors, *, kinds=KINDS):
    """Draw one rule of any of these kinds that the sites allow."""
    impossible = set() if mentees else {"together", "apart"}
    impossible |= set() if mentees and mentors else {"forbid", "pin"}
    kind = draw(st.sampled_from([kind for kind in kinds if kind not in impossible]))
    fields = draw(_fields(kind, mentees, mentors))
    return {"kind": kind, **fields}


def _fields(kind, mentees, mentors):
    match kind:
        case "eligibility":
            return _eligibility()
        case "pin" | "forbid":
            return st.fixed_dictionaries({"mentee": st.sampled_from(mentees), "mentor": st.sampled_from(mentors)})
        case "together":
            return st.fixed_dictionaries({"mentees": _group(mentees)}, optional={"partial": st.booleans()})
        case "apart":
            return st.fixed_dictionaries({"mentees": _group(mentees)})
        case "opening":
            return _bounds({"must_open": subsets(mentors, most=1)}, len(mentors))
        case "selection":
            return _bounds({"must_match": subsets(mentees, most=1)}, len(mentees))
        case "quota":
            return _bounds({"where": _where(), "per": st.sampled_from(["cohort", "mentor", "mentor"])}, 2)
        case _:
            return st.just({})


def _eligibility():
    ranges = maybe(st.sampled_from([[3, 5], [2, 4], [3, 3], [1, 6]]))
    fields = {
        "setting": maybe(st.sampled_from(["off", "all", "any"])),
        **dict.fromkeys(("no_prior_mentor", "listed_only", "scored_only"), st.booleans()),
        "max_km": maybe(st.sampled_from([59.508, 997.561, 1006.171, 0])),  # three lie at, or a meter below, a distance
        "team_size": ranges,
        "travelers": ranges,
    }
    return subsets(list(fields), most=2).flatmap(lambda chosen: st.fixed_dictionaries({n: fields[n] for n in chosen}))


def _group(mentees):
    return subsets(mentees, least=min(2, len(mentees)), most=3) | subsets(mentees, least=1, most=1)


def _where():
    values = {
        "settings": SETTINGS,
        "state": STATES,
        "locale": LOCALES,
        "stage": ("new", "early"),
        "attributes.grantee": ("yes", "no"),
    }
    asked = subsets(list(values), most=2)
    return asked.flatmap(lambda chosen: st.fixed_dictionaries({name: st.sampled_from(values[name]) for name in chosen}))


def _bounds(optional, most):
    ends = st.fixed_dictionaries(
        {}, optional={"min": maybe(st.sampled_from([1, 0, 2])), "max": maybe(st.integers(0, most))}
    ).filter(lambda rule: rule.get("min") is None or rule.get("max") is None or rule["min"] <= rule["max"])
    return st.builds(lambda told, rest: {**told, **rest}, ends, st.fixed_dictionaries({}, optional=optional))


@st.composite
def documents(draw, *, stability=True, special=True, give_up=True, preset=None):
    """Draw a whole document.

    ``stability=False`` leaves out blocking pairs everywhere, ``special=False`` the special tiers and ``give_up=False``
    what tiers may give up; ``preset`` fixes the preset.
    """
    mentee_ids = MENTEES[: draw(st.sampled_from(SIZES))]
    kinds = [kind for kind in KINDS if stability or kind != "stability"]
    mentor_ids = MENTORS[: min(4, draw(st.sampled_from(SIZES)))]
    doc = {
        "preset": preset or draw(st.sampled_from(["none", "prssmi_2019"])),
        "mentees": [draw(mentees(site, mentor_ids)) for site in mentee_ids],
        "mentors": [draw(mentors(site, mentee_ids)) for site in mentor_ids],
        "pairs": draw(_pair_rows(mentee_ids, mentor_ids)),
        "previous": draw(_previous(mentee_ids, mentor_ids)),
        "history": draw(_history(mentee_ids, mentor_ids)),
        "rules": _with_ids(draw, draw(st.lists(rules(mentee_ids, mentor_ids, kinds=kinds), max_size=4))),
    }
    if draw(st.booleans()):
        doc["default_capacity"] = draw(st.sampled_from([3, 2, 1, 2, 1, 0]))
    # The preset's policy has a leximin tier and gives up; where those are switched off, a policy is stated.
    if not special or not give_up or doc["preset"] == "none" or draw(st.integers(0, 2)):
        doc["policy"] = draw(policies(special=special, stability=stability, give_up=give_up))
    return doc


@st.composite
def _pair_rows(draw, mentees, mentors):
    grid = [(mentee, mentor) for mentee in mentees for mentor in mentors]
    chosen = draw(subsets(grid, most=6))
    optional = {"score": st.sampled_from([0, 1, 12, 999, 5000]), "workload": maybe(st.integers(0, 3))}
    return [
        {"mentee": mentee, "mentor": mentor, **draw(st.fixed_dictionaries({}, optional=optional))}
        for mentee, mentor in chosen
    ]


@st.composite
def _previous(draw, mentees, mentors):
    grid = [(mentee, mentor) for mentee in (*mentees, "gone") for mentor in (*mentors, "left")]
    return [{"mentee": mentee, "mentor": mentor} for mentee, mentor in draw(subsets(grid, most=4))]


@st.composite
def _history(draw, mentees, mentors):
    rounds = [(number, mentee) for number in (2019, 2018) for mentee in (*mentees, "gone")]
    return [
        {"round": number, "mentee": mentee, **draw(_past(mentors))} for number, mentee in draw(subsets(rounds, most=4))
    ]


def _past(mentors):
    told = {
        "lessons": st.sampled_from(["=Start early", "Visit, then plan | 2 days"]),
        "answers": st.fixed_dictionaries({}, optional={"Come again?": st.sampled_from(["yes", "no"])}),
    }
    ended = {"outcome": maybe(st.sampled_from(["ended_early", "completed"])), "satisfaction": maybe(st.integers(1, 5))}
    paired = st.fixed_dictionaries({"mentor": st.sampled_from([*mentors, "left"])}, optional={**told, **ended})
    return st.fixed_dictionaries({}, optional={"mentor": st.none(), **told}) | paired | paired


def _with_ids(draw, rules):
    """Give some rules an id, some of them the id of a preset rule; never one twice."""
    free = {"selection", "opening", "eligibility", "quota", "mine"}
    for rule in rules:
        wish = draw(st.sampled_from([None, None, None, "mine", "selection", "opening", "eligibility", "quota"]))
        if wish in free:
            free.remove(wish)
            rule["id"] = wish
    return rules


@st.composite
def assignments(draw, doc, *, available_only=False):
    """Draw any assignment of a document's mentees, however bad: mostly of admissible pairs, now and then of any."""
    anybody = draw(st.integers(0, 3)) == 3
    chosen = {}
    for row in doc["mentees"]:
        if available_only and row.get("status", "ready") not in {"ready", "provisional"}:
            continue
        mentors = [one["id"] for one in doc["mentors"] if anybody or admissible(doc, row["id"], one["id"])]
        chosen[row["id"]] = draw(st.sampled_from([None, *mentors, *mentors]))
    return chosen


@st.composite
def shuffled(draw, doc):
    """Draw the same document with the rows and lists that mean sets in another order."""
    return _shuffled(doc, "", draw(st.randoms(use_true_random=False)))


# Lists whose order is their meaning: groups of preferences (not their members), tiers, points by rank, ranges, places.
ORDERED = {"preferences", "tiers", "rank_points", "team_size", "travelers", "location"}


def _shuffled(value, name, random):
    if isinstance(value, dict):
        items = [(key, _shuffled(item, key, random)) for key, item in value.items()]
        random.shuffle(items)
        return dict(items)
    if not isinstance(value, list):
        return value
    items = [_shuffled(item, "", random) for item in value]
    if name not in ORDERED:
        random.shuffle(items)
    return items
