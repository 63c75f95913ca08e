"""Which fields of the sites the match needs: those that a rule or an aim of the policy reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prssmi_match.problem.criteria import (
    Balance,
    Continuity,
    Coverage,
    FewBlockingPairs,
    FewMentors,
    LocaleFit,
    MenteePreference,
    MentorPreference,
    MentorRest,
    MentorReviewScore,
    PairScore,
    PastDisappointment,
    Proximity,
    ReviewScore,
    SameValue,
    SettingFit,
    TopicFit,
)
from prssmi_match.problem.policy import criteria_of
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

    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.rules import Rule

__all__ = ["ATTRIBUTES", "Needs", "needs_of"]

ATTRIBUTES = "attributes."


@dataclass(frozen=True, slots=True)
class Needs:
    """The fields that are read: ``location``, ``state``, ``attributes.X`` and others, of mentees and of mentors."""

    mentees: set[str] = field(default_factory=set)
    mentors: set[str] = field(default_factory=set)


def needs_of(problem: Problem) -> Needs:
    """Return the fields that the rules and tiers in force read, those of the preset among them."""
    needs = Needs()
    for named in problem.program.rules:
        _add_rule(needs, named.rule)
    for tier in problem.program.tiers:
        for criterion in criteria_of(tier):
            fields = _fields_of(criterion)
            needs.mentees.update(fields)
            needs.mentors.update(fields)
    return needs


def _add_rule(needs: Needs, rule: Rule) -> None:
    match rule:
        case Quota():
            needs.mentees.update(rule.where)
        case Eligibility():
            fields = {"location"} if rule.max_km is not None else set()
            needs.mentees.update(fields)
            needs.mentors.update(fields)
        case Pin() | Forbid() | Together() | Apart() | Opening() | Selection() | Stability():
            pass


def _fields_of(criterion: Criterion) -> Iterable[str]:
    match criterion:
        case Proximity():
            return ("location",)
        case SameValue():
            return (criterion.field,)
        case SettingFit() | TopicFit() | LocaleFit() | MenteePreference() | MentorPreference() | PairScore():
            return ()
        case Coverage() | ReviewScore() | MentorReviewScore() | Balance() | FewMentors():
            return ()
        case Continuity() | PastDisappointment() | MentorRest() | FewBlockingPairs():
            return ()
