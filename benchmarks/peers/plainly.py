"""Questions answered the plain way: a whole match, or a new model, for each part."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import prssmi_match as pm
from prssmi_match.explanation.conflict import minimal_conflict
from prssmi_match.solving import Budget
from prssmi_match.solving.cpsat import GuardedFormulation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.facts import Fact

__all__ = ["conflict_plainly", "explain_plainly", "questions_of"]


def questions_of(result: pm.Result) -> list[dict[str, Any]]:
    """Return a rule for each question: every site left out demanded, every pair forbidden."""
    return [
        *({"kind": "selection", "id": f"demand {site}", "must_match": [site]} for site in result.matching.unmatched),
        *(
            {"kind": "forbid", "id": "without", "mentee": pair.mentee, "mentor": pair.mentor}
            for pair in result.matching.pairs
        ),
    ]


def explain_plainly(document: dict[str, Any], questions: Sequence[dict[str, Any]], limit: float) -> int:
    """Return how many questions were answered in time."""
    ends = time.perf_counter() + limit
    for done, rule in enumerate(questions):
        left = ends - time.perf_counter()
        if left <= 0:
            return done
        problem = pm.Problem.model_validate({**document, "rules": [*document["rules"], rule]})
        if pm.match(problem, time_limit=left).status in {"feasible", "unknown"}:
            return done
    return len(questions)


def conflict_plainly(document: dict[str, Any]) -> tuple[int, int]:
    """Return the members of one minimal conflict, and how many models that took."""
    rules = _Plain(pm.Problem.model_validate(document))
    members, _ = minimal_conflict(rules, Budget())
    return len(members), rules.asked


class _Plain:
    """Rules and facts asked for one by one, on a new model each time."""

    def __init__(self, problem: pm.Problem) -> None:
        self._problem = problem
        self.facts = GuardedFormulation(problem).facts
        self.asked = 0

    def is_feasible(self, facts: Sequence[Fact], budget: Budget) -> bool | None:
        """Whether some matching keeps these."""
        self.asked += 1
        return GuardedFormulation(self._problem).is_feasible(facts, budget)

    def core(self, facts: Sequence[Fact], budget: Budget) -> list[Fact]:  # noqa: ARG002 - the protocol asks for it
        """Return all of them: nothing is known before."""
        return list(facts)
