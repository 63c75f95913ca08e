"""Who may be paired: every test of a pair, with the ground that it stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from prssmi_match.compatibility.distance import meters_between
from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
from prssmi_match.problem.facts import Fact, Refusal
from prssmi_match.problem.history import past_pairs
from prssmi_match.problem.rules import Eligibility, Forbid
from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.program import NamedRule

__all__ = ["Candidates", "PairTest", "candidates_of", "pair_tests"]

Predicate = Callable[[MenteeProfile, MentorProfile], bool]
PairTest = Callable[[MenteeProfile, MentorProfile], Refusal | None]
"""A test of a pair: the refusal where it fails, else None."""
Candidates = Callable[[MenteeProfile], Sequence[MentorProfile]]
"""For a mentee the mentors that can pass every test, in order; the others need not be tried."""


def pair_tests(problem: Problem) -> list[PairTest]:
    """Return every test that a pair has to pass."""
    eligibility = [named for named in problem.program.rules if isinstance(named.rule, Eligibility)]
    tests: list[PairTest] = [_mentee_available, _mentor_available, _mentee_veto, _mentor_veto, _organization]
    if all(named.rule.setting is None for named in eligibility if isinstance(named.rule, Eligibility)):
        tests.append(_rule_test(Refusal(Fact("setting"), "setting"), _covers_no_setting))
    scored = {(row.mentee, row.mentor) for row in problem.pairs}
    past = past_pairs(problem.history)
    for named in eligibility:
        tests.extend(_eligibility_tests(named, scored, past))
    tests.extend(_forbid_test(named) for named in problem.program.rules if isinstance(named.rule, Forbid))
    return tests


def candidates_of(problem: Problem, mentors: Sequence[MentorProfile]) -> Candidates:
    """Return the mentors worth testing: where a rule asks for rows or lists, looked up instead of tried one by one."""
    eligibility = [named.rule for named in problem.program.rules if isinstance(named.rule, Eligibility)]
    by_id = {mentor.id: mentor for mentor in mentors}
    if any(rule.scored_only for rule in eligibility):
        scored: dict[str, list[str]] = {}
        for row in problem.pairs:
            scored.setdefault(row.mentee, []).append(row.mentor)
        return lambda mentee: _in_order(scored.get(mentee.id, ()), by_id)
    if any(rule.listed_only for rule in eligibility):
        return lambda mentee: _in_order(mentee.rank, by_id) if mentee.rank else mentors
    return lambda mentee: mentors  # noqa: ARG005 - everybody, for each


def _in_order(ids: Iterable[str], by_id: Mapping[str, MentorProfile]) -> list[MentorProfile]:
    return sorted((by_id[one] for one in ids if one in by_id), key=lambda mentor: mentor.index)


def _mentee_available(mentee: MenteeProfile, mentor: MentorProfile) -> Refusal | None:  # noqa: ARG001
    return None if mentee.site.available else Refusal(Fact("mentee_availability", (mentee.id,)))


def _mentor_available(mentee: MenteeProfile, mentor: MentorProfile) -> Refusal | None:  # noqa: ARG001
    return None if mentor.site.available else Refusal(Fact("mentor_availability", (mentor.id,)))


def _mentee_veto(mentee: MenteeProfile, mentor: MentorProfile) -> Refusal | None:
    return Refusal(Fact("mentee_veto", (mentee.id, mentor.id))) if mentor.id in mentee.unacceptable else None


def _mentor_veto(mentee: MenteeProfile, mentor: MentorProfile) -> Refusal | None:
    return Refusal(Fact("mentor_veto", (mentor.id, mentee.id))) if mentee.id in mentor.unacceptable else None


def _organization(mentee: MenteeProfile, mentor: MentorProfile) -> Refusal | None:
    same = mentee.id == mentor.id or (mentee.organization is not None and mentee.organization == mentor.organization)
    return Refusal(Fact("organization", (mentee.id, mentor.id))) if same else None


def _covers_no_setting(mentee: MenteeProfile, mentor: MentorProfile) -> bool:
    return bool(mentee.settings and mentor.settings) and mentee.settings.isdisjoint(mentor.settings)


def _misses_a_setting(mentee: MenteeProfile, mentor: MentorProfile) -> bool:
    return bool(mentee.settings and mentor.settings) and not mentee.settings <= mentor.settings


def _prior_in(past: frozenset[tuple[str, str]]) -> Predicate:
    return lambda mentee, mentor: mentor.id in mentee.site.prior_mentors or (mentee.id, mentor.id) in past


def _is_not_listed(mentee: MenteeProfile, mentor: MentorProfile) -> bool:
    return bool(mentee.rank) and mentor.id not in mentee.rank


def _rule_test(refusal: Refusal, fails: Predicate) -> PairTest:
    return lambda mentee, mentor: refusal if fails(mentee, mentor) else None


def _eligibility_tests(
    named: NamedRule, scored: set[tuple[str, str]], past: frozenset[tuple[str, str]]
) -> Iterator[PairTest]:
    rule = named.rule
    assert isinstance(rule, Eligibility)  # noqa: S101 - narrows the union
    fact = Fact("rule", (named.id,))
    if rule.setting in {"any", "all"}:
        fails = _covers_no_setting if rule.setting == "any" else _misses_a_setting
        yield _rule_test(Refusal(fact, "setting"), fails)
    if rule.no_prior_mentor:
        yield _rule_test(Refusal(fact, "no_prior_mentor"), _prior_in(past))
    if rule.listed_only:
        yield _rule_test(Refusal(fact, "listed_only"), _is_not_listed)
    if rule.scored_only:
        yield _rule_test(Refusal(fact, "scored_only"), lambda mentee, mentor: (mentee.id, mentor.id) not in scored)
    if rule.max_km is not None:
        yield _rule_test(Refusal(fact, "max_km"), _farther_than(rule.max_km))
    if rule.team_size is not None:
        yield _rule_test(Refusal(fact, "team_size"), _outside("team_size", rule.team_size))
    if rule.travelers is not None:
        yield _rule_test(Refusal(fact, "travelers"), _outside("travelers", rule.travelers))


def _farther_than(kilometers: float) -> Predicate:
    most = 1000 * exact(kilometers)

    def farther(mentee: MenteeProfile, mentor: MentorProfile) -> bool:
        meters = meters_between(mentee.site, mentor.site)
        return meters is not None and meters > most

    return farther


def _outside(field: str, ends: tuple[int, int]) -> Predicate:
    def outside(mentee: MenteeProfile, mentor: MentorProfile) -> bool:  # noqa: ARG001
        value = getattr(mentee.site, field)
        return value is not None and not ends[0] <= value <= ends[1]

    return outside


def _forbid_test(named: NamedRule) -> PairTest:
    rule = named.rule
    assert isinstance(rule, Forbid)  # noqa: S101 - narrows the union
    refusal = Refusal(Fact("rule", (named.id,)), "forbid")
    forbidden = (rule.mentee, rule.mentor)
    return lambda mentee, mentor: refusal if (mentee.id, mentor.id) == forbidden else None
