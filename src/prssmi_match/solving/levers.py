"""What would lift a refusal: the lever, and how far it has to be moved."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

from prssmi_match.compatibility.distance import meters_between
from prssmi_match.problem.changes import STEP_KM, Lever, setting_steps
from prssmi_match.problem.rules import Eligibility
from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.problem.changes import ChangeKind
    from prssmi_match.problem.facts import Fact, Refusal

__all__ = ["Lifts"]


class Lifts:
    """What would lift the refusals of the pairs of a full grid."""

    def __init__(self, compatibility: Compatibility) -> None:
        self._compatibility = compatibility
        rules = compatibility.problem.program.rules
        self._rules = {named.id: named.rule for named in rules if isinstance(named.rule, Eligibility)}
        self._steps: dict[Fact, int] = {}

    def of(self, position: int) -> list[tuple[Lever, int] | None]:
        """Return for each refusal of a pair the lever and the least amount that lift it; None where nothing does."""
        mentee, mentor = self._compatibility.pairs[position]
        profiles = self._compatibility.mentees[mentee], self._compatibility.mentors[mentor]
        return [self._lift(refusal, *profiles) for refusal in self._compatibility.refusals(*profiles)]

    def _lift(self, refusal: Refusal, mentee: MenteeProfile, mentor: MentorProfile) -> tuple[Lever, int] | None:
        fact = refusal.fact
        match refusal.test:
            case "fact":
                return None if fact.kind == "organization" else (Lever(cast("ChangeKind", fact.kind), fact), 1)
            case "setting":
                return Lever("setting", fact), self._setting_steps(fact, mentee, mentor)
            case "max_km":
                return Lever("max_km", fact), self._distance_steps(fact, mentee, mentor)
            case "team_size" | "travelers":
                value, (low, high) = getattr(mentee.site, refusal.test), getattr(self._rules[fact.id], refusal.test)
                if value < low:
                    return Lever(refusal.test, fact, "low"), low - value
                return Lever(refusal.test, fact, "high"), value - high
            case "forbid" | "no_prior_mentor" | "listed_only" | "scored_only":
                return Lever(refusal.test, fact), 1

    def _setting_steps(self, fact: Fact, mentee: MenteeProfile, mentor: MentorProfile) -> int:
        """Count the steps: where the mentor covers some of what is asked for, the first is enough."""
        if fact not in self._steps:
            self._steps[fact] = len(setting_steps(self._compatibility.problem, fact))
        return self._steps[fact] if mentee.settings.isdisjoint(mentor.settings) else 1

    def _distance_steps(self, fact: Fact, mentee: MenteeProfile, mentor: MentorProfile) -> int:
        meters, most = meters_between(mentee.site, mentor.site), self._rules[fact.id].max_km
        assert meters is not None  # noqa: S101 - the pair was refused for its distance
        assert most is not None  # noqa: S101
        return math.ceil((meters - 1000 * exact(most)) / (1000 * STEP_KM))
