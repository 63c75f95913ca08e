"""A document with everything changed that a scenario states, or all that stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from prssmi_match.errors import Finding
from prssmi_match.problem.changes.availability import without_mentees, without_mentors
from prssmi_match.problem.changes.tiers import with_criteria, with_tiers
from prssmi_match.problem.changes.without import without_rule
from prssmi_match.problem.defects import as_findings
from prssmi_match.problem.policy import Lottery, LotteryTier, criteria_of
from prssmi_match.problem.program import number
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.problem.scenario import Scenario

__all__ = ["apply_scenario"]


def apply_scenario(problem: Problem, scenario: Scenario) -> Problem | list[Finding]:
    """Return the document as the scenario has it, or every finding where it cannot be made.

    The document itself stays as it is.
    """
    document = scenario.problem or problem
    if unknown := list(_unknown(document, scenario)):
        return unknown
    document = without_mentors(without_mentees(document, scenario.withdrawn), scenario.withdrawn)
    sites = (
        site.model_copy(update={"max_mentees": scenario.capacities[site.id]})
        if site.id in scenario.capacities
        else site
        for site in document.mentors
    )
    document = document.model_copy(update={"mentors": tuple(sites)})
    for rule_id in scenario.without_rules:
        document = without_rule(document, rule_id)
    document = _with_rules(document, scenario)
    if scenario.weights or scenario.seed is not None:
        document = with_tiers(document, [_reweighed(tier, scenario) for tier in document.program.tiers])
    try:
        return type(document).model_validate_json(document.model_dump_json())
    except ValidationError as error:
        return as_findings(error)


def _with_rules(problem: Problem, scenario: Scenario) -> Problem:
    if not scenario.rules:
        return problem
    new = {rule.id for rule in scenario.rules}
    kept = [named.rule.model_copy(update={"id": named.id}) for named in number(problem.rules) if named.id not in new]
    return problem.model_copy(update={"rules": (*kept, *scenario.rules)})


def _reweighed(tier: Tier, scenario: Scenario) -> Tier:
    if isinstance(tier, LotteryTier) and scenario.seed is not None:
        return tier.model_copy(update={"lottery": Lottery(seed=scenario.seed)})
    weights = scenario.weights.get(tier.name, {})
    if not weights:
        return tier
    weighed = (one.model_copy(update={"weight": weights.get(one.criterion, one.weight)}) for one in criteria_of(tier))
    return with_criteria(tier, tuple(weighed))


def _unknown(problem: Problem, scenario: Scenario) -> Iterator[Finding]:
    """Give each name that the document does not have."""
    mentors = problem.mentor_by_id
    rules = [named.id for named in problem.program.rules]
    tiers = {tier.name: [one.criterion for one in criteria_of(tier)] for tier in problem.program.tiers}
    yield from _each_known("withdrawn", scenario.withdrawn, {**problem.mentee_by_id, **mentors}, "site")
    yield from _each_known("capacities", scenario.capacities, mentors, "mentor")
    yield from _each_known("without_rules", scenario.without_rules, rules, "rule")
    yield from _each_known("weights", scenario.weights, tiers, "tier")
    for tier, weights in scenario.weights.items():
        yield from _each_known(f"weights.{tier}", weights, tiers.get(tier, weights), "criterion of this tier")


def _each_known(
    place: str, names: Iterable[str], known: Iterable[str] | Mapping[str, object], what: str
) -> Iterator[Finding]:
    known = sorted({*known})
    for name in names:
        if name not in known:
            close = nearest(name, known)
            guess = f" Did you mean {close!r}?" if close else ""
            yield Finding("unknown_id", place, repr(name), f"a {what}", f"There is no {what} {name!r}.{guess}")
