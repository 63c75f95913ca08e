"""Who may be paired at all, by what is known of both sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration, rounds_words
from prssmi_match.solution.verification import Violation
from prssmi_match.verification.distance import meters_between
from prssmi_match.verification.eligibility import failed_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.rules import Eligibility
    from prssmi_match.verification.eligibility import Test
    from prssmi_match.verification.view import View

__all__ = ["check"]


def check(rule_id: str, rule: Eligibility, view: View) -> Iterator[Violation]:
    """Yield a violation for each pair that does not pass; the amount is the number of tests that it fails."""
    for mentee, mentor in view.pairs:
        failed = tuple(failed_tests(rule, view.sites, mentee, mentor))
        if failed:
            grounds = enumeration(_ground(test, rule, view, mentee, mentor) for test in failed)
            sentence = f"{view.mentee_name(mentee)} may not be paired with {view.mentor_name(mentor)}: {grounds}."
            yield Violation(rule_id=rule_id, amount=len(failed), witnesses=(mentee, mentor), sentence=sentence)


def _ground(test: Test, rule: Eligibility, view: View, mentee: str, mentor: str) -> str:
    site = view.sites.mentees[mentee]
    match test:
        case "setting":
            return f"the mentor does not cover {'all' if rule.setting == 'all' else 'any'} of the mentee's settings"
        case "no_prior_mentor":
            return f"the mentor has mentored it before{rounds_words(view.sites.past_rounds.get((mentee, mentor), ()))}"
        case "listed_only":
            return "the mentor is not on the mentee's list"
        case "scored_only":
            return "no row states a score for the two"
        case "max_km":
            meters = meters_between(view.sites, mentee, mentor) or 0
            return f"they are {_kilometers(meters)} km apart, the most is {rule.max_km} km"
        case "team_size":
            return f"its team of {site.team_size} is outside {_range(rule.team_size)}"
        case "travelers":
            return f"its {site.travelers} travelers are outside {_range(rule.travelers)}"


def _kilometers(meters: int) -> str:
    return f"{meters // 1000}.{meters % 1000:03d}".rstrip("0").rstrip(".")


def _range(ends: tuple[int, int] | None) -> str:
    return "" if ends is None else f"{ends[0]} to {ends[1]}"
