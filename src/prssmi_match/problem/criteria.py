"""What a policy can ask for: pair criteria give a matched pair points, cohort criteria judge the whole answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from prssmi_match.problem.text import nearest
from prssmi_match.problem.values import Document, Kilometers, Points, SomeRows, Text, Whole

__all__ = [
    "Balance",
    "CohortCriterion",
    "Continuity",
    "Coverage",
    "Criterion",
    "FewBlockingPairs",
    "FewMentors",
    "LocaleFit",
    "MenteePreference",
    "MentorPreference",
    "MentorRest",
    "MentorReviewScore",
    "PairCriterion",
    "PairScore",
    "PastDisappointment",
    "Proximity",
    "RankPoints",
    "ReviewScore",
    "SameValue",
    "SettingFit",
    "TopicFit",
]

Weight = Annotated[Whole, Field(ge=1)]
RankPoints = SomeRows[Points]
_FIELDS = ("state", "locale", "attributes.X")


class WeightedCriterion(Document):
    """Any criterion: its value counts this many times in its tier."""

    weight: Weight = 1


class NeutralCriterion(WeightedCriterion):
    """A pair criterion whose points can be unknown."""

    neutral: Points | None = Field(
        default=None, description="points of an unknown; null: the mean of the known ones of the mentee's mentors"
    )


class SettingFit(NeutralCriterion):
    """Share of the mentee's settings that the mentor has."""

    criterion: Literal["setting_fit"] = "setting_fit"


class TopicFit(NeutralCriterion):
    """Priority times expertise over the mentee's topics, as a share of the most it could be."""

    criterion: Literal["topic_fit"] = "topic_fit"


class LocaleFit(NeutralCriterion):
    """Whether the mentor's own locale, or one that it serves, is the mentee's."""

    criterion: Literal["locale_fit"] = "locale_fit"


class Proximity(NeutralCriterion):
    """Nearness by great circle, 0 points from ``max_km`` on."""

    criterion: Literal["proximity"] = "proximity"
    max_km: Kilometers = 3000


class MenteePreference(NeutralCriterion):
    """How high the mentee ranks the mentor."""

    criterion: Literal["mentee_preference"] = "mentee_preference"
    rank_points: RankPoints = (1000, 800, 600, 400, 200)


class MentorPreference(NeutralCriterion):
    """How high the mentor ranks the mentee."""

    criterion: Literal["mentor_preference"] = "mentor_preference"
    rank_points: RankPoints = (1000, 800, 600, 400, 200)


def _comparable(field: str) -> str:
    if field in {"state", "locale"} or (field.startswith("attributes.") and field.removeprefix("attributes.").strip()):
        return field
    close = nearest(field, _FIELDS)
    guess = f" Did you mean {close!r}?" if close else ""
    context = {"field": repr(field), "guess": guess, "known": ", ".join(_FIELDS)}
    raise PydanticCustomError("unknown_field", "{field} cannot be compared.{guess} Use one of: {known}", context)


class SameValue(NeutralCriterion):
    """Whether both sites have the same value of a field."""

    criterion: Literal["same_value"] = "same_value"
    field: Annotated[Text, AfterValidator(_comparable)]


class PairScore(WeightedCriterion):
    """The score that the pair's row states; never unknown."""

    criterion: Literal["pair_score"] = "pair_score"


class Coverage(WeightedCriterion):
    """Number of matched mentees."""

    criterion: Literal["coverage"] = "coverage"


class ReviewScore(WeightedCriterion):
    """Sum of the matched mentees' review scores, in tenths."""

    criterion: Literal["review_score"] = "review_score"


class MentorReviewScore(WeightedCriterion):
    """Sum of the used mentors' review scores, in tenths."""

    criterion: Literal["mentor_review_score"] = "mentor_review_score"


class Balance(WeightedCriterion):
    """Minus the spread of the used mentors' shares of capacity in use, in thousandths."""

    criterion: Literal["balance"] = "balance"


class FewMentors(WeightedCriterion):
    """Minus the number of used mentors."""

    criterion: Literal["few_mentors"] = "few_mentors"


class Continuity(WeightedCriterion):
    """Number of pairs that an earlier answer had."""

    criterion: Literal["continuity"] = "continuity"


class PastDisappointment(WeightedCriterion):
    """Number of matched mentees that the last round of ``history`` left out, ended early or left dissatisfied."""

    criterion: Literal["past_disappointment"] = "past_disappointment"


class MentorRest(WeightedCriterion):
    """Minus the number of mentees that the pairs' mentors had in the last round of ``history``, summed over pairs."""

    criterion: Literal["mentor_rest"] = "mentor_rest"


class FewBlockingPairs(WeightedCriterion):
    """Minus the number of blocking pairs, as the rule ``stability`` defines them."""

    criterion: Literal["few_blocking_pairs"] = "few_blocking_pairs"


PairCriterion = (
    SettingFit | TopicFit | LocaleFit | Proximity | MenteePreference | MentorPreference | SameValue | PairScore
)
CohortCriterion = (
    Coverage
    | ReviewScore
    | MentorReviewScore
    | Balance
    | FewMentors
    | Continuity
    | PastDisappointment
    | MentorRest
    | FewBlockingPairs
)
Criterion = PairCriterion | CohortCriterion
