"""The policy: tiers in strict order, and inside a tier, weights."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from prssmi_match.problem.criteria import CohortCriterion, Criterion, PairCriterion
from prssmi_match.problem.values import Document, Number, Rows, SomeRows, Text, Whole

__all__ = [
    "Generous",
    "GenerousTier",
    "GiveUp",
    "Leximin",
    "LeximinTier",
    "Lottery",
    "LotteryTier",
    "MaxMin",
    "MaxMinTier",
    "MaximizeTier",
    "Policy",
    "RankMaximal",
    "RankMaximalTier",
    "Tier",
    "criteria_of",
    "pair_criteria_of",
]

PairCriteria = SomeRows[Annotated[PairCriterion, Field(discriminator="criterion")]]


class GiveUp(Document):
    """What later tiers may take from this one: points, or percent of the absolute best, rounded down."""

    points: Whole | None = None
    percent: Annotated[Number, Field(ge=0, le=100)] | None = None

    @model_validator(mode="after")
    def _states_one(self) -> GiveUp:
        if (self.points is None) == (self.percent is None):
            raise PydanticCustomError("one_of", "State either points or percent, not both and not neither")
        return self


class NamedTier(Document):
    """Any tier; its name is unique in the policy."""

    name: Text


class MaximizeTier(NamedTier):
    """The weighted sum of its criteria is maximized."""

    maximize: SomeRows[Annotated[Criterion, Field(discriminator="criterion")]]
    give_up: GiveUp | None = None


class Leximin(Document):
    """The worst-off mentee first, then the second worst, and so on."""

    maximize: PairCriteria
    step: Annotated[Whole, Field(ge=1)] = Field(default=1, description="points that count as one level")


class LeximinTier(NamedTier):
    """Levels of all available mentees, sorted from the worst up; the lexicographically greatest list wins."""

    leximin: Leximin


class MaxMin(Document):
    """The worst-off matched mentee."""

    maximize: PairCriteria


class MaxMinTier(NamedTier):
    """The smallest weighted points among matched mentees is maximized."""

    max_min: MaxMin


class RankMaximal(Document):
    """No settings."""


class RankMaximalTier(NamedTier):
    """Most mentees at their first group, then most at their second, and so on."""

    rank_maximal: RankMaximal


class Generous(Document):
    """No settings."""


class GenerousTier(NamedTier):
    """Fewest mentees at an unlisted mentor, then at the last group, and so on up to the second."""

    generous: Generous


class Lottery(Document):
    """A public draw."""

    seed: Annotated[int, Field(ge=-(2**63), lt=2**63)] = 0


class LotteryTier(NamedTier):
    """Breaks every remaining tie by a draw that anyone can recompute; the last tier."""

    name: Text = "lottery"
    lottery: Lottery


_KINDS = ("maximize", "leximin", "max_min", "rank_maximal", "generous", "lottery")


def _kind_of_tier(value: Any) -> str | None:  # noqa: ANN401 - a discriminator sees whatever was written
    """Tell which kind of tier was written; tags end in ``_tier`` so that no field has the name of a tag."""
    names = type(value).model_fields if isinstance(value, BaseModel) else value if isinstance(value, dict) else ()
    stated = [kind for kind in _KINDS if kind in names]
    return f"{stated[0]}_tier" if stated else None


Tier = MaximizeTier | LeximinTier | MaxMinTier | RankMaximalTier | GenerousTier | LotteryTier
_TaggedTier = Annotated[
    Annotated[MaximizeTier, Tag("maximize_tier")]
    | Annotated[LeximinTier, Tag("leximin_tier")]
    | Annotated[MaxMinTier, Tag("max_min_tier")]
    | Annotated[RankMaximalTier, Tag("rank_maximal_tier")]
    | Annotated[GenerousTier, Tag("generous_tier")]
    | Annotated[LotteryTier, Tag("lottery_tier")],
    Discriminator(
        _kind_of_tier,
        custom_error_type="tier_kind",
        custom_error_message="A tier states one of: maximize, leximin, max_min, rank_maximal, generous, lottery",
    ),
]


class Policy(Document):
    """Tiers in strict order; a later tier never worsens an earlier one, except by its ``give_up``."""

    tiers: Rows[_TaggedTier] = ()


def criteria_of(tier: Tier) -> tuple[Criterion, ...]:
    """Return the criteria that a tier weighs; empty where its kind weighs none."""
    match tier:
        case MaximizeTier():
            return tier.maximize
        case LeximinTier():
            return tier.leximin.maximize
        case MaxMinTier():
            return tier.max_min.maximize
        case RankMaximalTier() | GenerousTier() | LotteryTier():
            return ()


def pair_criteria_of(tier: Tier) -> tuple[PairCriterion, ...]:
    """Return the criteria of a tier that give points to pairs."""
    return tuple(criterion for criterion in criteria_of(tier) if not isinstance(criterion, CohortCriterion))
