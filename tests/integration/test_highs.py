"""Medium cohorts against another solver: HiGHS finds the same best in every weighted tier."""

from __future__ import annotations

import random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

import prssmi_match as pm
from oracle.brute_force import admissible, points

FIT = [
    {"criterion": "setting_fit", "weight": 3},
    {"criterion": "topic_fit", "weight": 2},
    {"criterion": "mentee_preference", "weight": 2},
    {"criterion": "pair_score"},
]
TIERS = [
    {"name": "coverage", "maximize": [{"criterion": "coverage"}]},
    {"name": "review", "maximize": [{"criterion": "review_score"}], "give_up": {"points": 15}},
    {"name": "fit", "maximize": FIT},
]
SETTINGS = ["diversion", "child_welfare", "alternatives_to_incarceration"]


def cohort(mentees, mentors, seed):
    """Return a contested document of this size: mentors are fewer than mentees ask for, and every rule can bind."""
    rng = random.Random(seed)
    sites, hosts = [f"e{number:02}" for number in range(mentees)], [f"o{number}" for number in range(mentors)]
    topics = ["peers", "data", "courts", "housing"]
    apart, together, partial = (rng.sample(sites, 3), rng.sample(sites, 2), rng.sample(sites, 2))
    return {
        "preset": "none",
        "mentees": [
            {
                "id": site,
                "settings": rng.sample(SETTINGS, rng.randint(1, 2)),
                "locale": rng.choice(["urban", "rural"]),
                "workload": rng.randint(1, 3),
                "review_score": rng.randint(500, 1000) / 10,
                "topics": {topic: rng.randint(1, 5) for topic in rng.sample(topics, 2)},
                "preferences": [[host] for host in rng.sample(hosts, 2)] if rng.random() < 0.8 else [],
            }
            for site in sites
        ],
        "mentors": [
            {
                "id": host,
                "settings": rng.sample(SETTINGS, 2),
                "min_mentees": rng.randint(0, 2),
                "max_mentees": rng.randint(2, 4),
                "max_workload": rng.choice([None, 6, 7]),
                "topics": {topic: rng.randint(1, 5) for topic in rng.sample(topics, 3)},
            }
            for host in hosts
        ],
        "pairs": [
            {"mentee": site, "mentor": host, "score": rng.randint(0, 400), "workload": rng.choice([None, 1, 4])}
            for site in sites
            for host in hosts
            if rng.random() < 0.3
        ],
        "rules": [
            {"kind": "opening", "max": mentors - 1},
            {"kind": "selection", "max": 2 * mentees // 3},
            {"kind": "quota", "where": {"settings": "child_welfare"}, "min": 2, "max": mentees // 3},
            {"kind": "quota", "where": {"locale": "rural"}, "max": 2, "per": "mentor"},
            {"kind": "apart", "mentees": apart},
            {"kind": "together", "mentees": together},
            {"kind": "together", "mentees": partial, "partial": True},
        ],
        "policy": {"tiers": TIERS},
    }


class Program:
    """The same document as a mixed-integer program: a variable a pair, then a variable a mentor that is 1 if used."""

    def __init__(self, doc):
        self.doc = doc
        self.mentees = {row["id"]: row for row in doc["mentees"]}
        self.mentors = [row["id"] for row in doc["mentors"]]
        self.pairs = [(site, host) for site in self.mentees for host in self.mentors if admissible(doc, site, host)]
        self.size = len(self.pairs) + len(self.mentors)
        self.rows, self.low, self.high = [], [], []
        self._sites()
        self._mentors()
        self._rules()

    def add(self, row, low=-np.inf, high=np.inf):
        """Add one linear constraint."""
        self.rows.append(row)
        self.low.append(low)
        self.high.append(high)

    def row(self, weight, used=()):
        """Return coefficients: ``weight(mentee, mentor)`` of each pair, and of mentors as stated."""
        row = np.zeros(self.size)
        row[: len(self.pairs)] = [weight(*pair) for pair in self.pairs]
        for mentor, value in dict(used).items():
            row[len(self.pairs) + self.mentors.index(mentor)] = value
        return row

    def _sites(self):
        for mentee in self.mentees:
            self.add(self.row(lambda site, _, mentee=mentee: site == mentee), high=1)

    def _mentors(self):
        load = {(row["mentee"], row["mentor"]): row["workload"] for row in self.doc["pairs"] if row["workload"]}
        for mentor in self.doc["mentors"]:
            name = mentor["id"]
            self.add(self.row(lambda _, host, name=name: host == name, {name: -mentor["max_mentees"]}), high=0)
            self.add(self.row(lambda _, host, name=name: host == name, {name: -max(1, mentor["min_mentees"])}), low=0)
            if mentor["max_workload"] is not None:
                work = self.row(
                    lambda site, host, name=name: (
                        (host == name) * load.get((site, host), self.mentees[site]["workload"])
                    )
                )
                self.add(work, high=mentor["max_workload"])

    def _rules(self):
        opening, selection, child, rural, apart, together, partial = self.doc["rules"]
        self.add(self.row(lambda *_: 0, dict.fromkeys(self.mentors, 1)), high=opening["max"])
        self.add(self.row(lambda *_: 1), high=selection["max"])
        welfare = self.row(lambda site, _: "child_welfare" in self.mentees[site]["settings"])
        self.add(welfare, low=child["min"], high=child["max"])
        for name in self.mentors:
            at = {site: self.row(lambda other, host, pair=(site, name): (other, host) == pair) for site in self.mentees}
            self.add(sum(at[site] for site in at if self.mentees[site]["locale"] == "rural"), high=rural["max"])
            self.add(sum(at[site] for site in apart["mentees"]), high=1)
            one, other = together["mentees"]
            self.add(at[one] - at[other], low=0, high=0)
            one, other = partial["mentees"]
            elsewhere = self.row(lambda site, host, other=other, name=name: site == other and host != name)
            self.add(at[one] + elsewhere, high=1)

    def best(self, objective):
        """Return the greatest value of an objective, None where nothing is feasible; leaves the program as it is."""
        found = milp(
            -objective,
            constraints=LinearConstraint(csr_array(np.array(self.rows)), self.low, self.high),
            integrality=np.ones(self.size),
            bounds=Bounds(0, 1),
            options={"mip_rel_gap": 0},
        )
        assert found.status in {0, 2}, found.message
        return round(-found.fun) if found.status == 0 else None


def fit_points(doc):
    """Return the weighted points of every pair in the last tier."""
    tables = [(criterion.get("weight", 1), points(doc, criterion)) for criterion in FIT]
    return lambda *pair: sum(weight * table[pair] for weight, table in tables)


def bests_of_highs(doc):
    """Return the best of each tier, each held for the next, by HiGHS."""
    program = Program(doc)
    fit = fit_points(doc)
    objectives = [
        (program.row(lambda *_: 1), 0),
        (program.row(lambda site, _: round(10 * program.mentees[site]["review_score"])), 15),
        (program.row(fit), 0),
    ]
    bests = []
    for objective, give_up in objectives:
        value = program.best(objective)
        if value is None:
            return None
        program.add(objective, low=value - give_up - 0.5)
        bests.append(value)
    return bests


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("mentees", "mentors"), [(12, 5), (20, 6), (30, 8)])
def test_highs_finds_the_same_best_in_every_tier(mentees, mentors, seed):
    """Coverage, review and fit under capacity, workload, opening, selection, quotas, together and apart."""
    doc = cohort(mentees, mentors, seed)
    result = pm.match(pm.Problem.model_validate(doc))
    expected = bests_of_highs(doc)
    assert result.status == ("infeasible" if expected is None else "optimal")
    assert [tier.best for tier in result.tiers[:3]] == (expected or [])
