"""What is measured of this library: a whole match, the way from a file to a report, or the tiers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.answer import Answer
from benchmarks.repeat import repeated

if TYPE_CHECKING:
    from collections.abc import Iterable

    import prssmi_match as pm
    from prssmi_match.compatibility import Compatibility
    from prssmi_match.solving import Outcome

__all__ = ["match_whole", "profile_sums", "search_tiers", "way"]

STATUSES = {"optimal": "proved", "feasible": "found"}


def match_whole(document: dict[str, Any], limit: float) -> Answer:
    """Measure ``pm.match`` on a document that is read."""
    import prssmi_match as pm

    problem = pm.Problem.model_validate(document)
    result, seconds = repeated(lambda: pm.match(problem, time_limit=limit))
    return _answer(result, seconds)


def way(document: dict[str, Any], limit: float) -> Answer:
    """Measure the way from a file to a report, phase by phase; the seconds are those of the match."""
    from benchmarks.phases import whole_way

    result, phases = whole_way(document, limit)
    return _answer(result, phases.pop("match"), phases, _admissible(result.problem))


def search_tiers(document: dict[str, Any], limit: float, tiers: int) -> Answer:
    """Measure assessing the pairs and searching the first tiers, without the lottery after them."""
    import prssmi_match as pm
    from prssmi_match.compatibility import assess
    from prssmi_match.solving import Budget, solve

    problem = pm.Problem.model_validate(document)

    def run() -> tuple[Compatibility, Outcome]:
        compatibility = assess(problem)
        return compatibility, solve(compatibility, problem.program.tiers[:tiers], Budget(limit))

    (compatibility, outcome), seconds = repeated(run)
    values = {tier.name: tier.step.value for tier in outcome.tiers}
    bounds = {tier.name: tier.step.bound for tier in outcome.tiers}
    status = STATUSES.get(outcome.status, "nothing found")
    phases = {tier.name: tier.seconds for tier in outcome.tiers}
    return Answer(status, seconds, values, bounds, phases, len(compatibility.pairs), _slowest(outcome.tiers))


def profile_sums(result: pm.Result) -> dict[str, int]:
    """Return the sums of the matched levels of leximin tiers: equal profiles have equal sums."""
    return {
        f"{tier.name}, sum of the profile": sum(level for level in tier.profile if level >= 0)
        for tier in result.tiers
        if tier.proved and tier.profile is not None
    }


def _answer(result: pm.Result, seconds: float, phases: dict[str, float] | None = None, pairs: int = 0) -> Answer:
    sums = profile_sums(result)
    values = {tier.name: tier.best for tier in result.tiers} | sums
    bounds = {tier.name: tier.bound for tier in result.tiers} | sums
    note = _slowest(result.tiers)
    return Answer(STATUSES.get(result.status, "nothing found"), seconds, values, bounds, phases or {}, pairs, note)


def _slowest(tiers: Iterable[Any]) -> str:
    slowest = max(tiers, key=lambda tier: tier.seconds, default=None)
    return "" if slowest is None else f"slowest tier: {slowest.name}, {slowest.seconds:.2g} s"


def _admissible(problem: pm.Problem) -> int:
    from prssmi_match.compatibility import assess

    return len(assess(problem).pairs)
