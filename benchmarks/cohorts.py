"""Random cohorts: invented, seeded, contested, and known only in part."""

from __future__ import annotations

import random
from typing import Any

__all__ = ["Document", "cohort", "national", "residency"]

SETTINGS = ("diversion", "alternatives_to_incarceration", "child_welfare", "other_criminal_justice")
LOCALES = ("urban", "suburban", "rural", "tribal")
TOPICS = ("peer workforce", "quick response team", "jail in-reach", "family support", "recovery coaching", "data")
STATES = ("MN", "OH", "PA", "NM", "WA", "KS")

Document = dict[str, Any]


def cohort(mentees: int, mentors: int, *, seed: int = 2019, rules: list[Document] | None = None) -> Document:
    """Return a document under the preset; about one field in six is unknown.

    Parameters
    ----------
    rules : list of dict, optional
        Beside the preset's, or in their place.
    """
    rng = random.Random(seed)
    applicants = [f"e{number:03}" for number in range(mentees)]
    hosts = [f"o{number:02}" for number in range(mentors)]
    return {
        "name": f"Invented cohort of {mentees} x {mentors}",
        "mentees": [_mentee(rng, site, hosts) for site in applicants],
        "mentors": [_mentor(rng, site, applicants) for site in hosts],
        "rules": rules or [],
    }


def national(mentees: int, mentors: int, *, seed: int = 2019) -> Document:
    """Return a cohort with a place for every mentee, of which columns can say everything, with one aim: the fit.

    No rule asks for lists or rows: about seven of ten pairs are admissible.
    """
    document = cohort(mentees, mentors, seed=seed)
    for site in document["mentors"]:
        site.update(max_mentees=mentees // mentors, min_mentees=0, max_workload=None)
    weights = {"setting_fit": 4, "topic_fit": 3, "mentee_preference": 2, "mentor_preference": 1, "locale_fit": 1}
    fit = [{"criterion": name, "weight": weight} for name, weight in weights.items()]
    return {
        **document,
        "preset": "none",
        "rules": [{"kind": "eligibility", "setting": "any", "no_prior_mentor": True}],
        "policy": {"tiers": [{"name": "fit", "maximize": fit}]},
    }


def _mentee(rng: random.Random, site: str, hosts: list[str]) -> Document:
    listed = rng.sample(hosts, min(len(hosts), rng.randint(2, 5)))
    row = {
        "id": site,
        "organization": f"Organization {rng.randrange(400)}",
        "state": rng.choice(STATES),
        "settings": rng.sample(SETTINGS[:3], rng.choice([1, 1, 2])),
        "stage": rng.choice(["new", "early"]),
        "locale": rng.choice(LOCALES),
        "team_size": rng.randint(2, 6),
        "travelers": rng.randint(2, 4),
        "review_score": rng.randint(700, 990) / 10,
        "topics": {topic: rng.randint(1, 5) for topic in rng.sample(TOPICS, 3)},
        "preferences": _groups(rng, listed),
        "unacceptable": _few(rng, [host for host in hosts if host not in listed]),
        "prior_mentors": _few(rng, hosts),
        "location": [rng.uniform(30, 48), rng.uniform(-122, -72)],
    }
    return {**_partly(rng, row), "workload": rng.choice([1, 1, 1, 2])}


def _mentor(rng: random.Random, site: str, applicants: list[str]) -> Document:
    listed = rng.sample(applicants, min(len(applicants), rng.randint(3, 8)))
    most = rng.randint(2, 4)
    row = {
        "id": site,
        "organization": f"Organization {rng.randrange(400)}",
        "state": rng.choice(STATES),
        "settings": rng.sample(SETTINGS, 2),
        "locale": rng.choice(LOCALES),
        "locales_served": rng.sample(LOCALES, 1),
        "max_mentees": most,
        "max_workload": most + 1,
        "review_score": rng.randint(800, 990) / 10,
        "topics": {topic: rng.randint(2, 5) for topic in rng.sample(TOPICS, 4)},
        "preferences": _groups(rng, listed),
        "unacceptable": _few(rng, [applicant for applicant in applicants if applicant not in listed]),
        "location": [rng.uniform(30, 48), rng.uniform(-122, -72)],
    }
    return {**_partly(rng, row), "min_mentees": rng.choice([0, 0, 1, 2])}


def _partly(rng: random.Random, row: Document) -> Document:
    return {field: value for field, value in row.items() if field == "id" or rng.random() > 1 / 6}


def _few(rng: random.Random, sites: list[str]) -> list[str]:
    return [rng.choice(sites)] if sites and rng.random() < 1 / 3 else []


def _groups(rng: random.Random, sites: list[str]) -> list[list[str]]:
    """Cut a list into groups: about one site in four is tied with the one before."""
    groups: list[list[str]] = []
    for site in sites:
        if groups and rng.random() < 1 / 4:
            groups[-1].append(site)
        else:
            groups.append([site])
    return groups


def residency(mentees: int, mentors: int, *, grades: int = 30, common: bool = False, seed: int = 2019) -> Document:
    """Return a hospitals/residents instance with ties: strict lists of 5-6 mentors, grades on the other side.

    There is a seat for every mentee, spread evenly, but some mentors are listed five times as often as others. A
    matching must be stable; most mentees first.

    Parameters
    ----------
    grades : int
        How many there are; mentees with the same grade are tied. The fewer, the more ties, and the harder.
    common : bool
        Whether a mentee has one grade with all mentors, as where applications are scored centrally.
    """
    rng = random.Random(seed)
    hosts = [f"o{number:02}" for number in range(mentors)]
    popularity = [1 + 4 * number / max(1, mentors - 1) for number in range(mentors)]
    lists = {f"e{number:03}": _draw(rng, hosts, popularity, rng.choice([5, 6])) for number in range(mentees)}
    each, more = divmod(mentees, mentors)
    central = {site: rng.randrange(grades) for site in lists}
    return {
        "name": f"Invented residency of {mentees} x {mentors}",
        "preset": "none",
        "mentees": [{"id": site, "preferences": [[host] for host in listed]} for site, listed in lists.items()],
        "mentors": [
            {
                "id": host,
                "max_mentees": each + (number < more),
                "preferences": _by_grade(
                    {site: central[site] if common else rng.randrange(grades) for site in lists if host in lists[site]}
                ),
            }
            for number, host in enumerate(hosts)
        ],
        "rules": [{"kind": "eligibility", "setting": "off", "listed_only": True}, {"kind": "stability"}],
        "policy": {"tiers": [{"name": "coverage", "maximize": [{"criterion": "coverage"}]}]},
    }


def _draw(rng: random.Random, hosts: list[str], popularity: list[float], length: int) -> list[str]:
    """Draw different mentors, the popular ones more often and earlier (Efraimidis and Spirakis)."""
    keys = {host: rng.random() ** (1 / weight) for host, weight in zip(hosts, popularity, strict=True)}
    return sorted(hosts, key=keys.__getitem__, reverse=True)[:length]


def _by_grade(grades: dict[str, int]) -> list[list[str]]:
    return [[site for site, own in grades.items() if own == grade] for grade in sorted(set(grades.values()))]
