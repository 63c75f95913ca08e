"""The document as the oracle reads it: defaults filled in, the preset merged, everything else left as written."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

__all__ = ["Assignment", "Case", "exact", "fold", "rank", "read", "round_half_up"]

MENTEE = {
    "organization": None,
    "state": None,
    "status": "ready",
    "settings": [],
    "stage": None,
    "locale": None,
    "team_size": None,
    "travelers": None,
    "workload": 1,
    "review_score": None,
    "topics": {},
    "preferences": [],
    "unacceptable": [],
    "prior_mentors": [],
    "attributes": {},
    "location": None,
}
MENTOR = {
    "organization": None,
    "state": None,
    "status": "active",
    "settings": [],
    "locale": None,
    "locales_served": [],
    "min_mentees": 0,
    "max_mentees": None,
    "max_workload": None,
    "review_score": None,
    "topics": {},
    "preferences": [],
    "unacceptable": [],
    "attributes": {},
    "location": None,
}
FIT = [
    {"criterion": "setting_fit", "weight": 4},
    {"criterion": "topic_fit", "weight": 3},
    {"criterion": "mentee_preference", "weight": 2},
    {"criterion": "mentor_preference", "weight": 1},
    {"criterion": "locale_fit", "weight": 1},
]
RULES = {
    "prssmi_2019": [
        {"id": "eligibility", "kind": "eligibility", "setting": "any", "no_prior_mentor": True},
        {"id": "selection", "kind": "selection", "max": 15},
        {"id": "opening", "kind": "opening", "max": 6},
    ],
    "none": [],
}
TIERS = {
    "prssmi_2019": [
        {"name": "coverage", "maximize": [{"criterion": "coverage"}]},
        {"name": "review", "maximize": [{"criterion": "review_score"}], "give_up": {"points": 20}},
        {"name": "fit", "maximize": FIT, "give_up": {"percent": 2}},
        {"name": "fairness", "leximin": {"maximize": FIT, "step": 500}},
        {"name": "balance", "maximize": [{"criterion": "balance"}]},
        {"name": "fit_again", "maximize": FIT},
        {"name": "lottery", "lottery": {"seed": 2019}},
    ],
    "none": [],
}


@dataclass(frozen=True)
class Assignment:
    """Who is matched with whom, from both sides; only matched sites appear."""

    mentor_of: dict[str, str]
    mentees_of: dict[str, list[str]]

    @classmethod
    def of(cls, mentor_of):
        """Read a mapping of mentee to mentor; None is unmatched."""
        matched = {mentee: mentor for mentee, mentor in mentor_of.items() if mentor is not None}
        mentees_of = {}
        for mentee, mentor in matched.items():
            mentees_of.setdefault(mentor, []).append(mentee)
        return cls(matched, mentees_of)


@dataclass(frozen=True)
class Case:
    """A document that is complete: sites by id, rules and tiers in force, and memory for what was computed once."""

    mentees: dict[str, dict]
    mentors: dict[str, dict]
    rows: dict[tuple[str, str], dict]
    previous: set[tuple[str, str]]
    history: list[dict]
    rules: list[dict]
    tiers: list[dict]
    memory: dict = field(default_factory=dict)

    def capacity(self, mentor):
        """Return the most mentees of a mentor."""
        return self.mentors[mentor]["capacity"]

    def rules_of(self, kind):
        """Return the rules of a kind that are in force."""
        return [rule for rule in self.rules if rule["kind"] == kind]

    def last_round(self):
        """Return the rows of the greatest round of the history."""
        return [row for row in self.history if all(other["round"] <= row["round"] for other in self.history)]

    def remember(self, key, compute):
        """Return what was computed under this key, computing it the first time."""
        if key not in self.memory:
            self.memory[key] = compute()
        return self.memory[key]


def read(doc):
    """Return the complete case of a document as ``json.loads`` gives it."""
    default = doc.get("default_capacity", 3)
    mentees = {row["id"]: {**MENTEE, **row} for row in doc.get("mentees", [])}
    mentors = {row["id"]: {**MENTOR, **row} for row in doc.get("mentors", [])}
    for mentee in mentees.values():
        mentee["available"] = mentee["status"] in {"ready", "provisional"}
    for mentor in mentors.values():
        mentor["available"] = mentor["status"] == "active"
        mentor["capacity"] = default if mentor["max_mentees"] is None else mentor["max_mentees"]
    return Case(
        mentees=dict(sorted(mentees.items())),
        mentors=dict(sorted(mentors.items())),
        rows={(row["mentee"], row["mentor"]): row for row in doc.get("pairs", [])},
        previous={(row["mentee"], row["mentor"]) for row in doc.get("previous", [])},
        history=[{"mentor": None, "outcome": None, "satisfaction": None, **row} for row in doc.get("history", [])],
        rules=_rules(doc),
        tiers=_tiers(doc),
    )


def _rules(doc):
    """Extend the preset's rules by the document's; one with the id of a preset rule replaces it."""
    own = [dict(rule) for rule in doc.get("rules", [])]
    taken = {rule["id"] for rule in own if rule.get("id") is not None}
    for rule in own:
        if rule.get("id") is None:
            names = [rule["kind"], *(f"{rule['kind']}-{count}" for count in range(2, len(own) + 2))]
            rule["id"] = next(name for name in names if name not in taken)
            taken.add(rule["id"])
    given = RULES[doc.get("preset", "prssmi_2019")]
    return own + [rule for rule in given if rule["id"] not in taken]


def _tiers(doc):
    """Take the document's tiers, else the preset's, and end them with a lottery."""
    policy = doc.get("policy")
    tiers = list(TIERS[doc.get("preset", "prssmi_2019")] if policy is None else policy.get("tiers", []))
    ends = bool(tiers) and "lottery" in tiers[-1]
    return tiers if ends else [*tiers, {"name": "lottery", "lottery": {"seed": 0}}]


def exact(number):
    """Return a number as it was written."""
    return Fraction(Decimal(str(number)))


def round_half_up(number):
    """Return the nearest whole number, halves toward plus infinity."""
    return math.floor(number + Fraction(1, 2))


def fold(text):
    """Return text as topics and organizations are compared."""
    return " ".join(text.casefold().split())


def rank(site, other):
    """Return the group, from 0, in which a site lists another; infinite where it does not."""
    return next((group for group, ids in enumerate(site["preferences"]) if other in ids), math.inf)
