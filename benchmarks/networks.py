"""Pure assignment on a network: pairs in random order with scores, as many places as mentees; arrays and a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Market", "market"]


@dataclass(frozen=True)
class Market:
    """Numbers only; pairs are sorted by mentee, then by mentor.

    Attributes
    ----------
    mentee, mentor, score : array of int
        Of each pair; scores are up to 1000.
    review : array of int
        Of each mentee, in tenths.
    capacity : array of int
        Of each mentor.
    """

    mentee: np.ndarray
    mentor: np.ndarray
    score: np.ndarray
    review: np.ndarray
    capacity: np.ndarray

    def frames(self, seed: int = 2019) -> tuple[pd.DataFrame, pd.Series]:
        """Return pairs in random order, and capacities."""
        import pandas as pd

        pairs = pd.DataFrame({"mentee": self.mentee, "mentor": self.mentor, "score": self.score})
        mixed = pairs.iloc[np.random.default_rng(seed).permutation(len(pairs))].reset_index(drop=True)
        return mixed, pd.Series(self.capacity)

    def lists(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        names = [f"e{site:06}" for site in range(len(self.review))]
        hosts = [f"o{site:05}" for site in range(len(self.capacity))]
        rows = zip(self.mentee.tolist(), self.mentor.tolist(), self.score.tolist(), strict=True)
        return {
            "mentees": names,
            "capacity": dict(zip(hosts, self.capacity.tolist(), strict=True)),
            "pairs": [[names[mentee], hosts[mentor], score] for mentee, mentor, score in rows],
        }

    def document(self) -> dict[str, Any]:
        """Return it as a document with three tiers: matched, review, score."""
        lists = self.lists()
        tiers = {"matched": "coverage", "review": "review_score", "score": "pair_score"}
        return {
            "preset": "none",
            "mentees": [
                {"id": site, "review_score": score / 10}
                for site, score in zip(lists["mentees"], self.review.tolist(), strict=True)
            ],
            "mentors": [{"id": host, "max_mentees": most} for host, most in lists["capacity"].items()],
            "pairs": [{"mentee": mentee, "mentor": mentor, "score": score} for mentee, mentor, score in lists["pairs"]],
            "rules": [{"kind": "eligibility", "setting": "off", "scored_only": True}],
            "policy": {
                "tiers": [{"name": name, "maximize": [{"criterion": kind}]} for name, kind in tiers.items()],
            },
        }


def market(mentees: int, mentors: int, each: int, seed: int = 2019) -> Market:
    """Return a random market with about so many mentors for each mentee."""
    rng = np.random.default_rng(seed)
    drawn = np.unique(np.repeat(np.arange(mentees), each) * mentors + rng.integers(0, mentors, mentees * each))
    return Market(
        mentee=drawn // mentors,
        mentor=drawn % mentors,
        score=rng.integers(0, 1001, len(drawn)),
        review=rng.integers(700, 991, mentees),
        capacity=np.full(mentors, mentees // mentors),
    )
