"""Regions that share no pair: minimums and workloads in each, and no rule for all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["Regions", "regions"]

MENTEES, MENTORS, CANDIDATES = 20, 5, 4
RANK_POINTS = [1000 - 50 * rank for rank in range(CANDIDATES)]


@dataclass(frozen=True)
class Regions:
    """Numbers only. Sites are positions, pairs are sorted by mentee, then by mentor.

    Attributes
    ----------
    mentee, mentor, fit, rank : array of int
        The sites of each pair, and its points.
    workload : array of int
        Of each mentee.
    capacity, least, most : array of int
        Of each mentor: the most mentees, the fewest where it is used, and the most workload.
    """

    mentee: np.ndarray
    mentor: np.ndarray
    fit: np.ndarray
    rank: np.ndarray
    workload: np.ndarray
    capacity: np.ndarray
    least: np.ndarray
    most: np.ndarray

    def document(self) -> dict[str, Any]:
        """Return it as a document."""
        applicants = [f"e{site:05}" for site in range(len(self.workload))]
        hosts = [f"o{site:04}" for site in range(len(self.capacity))]
        by_rank = np.lexsort((-self.rank, self.mentee))
        listed = self.mentor[by_rank].reshape(-1, CANDIDATES).tolist()
        return {
            "name": f"Invented regions of {MENTEES} x {MENTORS}",
            "preset": "none",
            "mentees": [
                {"id": site, "workload": workload, "preferences": [[hosts[host]] for host in row]}
                for site, workload, row in zip(applicants, self.workload.tolist(), listed, strict=True)
            ],
            "mentors": [
                {"id": host, "max_mentees": capacity, "min_mentees": least, "max_workload": most}
                for host, capacity, least, most in zip(
                    hosts, self.capacity.tolist(), self.least.tolist(), self.most.tolist(), strict=True
                )
            ],
            "pairs": [
                {"mentee": applicants[mentee], "mentor": hosts[mentor], "score": fit}
                for mentee, mentor, fit in zip(
                    self.mentee.tolist(), self.mentor.tolist(), self.fit.tolist(), strict=True
                )
            ],
            "rules": [{"kind": "eligibility", "setting": "off", "listed_only": True}],
            "policy": {"tiers": _tiers()},
        }


def regions(number: int, seed: int = 2019) -> Regions:
    """Return so many random regions, each with more workload than its mentors can take."""
    rng = np.random.default_rng(seed)
    mentees, mentors = number * MENTEES, number * MENTORS
    drawn = np.argsort(rng.random((mentees, MENTORS)), axis=1)[:, :CANDIDATES]
    drawn += np.repeat(np.arange(number), MENTEES)[:, None] * MENTORS
    order = np.argsort(drawn, axis=1)
    return Regions(
        mentee=np.repeat(np.arange(mentees), CANDIDATES),
        mentor=np.take_along_axis(drawn, order, axis=1).ravel(),
        fit=rng.integers(0, 101, mentees * CANDIDATES),
        rank=np.array(RANK_POINTS)[order].ravel(),
        workload=rng.integers(1, 6, mentees),
        capacity=rng.integers(3, 7, mentors),
        least=rng.integers(2, 4, mentors),
        most=rng.integers(9, 16, mentors),
    )


def _tiers() -> list[dict[str, Any]]:
    return [
        {"name": "matched", "maximize": [{"criterion": "coverage"}]},
        {"name": "fit", "maximize": [{"criterion": "pair_score"}]},
        {"name": "rank", "maximize": [{"criterion": "mentee_preference", "rank_points": RANK_POINTS}]},
    ]
