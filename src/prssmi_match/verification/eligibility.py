"""The tests of an eligibility rule, one pair at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.verification.distance import in_meters, meters_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Eligibility
    from prssmi_match.verification.sites import Sites

__all__ = ["Test", "covers_settings", "failed_tests"]

Test = Literal["setting", "no_prior_mentor", "listed_only", "scored_only", "max_km", "team_size", "travelers"]


def failed_tests(rule: Eligibility, sites: Sites, mentee: str, mentor: str) -> Iterator[Test]:
    """Yield the tests of the rule that a pair does not pass; what is unknown passes."""
    site = sites.mentees[mentee]
    if rule.setting is not None and not covers_settings(rule.setting, sites, mentee, mentor):
        yield "setting"
    if rule.no_prior_mentor and (mentor in site.prior_mentors or (mentee, mentor) in sites.past_rounds):
        yield "no_prior_mentor"
    if rule.listed_only and (listed := sites.groups["mentee", mentee]) and mentor not in listed:
        yield "listed_only"
    if rule.scored_only and (mentee, mentor) not in sites.rows:
        yield "scored_only"
    if rule.max_km is not None and _is_beyond(rule.max_km, meters_between(sites, mentee, mentor)):
        yield "max_km"
    if _is_outside(rule.team_size, site.team_size):
        yield "team_size"
    if _is_outside(rule.travelers, site.travelers):
        yield "travelers"


def covers_settings(setting: Literal["any", "all", "off"], sites: Sites, mentee: str, mentor: str) -> bool:
    """Tell whether the mentor covers one, or all, of the mentee's settings; no settings on a side pass."""
    needed, offered = sites.settings["mentee", mentee], sites.settings["mentor", mentor]
    if setting == "off" or not needed or not offered:
        return True
    return needed <= offered if setting == "all" else not needed.isdisjoint(offered)


def _is_beyond(max_km: float, meters: int | None) -> bool:
    return meters is not None and meters > in_meters(max_km)


def _is_outside(ends: tuple[int, int] | None, value: int | None) -> bool:
    return ends is not None and value is not None and not ends[0] <= value <= ends[1]
