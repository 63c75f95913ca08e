"""Rules and policy under pseudonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from prssmi_match.intake.pseudonyms.originals import public_rule_ids
from prssmi_match.problem.criteria import SameValue
from prssmi_match.problem.policy import (
    GenerousTier,
    LeximinTier,
    LotteryTier,
    MaximizeTier,
    MaxMinTier,
    RankMaximalTier,
)
from prssmi_match.problem.rules import (
    Apart,
    Eligibility,
    Forbid,
    Opening,
    Pin,
    Quota,
    Selection,
    Stability,
    Together,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.intake.pseudonyms.mask import Mask
    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Policy, Tier
    from prssmi_match.problem.rules import Rule

__all__ = ["masked_policy", "masked_rules"]

AnyCriterion = TypeVar("AnyCriterion", bound="Criterion")


def masked_rules(mask: Mask, problem: Problem) -> tuple[dict[str, Any], ...]:
    """Return the rules as they are to be written, in their order; reasons are free text, and left out."""
    public = public_rule_ids(problem)
    return tuple(_masked_rule(mask, rule, public) for rule in problem.rules)


def _masked_rule(mask: Mask, rule: Rule, public: set[str | None]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: getattr(rule, name) for name in rule.model_fields_set if name != "reason"}
    if rule.id is not None and rule.id not in public:
        # Without an id, the rule would be numbered, and could so take the place of one of the preset.
        fields["id"] = mask.text("rule", rule.id)
    return fields | {"kind": rule.kind} | _references(mask, rule)


def _references(mask: Mask, rule: Rule) -> dict[str, Any]:
    match rule:
        case Pin() | Forbid():
            return {"mentee": mask.site(rule.mentee), "mentor": mask.site(rule.mentor)}
        case Together() | Apart():
            return {"mentees": mask.sites(rule.mentees)}
        case Opening():
            return {"must_open": mask.sites(rule.must_open)} if rule.must_open else {}
        case Selection():
            return {"must_match": mask.sites(rule.must_match)} if rule.must_match else {}
        case Quota():
            return {"where": mask.where(rule.where)} if rule.where else {}
        case Eligibility() | Stability():
            return {}


def masked_policy(mask: Mask, policy: Policy | None) -> Policy | None:
    """Return the policy, where it names somebody with pseudonyms in place of names."""
    if policy is None:
        return None
    return policy.model_copy(update={"tiers": tuple(_masked_tier(mask, tier) for tier in policy.tiers)})


def _masked_tier(mask: Mask, tier: Tier) -> Tier:
    name = mask.text("tier", tier.name)
    update: dict[str, Any] = {} if name == tier.name else {"name": name}
    match tier:
        case MaximizeTier():
            update["maximize"] = _masked_criteria(mask, tier.maximize)
        case LeximinTier():
            maximize = _masked_criteria(mask, tier.leximin.maximize)
            update["leximin"] = tier.leximin.model_copy(update={"maximize": maximize})
        case MaxMinTier():
            maximize = _masked_criteria(mask, tier.max_min.maximize)
            update["max_min"] = tier.max_min.model_copy(update={"maximize": maximize})
        case RankMaximalTier() | GenerousTier() | LotteryTier():
            pass
    return tier.model_copy(update=update)


def _masked_criteria(mask: Mask, criteria: Iterable[AnyCriterion]) -> tuple[AnyCriterion, ...]:
    return tuple(_masked_criterion(mask, criterion) for criterion in criteria)


def _masked_criterion(mask: Mask, criterion: AnyCriterion) -> AnyCriterion:
    if not isinstance(criterion, SameValue):
        return criterion
    return criterion.model_copy(update={"field": mask.field(criterion.field)})
