"""The facts that bind each pair by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.verification.view import View

__all__ = ["organization", "setting", "veto"]


def veto(view: View) -> Iterator[Violation]:
    """Yield a violation for each pair that a side finds unacceptable."""
    for mentee, mentor in view.pairs:
        if view.admissibility.is_vetoed(mentee, mentor):
            here, there = view.mentee_name(mentee), view.mentor_name(mentor)
            by_mentee = mentor in view.sites.mentees[mentee].unacceptable
            who, whom = (here, there) if by_mentee else (there, here)
            yield _of_pair("veto", mentee, mentor, f"{who} states that {whom} is unacceptable, but the two are paired.")


def organization(view: View) -> Iterator[Violation]:
    """Yield a violation for each pair of one organization with itself."""
    for mentee, mentor in view.pairs:
        if view.admissibility.is_same_organization(mentee, mentor):
            here, there = view.mentee_name(mentee), view.mentor_name(mentor)
            yield _of_pair("organization", mentee, mentor, f"{here} and {there} are the same organization.")


def setting(view: View) -> Iterator[Violation]:
    """Yield a violation for each pair without a common setting, where no rule states what is asked."""
    for mentee, mentor in view.pairs:
        if view.admissibility.misses_default_setting(mentee, mentor):
            here, there = view.mentee_name(mentee), view.mentor_name(mentor)
            yield _of_pair("setting", mentee, mentor, f"{there} covers none of the settings of {here}.")


def _of_pair(rule_id: str, mentee: str, mentor: str, sentence: str) -> Violation:
    return Violation(rule_id=rule_id, amount=1, witnesses=(mentee, mentor), sentence=sentence)
