"""Who may be paired: every test of a pair, with the ground that it stands on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.compatibility.distance import meters_of
from prssmi_match.compatibility.kinds import by_kinds, numbered
from prssmi_match.problem.facts import Fact, FactKind, Refusal
from prssmi_match.problem.history import past_pairs
from prssmi_match.problem.rules import Eligibility, Forbid
from prssmi_match.problem.values import exact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from prssmi_match.compatibility.cells import Cells, Fails
    from prssmi_match.compatibility.profiles import MenteeProfile, MentorProfile
    from prssmi_match.compatibility.sides import Sides
    from prssmi_match.compatibility.stated import Stated
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Test
    from prssmi_match.problem.program import NamedRule

__all__ = ["PairTest", "pair_tests", "worth_testing"]


@dataclass(frozen=True, slots=True)
class PairTest:
    """A test of pairs.

    Attributes
    ----------
    fails : callable
        From pairs to whether each fails.
    refusals : callable
        Of a mentee and a mentor that fail: the refusals, one a ground.
    """

    fails: Fails
    refusals: Callable[[MenteeProfile, MentorProfile], Sequence[Refusal]]


def pair_tests(problem: Problem, sides: Sides) -> list[PairTest]:
    """Return every test that a pair has to pass."""
    eligibility = _eligibility(problem)
    tests = list(_fact_tests(sides))
    if all(rule.setting is None for _, rule in eligibility):
        tests.append(PairTest(_settings_fail(sides, _covers_none), _always(Refusal(Fact("setting"), "setting"))))
    for named, rule in eligibility:
        tests.extend(_eligibility_tests(named, rule, problem, sides))
    tests.append(_forbid_test(problem, sides))
    return tests


def worth_testing(problem: Problem, sides: Sides) -> tuple[Stated, NDArray[np.bool_]] | None:
    """Return the only pairs that can pass every test, and the mentees that this does not bind; None: any pair can.

    Where a rule asks for rows or lists, those are looked up instead of trying all pairs.
    """
    rules = [rule for _, rule in _eligibility(problem)]
    if any(rule.scored_only for rule in rules):
        return _scored(problem, sides), np.zeros(len(sides.mentees), dtype=bool)
    if any(rule.listed_only for rule in rules):
        return _listed(sides), ~_lists(sides)
    return None


def _eligibility(problem: Problem) -> list[tuple[NamedRule, Eligibility]]:
    return [(named, named.rule) for named in problem.program.rules if isinstance(named.rule, Eligibility)]


def _scored(problem: Problem, sides: Sides) -> Stated:
    return sides.stated((row.mentee, row.mentor, 1) for row in problem.pairs)


def _listed(sides: Sides) -> Stated:
    return sides.stated((mentee.id, mentor, 1) for mentee in sides.mentees for mentor in mentee.rank)


def _lists(sides: Sides) -> NDArray[np.bool_]:
    return np.array([bool(mentee.rank) for mentee in sides.mentees], dtype=bool)


def _always(refusal: Refusal) -> Callable[[MenteeProfile, MentorProfile], Sequence[Refusal]]:
    return lambda mentee, mentor: (refusal,)  # noqa: ARG005 - the same for every pair


def _fact(kind: FactKind, *sides: str) -> Callable[[MenteeProfile, MentorProfile], Sequence[Refusal]]:
    """Return the refusal by a fact about the ids of the pair that are asked for."""
    return lambda mentee, mentor: (
        Refusal(Fact(kind, tuple(mentee.id if side == "mentee" else mentor.id for side in sides))),
    )


def _fact_tests(sides: Sides) -> Iterator[PairTest]:
    mentee_away = np.array([not mentee.site.available for mentee in sides.mentees], dtype=bool)
    mentor_away = np.array([not mentor.site.available for mentor in sides.mentors], dtype=bool)
    yield PairTest(lambda cells: mentee_away[cells.mentee], _fact("mentee_availability", "mentee"))
    yield PairTest(lambda cells: mentor_away[cells.mentor], _fact("mentor_availability", "mentor"))
    by_mentee = sides.stated((one.id, mentor, 1) for one in sides.mentees for mentor in one.unacceptable)
    by_mentor = sides.stated((mentee, one.id, 1) for one in sides.mentors for mentee in one.unacceptable)
    yield PairTest(by_mentee.has, _fact("mentee_veto", "mentee", "mentor"))
    yield PairTest(by_mentor.has, _fact("mentor_veto", "mentor", "mentee"))
    yield PairTest(_same_organization(sides), _fact("organization", "mentee", "mentor"))


def _same_organization(sides: Sides) -> Fails:
    """One organization on both sides, or one id."""
    unknown: dict[str | None, int] = {None: 0}
    one, organizations = numbered((mentee.organization for mentee in sides.mentees), unknown)
    other, _ = numbered((mentor.organization for mentor in sides.mentors), organizations)
    mentee_id, ids = numbered(mentee.id for mentee in sides.mentees)
    mentor_id, _ = numbered((mentor.id for mentor in sides.mentors), ids)

    def same(cells: Cells) -> NDArray[np.bool_]:
        mentees, mentors = one[cells.mentee], other[cells.mentor]
        itself = mentee_id[cells.mentee] == mentor_id[cells.mentor]
        either: NDArray[np.bool_] = ((mentees == mentors) & (mentees > 0)) | itself
        return either

    return same


def _covers_none(wanted: frozenset[str], had: frozenset[str]) -> bool:
    return bool(wanted and had) and wanted.isdisjoint(had)


def _misses_one(wanted: frozenset[str], had: frozenset[str]) -> bool:
    return bool(wanted and had) and not wanted <= had


def _settings_fail(sides: Sides, fails: Callable[[frozenset[str], frozenset[str]], bool]) -> Fails:
    wanted, had = (one.settings for one in sides.mentees), (one.settings for one in sides.mentors)
    found = by_kinds(wanted, had, fails)
    return lambda cells: found(cells) > 0


def _eligibility_tests(named: NamedRule, rule: Eligibility, problem: Problem, sides: Sides) -> Iterator[PairTest]:
    def test(name: Test, fails: Fails) -> PairTest:
        return PairTest(fails, _always(Refusal(Fact("rule", (named.id,)), name)))

    if rule.setting in {"any", "all"}:
        yield test("setting", _settings_fail(sides, _covers_none if rule.setting == "any" else _misses_one))
    if rule.no_prior_mentor:
        yield test("no_prior_mentor", sides.stated(_prior(problem, sides)).has)
    if rule.listed_only:
        listed, lists = _listed(sides), _lists(sides)
        yield test("listed_only", lambda cells: lists[cells.mentee] & ~listed.has(cells))
    if rule.scored_only:
        scored = _scored(problem, sides)
        yield test("scored_only", lambda cells: ~scored.has(cells))
    if rule.max_km is not None:
        yield test("max_km", _farther_than(rule.max_km, sides))
    if rule.team_size is not None:
        yield test("team_size", _outside([one.site.team_size for one in sides.mentees], rule.team_size))
    if rule.travelers is not None:
        yield test("travelers", _outside([one.site.travelers for one in sides.mentees], rule.travelers))


def _prior(problem: Problem, sides: Sides) -> Iterator[tuple[str, str, int]]:
    for mentee in sides.mentees:
        for mentor in mentee.site.prior_mentors:
            yield mentee.id, mentor, 1
    for mentee_id, mentor in past_pairs(problem.history):
        yield mentee_id, mentor, 1


def _farther_than(kilometers: float, sides: Sides) -> Fails:
    distance, most = meters_of(sides), math.floor(1000 * exact(kilometers))
    return lambda cells: distance(cells) > most


def _outside(values: Iterable[int | None], ends: tuple[int, int]) -> Fails:
    outside = np.array([value is not None and not ends[0] <= value <= ends[1] for value in values], dtype=bool)
    return lambda cells: outside[cells.mentee]


def _forbid_test(problem: Problem, sides: Sides) -> PairTest:
    """One test for all rules that forbid a pair; every one that names it is a ground."""
    refusals: dict[tuple[str, str], list[Refusal]] = {}
    for named in problem.program.rules:
        if isinstance(named.rule, Forbid):
            pair = named.rule.mentee, named.rule.mentor
            refusals.setdefault(pair, []).append(Refusal(Fact("rule", (named.id,)), "forbid"))
    forbidden = sides.stated((mentee, mentor, 1) for mentee, mentor in refusals)
    return PairTest(forbidden.has, lambda mentee, mentor: refusals[mentee.id, mentor.id])
