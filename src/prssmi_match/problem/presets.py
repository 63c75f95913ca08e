"""Named sets of rules, tiers and expectations that a document starts from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from prssmi_match.problem.criteria import (
    Balance,
    Coverage,
    LocaleFit,
    MenteePreference,
    MentorPreference,
    ReviewScore,
    SettingFit,
    TopicFit,
)
from prssmi_match.problem.expectations import Expectations
from prssmi_match.problem.policy import (
    GiveUp,
    Leximin,
    LeximinTier,
    Lottery,
    LotteryTier,
    MaximizeTier,
    RankMaximal,
    RankMaximalTier,
)
from prssmi_match.problem.rules import Eligibility, Opening, Selection, Stability

if TYPE_CHECKING:
    from prssmi_match.problem.policy import Tier
    from prssmi_match.problem.rules import Rule

__all__ = ["PRESETS", "Preset", "PresetName"]

PresetName = Literal["prssmi_2019", "most_satisfied", "fairest", "stable", "none"]


@dataclass(frozen=True, slots=True)
class Preset:
    """What a document starts from: its rules extend these, its policy and expectations replace these.

    ``sentence`` says what it is for, and what it can cost.
    """

    sentence: str
    rules: tuple[Rule, ...] = ()
    tiers: tuple[Tier, ...] = ()
    expectations: Expectations = field(default_factory=Expectations)


_RULES: tuple[Rule, ...] = (
    Eligibility(id="eligibility", setting="any", no_prior_mentor=True),
    Selection(id="selection", max=15),
    Opening(id="opening", max=6),
)
_EXPECTATIONS = Expectations(team_size=(3, 5), travelers=(2, 3))
_FIT = (
    SettingFit(weight=4),
    TopicFit(weight=3),
    MenteePreference(weight=2),
    MentorPreference(weight=1),
    LocaleFit(weight=1),
)
_COVERAGE = MaximizeTier(name="coverage", maximize=(Coverage(),))
_REVIEW = MaximizeTier(name="review", maximize=(ReviewScore(),), give_up=GiveUp(points=20))
_FIT_TIER = MaximizeTier(name="fit", maximize=_FIT)
_DRAW = LotteryTier(name="lottery", lottery=Lottery(seed=2019))

PRESETS: dict[PresetName, Preset] = {
    "prssmi_2019": Preset(
        sentence=(
            "Most sites first, then the best reviewed, then the best fit, then the worst-off sites, then even loads. "
            "It can cost single sites a better place for the sake of the whole cohort."
        ),
        rules=_RULES,
        tiers=(
            _COVERAGE,
            _REVIEW,
            MaximizeTier(name="fit", maximize=_FIT, give_up=GiveUp(percent=2)),
            LeximinTier(name="fairness", leximin=Leximin(maximize=_FIT, step=500)),
            MaximizeTier(name="balance", maximize=(Balance(),)),
            MaximizeTier(name="fit_again", maximize=_FIT),
            _DRAW,
        ),
        expectations=_EXPECTATIONS,
    ),
    "most_satisfied": Preset(
        sentence=(
            "Most sites first, then as many as possible at their first choice, then at their second, and so on. "
            "It can cost a few sites their last choice, so that more get their first."
        ),
        rules=_RULES,
        tiers=(_COVERAGE, RankMaximalTier(name="choices", rank_maximal=RankMaximal()), _FIT_TIER, _DRAW),
        expectations=_EXPECTATIONS,
    ),
    "fairest": Preset(
        sentence=(
            "Most sites first, then the worst-off site as well off as possible, then the next worst-off. "
            "It can cost the cohort some fit in all, so that nobody is left far behind."
        ),
        rules=_RULES,
        tiers=(_COVERAGE, LeximinTier(name="fairness", leximin=Leximin(maximize=_FIT)), _FIT_TIER, _DRAW),
        expectations=_EXPECTATIONS,
    ),
    "stable": Preset(
        sentence=(
            "No mentee and mentor may both rather have each other; then most sites, then the best fit. "
            "It can cost places: a site can stay without a mentor although one is free, and with further rules "
            "there may be no such matching at all."
        ),
        rules=(*_RULES, Stability(id="stability")),
        tiers=(_COVERAGE, _REVIEW, _FIT_TIER, _DRAW),
        expectations=_EXPECTATIONS,
    ),
    "none": Preset(sentence="No rules and no tiers: only what the document itself states."),
}
