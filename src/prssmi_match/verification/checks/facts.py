"""The facts that always bind, whatever the rules are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prssmi_match.solution.verification import Violation
from prssmi_match.verification.checks.pair_facts import organization, setting, veto
from prssmi_match.verification.sentences import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prssmi_match.verification.view import View

    Check = Callable[[View], Iterator[Violation]]

__all__ = ["check_facts"]


def check_facts(view: View) -> Iterator[Violation]:
    """Yield the violations of all facts."""
    for check in FACTS:
        yield from check(view)


def known_site(view: View) -> Iterator[Violation]:
    """Yield a violation for each id that is not one of the problem; the amount is the number of its pairs."""
    sides = (("mentee", 0, view.sites.mentees), ("mentor", 1, view.sites.mentors))
    for side, place, known in sides:
        for site, count in sorted(Counter(pair[place] for pair in view.written).items()):
            if site not in known:
                sentence = f"The answer names {site!r}, which is not the id of a {side} of this problem."
                yield Violation(rule_id="known_site", amount=count, witnesses=(site,), sentence=sentence)


def one_mentor(view: View) -> Iterator[Violation]:
    """Yield a violation for each mentee with more than one pair; the amount is how many too many."""
    written: dict[str, list[str]] = {}
    for mentee, mentor in view.written:
        if mentee in view.sites.mentees:
            written.setdefault(mentee, []).append(mentor)
    for mentee, mentors in sorted(written.items()):
        if len(mentors) > 1:
            distinct = sorted(set(mentors))
            yield Violation(
                rule_id="one_mentor",
                amount=len(mentors) - 1,
                witnesses=(mentee, *distinct),
                sentence=(
                    f"{view.mentee_name(mentee)} stands in {len(mentors)} pairs, with {view.mentor_names(distinct)}; "
                    "it may stand in one."
                ),
            )


def availability(view: View) -> Iterator[Violation]:
    """Yield a violation for each site that is matched but not available; the amount is the number of its pairs."""
    for mentee, mentors in view.mentors_of.items():
        site = view.sites.mentees[mentee]
        if site.status in {"hold", "withdrawn"}:
            status = "on hold" if site.status == "hold" else "withdrawn"
            sentence = f"{view.mentee_name(mentee)} is {status}, but is paired with {view.mentor_names(mentors)}."
            yield Violation(rule_id="availability", amount=len(mentors), witnesses=(mentee,), sentence=sentence)
    for mentor, mentees in view.mentees_of.items():
        if view.sites.mentors[mentor].status == "withdrawn":
            sentence = f"{view.mentor_name(mentor)} is withdrawn, but is paired with {view.mentee_names(mentees)}."
            yield Violation(rule_id="availability", amount=len(mentees), witnesses=(mentor,), sentence=sentence)


def capacity(view: View) -> Iterator[Violation]:
    """Yield a violation for each mentor with more mentees than it takes."""
    for mentor, mentees in view.mentees_of.items():
        most = view.sites.capacity[mentor]
        if len(mentees) > most:
            ground = " (the default capacity)" if view.sites.mentors[mentor].max_mentees is None else ""
            found = f"{view.mentor_name(mentor)} has {counted(len(mentees), 'mentee')}"
            yield _at_mentor(
                "capacity", len(mentees) - most, mentor, mentees, f"{found}; it takes at most {most}{ground}."
            )


def min_mentees(view: View) -> Iterator[Violation]:
    """Yield a violation for each used mentor with fewer mentees than its minimum."""
    for mentor, mentees in view.mentees_of.items():
        least = view.sites.mentors[mentor].min_mentees
        if len(mentees) < least:
            found = f"{view.mentor_name(mentor)} has {counted(len(mentees), 'mentee')}"
            sentence = f"{found}; if it is used, it needs at least {least}."
            yield _at_mentor("min_mentees", least - len(mentees), mentor, mentees, sentence)


def max_workload(view: View) -> Iterator[Violation]:
    """Yield a violation for each mentor whose mentees are more work than it takes."""
    for mentor, mentees in view.mentees_of.items():
        most = view.sites.mentors[mentor].max_workload
        load = sum(view.sites.workload(mentee, mentor) for mentee in mentees)
        if most is not None and load > most:
            sentence = f"{view.mentor_name(mentor)} has a workload of {load}; it takes at most {most}."
            yield _at_mentor("max_workload", load - most, mentor, mentees, sentence)


def _at_mentor(rule_id: str, amount: int, mentor: str, mentees: tuple[str, ...], sentence: str) -> Violation:
    return Violation(rule_id=rule_id, amount=amount, witnesses=(mentor, *mentees), sentence=sentence)


FACTS: tuple[Check, ...] = (
    known_site,
    one_mentor,
    availability,
    capacity,
    min_mentees,
    max_workload,
    veto,
    organization,
    setting,
)
