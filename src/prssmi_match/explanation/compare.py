"""Two answers held against each other; either may be made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import aim_changes, comparison_sentence, mentee_change_sentence
from prssmi_match.solution.comparison import Comparison, LoadChange, MenteeChange, TierChange
from prssmi_match.solution.result import Result
from prssmi_match.verification import check_matching, evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.evaluation import Evaluation
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.verification import Violation

__all__ = ["compare_answers"]


@dataclass(frozen=True, slots=True)
class _Side:
    problem: Problem
    matching: Matching
    evaluation: Evaluation
    violations: tuple[Violation, ...]

    @property
    def values(self) -> dict[str, int]:
        return {tier.name: tier.value for tier in self.evaluation.tiers}

    def points(self, mentee: str) -> int | None:
        """Return the mentee's points in the first tier that gives pairs points."""
        pairs = self.evaluation.pairs
        tier = next((row.tier for pair in pairs for row in pair.points), None)
        totals = [pair.total(tier) for pair in pairs if tier is not None and pair.mentee == mentee]
        return sum(totals) if totals else None

    def rank(self, mentee: str) -> int | None:
        """Return the group of its mentor in the mentee's own list, 1 the best."""
        mentor, site = self.matching.mentor_of(mentee), self.problem.mentee_by_id.get(mentee)
        groups = site.preferences if site is not None else ()
        return next((place for place, tied in enumerate(groups, start=1) if mentor in tied), None)


def compare_answers(a: Result | Matching, b: Result | Matching, problem: Problem | None = None) -> Comparison:
    """Return what ``b`` does differently from ``a``.

    A matching made by hand is judged by the problem given, else by that of the other one.

    Raises
    ------
    NoMatchingError
        If one is a result without a matching.
    ValueError
        If both are matchings, and no problem is given.
    """
    before, after = _side(a, b, problem), _side(b, a, problem)
    rows = tuple(_mentees(before, after))
    tiers = tuple(_tiers(before, after))
    aims = aim_changes(after.problem, {row.tier: row.change for row in tiers if row.change is not None})
    broken = tuple(tuple(violation.sentence for violation in side.violations) for side in (before, after))
    gainers = [row.mentee for row in rows if row.gains]
    losers = [row.mentee for row in rows if row.gains is False]
    others = [row.mentee for row in rows if row.gains is None]
    return Comparison(
        tiers=tiers,
        mentees=rows,
        loads=tuple(_loads(before.matching, after.matching)),
        violations_before=before.violations,
        violations_after=after.violations,
        same_document=before.problem == after.problem,
        sentence=comparison_sentence(after.problem, aims, gainers, losers, others, (broken[0], broken[1])),
    )


def _side(own: Result | Matching, other: Result | Matching, problem: Problem | None) -> _Side:
    if isinstance(own, Result):
        stated, matching = own.problem, own.matching
    else:
        matching = own
        found = problem or (other.problem if isinstance(other, Result) else None)
        if found is None:
            raise ValueError("Two matchings made by hand can only be compared by a problem: give problem=")
        stated = found
    violations = check_matching(stated, matching).violations
    return _Side(stated, matching, evaluate_matching(stated, matching), violations)


def _tiers(before: _Side, after: _Side) -> Iterator[TierChange]:
    old, new = before.values, after.values
    for tier in dict.fromkeys([*old, *new]):
        values = old.get(tier), new.get(tier)
        change = None if values[0] is None or values[1] is None else values[1] - values[0]
        yield TierChange(tier=tier, before=values[0], after=values[1], change=change)


def _mentees(before: _Side, after: _Side) -> Iterator[MenteeChange]:
    for mentee in sorted({pair.mentee for side in (before, after) for pair in side.matching.pairs}):
        mentors = before.matching.mentor_of(mentee), after.matching.mentor_of(mentee)
        if mentors[0] == mentors[1]:
            continue
        points = before.points(mentee), after.points(mentee)
        yield MenteeChange(
            mentee=mentee,
            before=mentors[0],
            after=mentors[1],
            points_before=points[0],
            points_after=points[1],
            rank_before=before.rank(mentee),
            rank_after=after.rank(mentee),
            gains=_gains(mentors, points) if mentee in after.problem.mentee_by_id else None,
            sentence=mentee_change_sentence(after.problem, mentee, mentors, points),
        )


def _gains(mentors: tuple[str | None, str | None], points: tuple[int | None, int | None]) -> bool | None:
    if None in mentors:
        return mentors[0] is None
    if points[0] is None or points[1] is None or points[0] == points[1]:
        return None
    return points[1] > points[0]


def _loads(before: Matching, after: Matching) -> Iterator[LoadChange]:
    for mentor in sorted({pair.mentor for matching in (before, after) for pair in matching.pairs}):
        loads = len(before.mentees_of(mentor)), len(after.mentees_of(mentor))
        if loads[0] != loads[1]:
            yield LoadChange(mentor=mentor, before=loads[0], after=loads[1])
