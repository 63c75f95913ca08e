"""The whole answer of a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ConfigDict, Field

from prssmi_match.errors import NoMatchingError
from prssmi_match.problem.document import Problem
from prssmi_match.solution.conflict import Conflict
from prssmi_match.solution.evaluation import Evaluation
from prssmi_match.solution.fairness import Fairness
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.part import Part
from prssmi_match.solution.proof import TierProof
from prssmi_match.solution.seats import SeatsGivenUp
from prssmi_match.solution.status import Status
from prssmi_match.solution.tier_result import TierResult
from prssmi_match.solution.verification import Verification

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Assumption", "Condition", "Provenance", "Result"]


class Condition(Part):
    """What a matched mentee has to settle: it is outside of what the program expects."""

    mentee: str
    field: str
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Assumption(Part):
    """Something unknown that the answer rests on: ``field`` of ``site``."""

    site: str
    field: str
    sentence: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.sentence


class Provenance(Part):
    """Where an answer comes from.

    Attributes
    ----------
    digest : str
        SHA-256 of the canonical form of the problem.
    versions : dict of str to str
        Of this library, Python and the solver.
    settings : dict
        Of the call: ``time_limit`` in seconds or None, ``workers``.
    """

    digest: str
    versions: dict[str, str]
    settings: dict[str, float | int | None]


class Result(Part):
    """The answer of a match: its status, the matching, the proof and what it rests on."""

    model_config = ConfigDict(serialize_by_alias=True)

    status: Status
    answer: Matching | None = Field(default=None, alias="matching")
    tiers: tuple[TierResult, ...] = ()
    conditions: tuple[Condition, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    verification: Verification | None = None
    evaluation: Evaluation | None = None
    fairness: Fairness | None = None
    seats: SeatsGivenUp | None = Field(default=None, description="worked out on demand, as for a report")
    conflict: Conflict | None = None
    provenance: Provenance
    proof: tuple[TierProof, ...] = Field(default=(), exclude=True, repr=False)
    """The multipliers of the tiers that were solved on the network; ``verification.recompute_bounds`` checks them."""
    problem: Problem = Field(exclude=True, repr=False)

    @property
    def has_matching(self) -> bool:
        """Whether there is a matching to read."""
        return self.answer is not None

    @property
    def matching(self) -> Matching:
        """The matching.

        Raises
        ------
        NoMatchingError
            If there is none; the message names the status.
        """
        if self.answer is None:
            message = f"There is no matching: the status is {self.status}."
            raise NoMatchingError(message)
        return self.answer

    @property
    def values(self) -> dict[str, int]:
        """The value of each tier by name; empty without a matching."""
        return {tier.name: tier.value for tier in self.tiers}

    def to_frame(self) -> pd.DataFrame:
        """Return one row an available mentee, sorted by id.

        Returns
        -------
        DataFrame
            Columns ``mentee``, ``mentee_name``, ``mentor`` and ``mentor_name`` (None where unmatched), ``provisional``,
            ``assumed`` (criteria joined by ``|``), and a whole-number column of points for each tier that sums points
            of pairs (missing where unmatched).

        Raises
        ------
        NoMatchingError
            If there is no matching.
        """
        from prssmi_match.solution.frame import result_frame

        return result_frame(self)
