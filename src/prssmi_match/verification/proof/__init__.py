"""The proof of an answer, checked from the document alone: the bound of every maximum, recomputed in whole numbers.

The multipliers say what one more of each thing that the rules count would be worth. Any such numbers give a bound: the
limits at these prices, and each pair at what it earns beyond them (linear programming duality). So nothing has to be
believed of whoever found them, and no solver is needed. Where the bound is what the answer reaches, nothing is better,
and what is as good is known, too: no pair that would lose by being chosen, no limit left open that has a price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from prssmi_match.verification.proof.aims import aims_of
from prssmi_match.verification.proof.face import Face
from prssmi_match.verification.scoring import Scoring
from prssmi_match.verification.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.proof import TierProof

__all__ = ["RecomputedBounds", "recompute_bounds"]


class RecomputedBounds(NamedTuple):
    """What a matching reaches in each maximum that a tier asks for, and what no matching exceeds."""

    name: str
    values: tuple[int, ...]
    bounds: tuple[int, ...]

    @property
    def proved(self) -> bool:
        """Whether they meet."""
        return self.values == self.bounds


def recompute_bounds(problem: Problem, matching: Matching, proof: Iterable[TierProof]) -> tuple[RecomputedBounds, ...]:
    """Return the bounds that a proof gives, for as many tiers from the first on as it covers.

    Bounds of a tier hold among the matchings that are as good in all tiers before, so nothing follows the first tier
    that is not proved, or in which the answer gave something up.

    Parameters
    ----------
    problem : Problem
        The document.
    matching : Matching
        The answer.
    proof : iterable of TierProof
        Its proof, as ``result.proof``.
    """
    return tuple(_recomputed(problem, View(problem, matching), {tier.name: tier for tier in proof}))


def _recomputed(problem: Problem, view: View, proof: dict[str, TierProof]) -> Iterator[RecomputedBounds]:
    face, scoring = Face(view), Scoring(view.admissibility)
    for tier in problem.program.tiers:
        found = _of_tier(tier, view, scoring, face, proof.get(tier.name))
        if found is None:
            return
        yield found
        if not found.proved:
            return


def _of_tier(tier: Tier, view: View, scoring: Scoring, face: Face, proof: TierProof | None) -> RecomputedBounds | None:
    aims = [] if proof is None else aims_of(proof, tier, view, scoring, face.pairs)
    if proof is None or not 0 < len(aims) <= len(proof.steps):
        return None
    chosen = set(view.pairs)
    values = tuple(
        sum(points for pair, points in zip(face.pairs, aim.points, strict=True) if pair in chosen) for aim in aims
    )
    bounds: list[int] = []
    for aim, step, value in zip(aims, proof.steps, values, strict=False):
        face.leave_out(aim.out)
        bounds.append(face.bound(aim.points, step.multipliers))
        if bounds[-1] == value:
            face.narrow(aim.points, step.multipliers)
        else:
            return RecomputedBounds(tier.name, values[: len(bounds)], tuple(bounds))
    return RecomputedBounds(tier.name, values, tuple(bounds))
