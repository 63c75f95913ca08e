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
from prssmi_match.problem.policy import GiveUp, Leximin, LeximinTier, Lottery, LotteryTier, MaximizeTier
from prssmi_match.problem.rules import Eligibility, Opening, Selection

if TYPE_CHECKING:
    from prssmi_match.problem.policy import Tier
    from prssmi_match.problem.rules import Rule

__all__ = ["PRESETS", "Preset", "PresetName"]

PresetName = Literal["prssmi_2019", "none"]


@dataclass(frozen=True, slots=True)
class Preset:
    """What a document starts from: its rules extend these, its policy and expectations replace these."""

    sentence: str
    rules: tuple[Rule, ...] = ()
    tiers: tuple[Tier, ...] = ()
    expectations: Expectations = field(default_factory=Expectations)


_FIT = (
    SettingFit(weight=4),
    TopicFit(weight=3),
    MenteePreference(weight=2),
    MentorPreference(weight=1),
    LocaleFit(weight=1),
)

PRSSMI_2019 = Preset(
    sentence="The 2019 round: most sites first, then the best reviewed, then the best fit, then the fairest.",
    rules=(
        Eligibility(id="eligibility", setting="any", no_prior_mentor=True),
        Selection(id="selection", max=15),
        Opening(id="opening", max=6),
    ),
    tiers=(
        MaximizeTier(name="coverage", maximize=(Coverage(),)),
        MaximizeTier(name="review", maximize=(ReviewScore(),), give_up=GiveUp(points=20)),
        MaximizeTier(name="fit", maximize=_FIT, give_up=GiveUp(percent=2)),
        LeximinTier(name="fairness", leximin=Leximin(maximize=_FIT, step=500)),
        MaximizeTier(name="balance", maximize=(Balance(),)),
        MaximizeTier(name="fit_again", maximize=_FIT),
        LotteryTier(name="lottery", lottery=Lottery(seed=2019)),
    ),
    expectations=Expectations(team_size=(3, 5), travelers=(2, 3)),
)

PRESETS: dict[PresetName, Preset] = {
    "prssmi_2019": PRSSMI_2019,
    "none": Preset(sentence="No rules and no tiers: only what the document itself states."),
}
