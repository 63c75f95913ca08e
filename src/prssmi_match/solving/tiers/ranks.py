"""Rank tiers: how many mentees get a mentor of each group of their own list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solving.cpsat.steps import Step
from prssmi_match.solving.objective import Objective

if TYPE_CHECKING:
    from prssmi_match.compatibility import Compatibility
    from prssmi_match.solving.tiers.search import TierSearch

__all__ = ["by_group", "generous", "rank_maximal"]


def rank_maximal(search: TierSearch) -> Step:
    """Maximize the number at each group, best first; the step tells of the first group."""
    return _in_order(search, [Objective(counts) for counts in by_group(search.compatibility)])


def generous(search: TierSearch) -> Step:
    """Minimize the number at each group, unlisted first, down to the second; the step tells of the unlisted."""
    groups = by_group(search.compatibility)
    worst_first = groups[1:][::-1] or groups
    return _in_order(search, [Objective([-count for count in counts]) for counts in worst_first])


def _in_order(search: TierSearch, objectives: list[Objective]) -> Step:
    steps = []
    for objective in objectives:
        steps.append(search.maximize(objective))
        search.hold(objective, steps[-1].value)
        if not steps[-1].proved:
            break
    proved = all(step.proved for step in steps)
    # A later group without proof leaves the tier without one, even where its first value is proved.
    return Step(steps[0].value, steps[0].bound if proved else max(steps[0].bound, steps[0].value + 1))


def by_group(compatibility: Compatibility) -> list[list[int]]:
    """Return for each group, unlisted last, which pairs count there; mentees that list nobody count nowhere."""
    longest = max((mentee.unlisted for mentee in compatibility.mentees), default=0)
    groups = [[0] * len(compatibility.pairs) for _ in range(longest + 1)]
    for position, (mentee, mentor) in enumerate(compatibility.pairs):
        profile = compatibility.mentees[mentee]
        if profile.rank:
            groups[profile.rank.get(compatibility.mentors[mentor].id, longest)][position] = 1
    return groups
