"""Large cohorts with rules: opening, seats, a minimum for each setting, four tiers; as a document and as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["RANK_POINTS", "Large", "draw", "opening", "seats_of"]

SETTINGS = ("diversion", "alternatives_to_incarceration", "child_welfare")
SHARES = (0.6, 0.3, 0.1)
RANK_POINTS = [1000 - 50 * rank for rank in range(20)]


@dataclass(frozen=True)
class Large:
    """Numbers only. Sites are positions, pairs are sorted by mentee, then by mentor.

    Attributes
    ----------
    mentee, mentor : array of int
        The sites of each pair.
    review : array of int
        Of each mentee, in tenths.
    fit, rank : array of int
        Points of each pair: 0-100, and those of its place in the mentee's list.
    setting : array of int
        Of each mentee.
    capacity : array of int
        Of each mentor.
    opened, seats : int
        The most mentors and mentees.
    minimum : tuple of int
        The fewest matched mentees of each setting.
    """

    mentee: np.ndarray
    mentor: np.ndarray
    review: np.ndarray
    fit: np.ndarray
    rank: np.ndarray
    setting: np.ndarray
    capacity: np.ndarray
    opened: int
    seats: int
    minimum: tuple[int, ...]


def draw(mentees: int, mentors: int, candidates: int = 20, seed: int = 2019) -> Large:
    """Return a random cohort in which seats, openings and capacities are all scarce."""
    rng = np.random.default_rng(seed)
    drawn = np.argsort(rng.random((mentees, mentors)), axis=1)[:, :candidates]
    points = np.tile(np.array(RANK_POINTS)[np.minimum(np.arange(candidates), len(RANK_POINTS) - 1)], (mentees, 1))
    order = np.argsort(drawn, axis=1)
    seats = seats_of(mentees)
    return Large(
        mentee=np.repeat(np.arange(mentees), candidates),
        mentor=np.take_along_axis(drawn, order, axis=1).ravel(),
        review=rng.integers(700, 991, mentees),
        fit=rng.integers(0, 101, mentees * candidates),
        rank=np.take_along_axis(points, order, axis=1).ravel(),
        setting=rng.choice(len(SETTINGS), mentees, p=SHARES),
        capacity=rng.integers(2, 8, mentors) * mentees // (5 * mentors) + 1,
        opened=mentors * 7 // 10,
        seats=seats,
        minimum=(0, seats // 4, seats // 8),
    )


def seats_of(mentees: int) -> int:
    """Return how many of so many mentees can be matched."""
    return mentees * 6 // 10


def opening(mentees: int, mentors: int, candidates: int = 20, seed: int = 2019) -> dict[str, Any]:
    """Return the same cohort as a document: pairs are scored and listed, and no others are possible."""
    large = draw(mentees, mentors, candidates, seed)
    applicants, hosts = [f"e{site:05}" for site in range(mentees)], [f"o{site:04}" for site in range(mentors)]
    by_rank = np.argsort(-large.rank.reshape(mentees, candidates), axis=1, kind="stable")
    listed = np.take_along_axis(large.mentor.reshape(mentees, candidates), by_rank, axis=1).tolist()
    return {
        "name": f"Invented cohort of {mentees} x {mentors} with {candidates} candidates each",
        "preset": "none",
        "mentees": [
            {
                "id": site,
                "settings": [SETTINGS[setting]],
                "review_score": score / 10,
                "preferences": [[hosts[host]] for host in row],
            }
            for site, setting, score, row in zip(
                applicants, large.setting.tolist(), large.review.tolist(), listed, strict=True
            )
        ],
        "mentors": [
            {"id": host, "max_mentees": most} for host, most in zip(hosts, large.capacity.tolist(), strict=True)
        ],
        "pairs": [
            {"mentee": applicants[mentee], "mentor": hosts[mentor], "score": fit}
            for mentee, mentor, fit in zip(
                large.mentee.tolist(), large.mentor.tolist(), large.fit.tolist(), strict=True
            )
        ],
        "rules": _rules(large),
        "policy": {"tiers": _tiers()},
    }


def _rules(large: Large) -> list[dict[str, Any]]:
    quotas = [
        {"kind": "quota", "where": {"settings": setting}, "min": least}
        for setting, least in zip(SETTINGS, large.minimum, strict=True)
        if least
    ]
    return [
        {"kind": "eligibility", "setting": "off", "listed_only": True},
        {"kind": "opening", "max": large.opened},
        {"kind": "selection", "max": large.seats},
        *quotas,
    ]


def _tiers() -> list[dict[str, Any]]:
    return [
        {"name": "matched", "maximize": [{"criterion": "coverage"}]},
        {"name": "review", "maximize": [{"criterion": "review_score"}]},
        {"name": "fit", "maximize": [{"criterion": "pair_score"}]},
        {"name": "rank", "maximize": [{"criterion": "mentee_preference", "rank_points": RANK_POINTS}]},
    ]
