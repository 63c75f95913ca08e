"""The fairness measures of an answer."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.compatibility.profiles import values_of
from prssmi_match.problem.values import round_half_up
from prssmi_match.solution.fairness import Fairness, FitSpread, GroupShare, LoadSpread, RankCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.participants import Mentee, Mentor
    from prssmi_match.solution.evaluation import Evaluation
    from prssmi_match.solution.matching import Matching

__all__ = ["gini", "measure_fairness"]


def measure_fairness(problem: Problem, matching: Matching, evaluation: Evaluation) -> Fairness:
    """Return the measures of a matching of available sites."""
    pairs = [(problem.mentee_by_id[pair.mentee], problem.mentor_by_id[pair.mentor]) for pair in matching.pairs]
    return Fairness(
        mentee_ranks=_ranks((mentee, mentor.id) for mentee, mentor in pairs),
        mentor_ranks=_ranks((mentor, mentee.id) for mentee, mentor in pairs),
        fit=_fit(evaluation),
        loads=_loads(problem, matching),
        groups=tuple(_groups(problem, {mentee.id for mentee, _ in pairs})),
    )


def _ranks(pairs: Iterable[tuple[Mentee | Mentor, str]]) -> RankCounts:
    groups: Counter[int] = Counter()
    unlisted = not_stated = 0
    for site, other in pairs:
        group = next((index for index, tied in enumerate(site.preferences) if other in tied), None)
        if group is not None:
            groups[group] += 1
        elif site.preferences:
            unlisted += 1
        else:
            not_stated += 1
    by_group = tuple(groups[group] for group in range(max(groups, default=-1) + 1))
    return RankCounts(by_group=by_group, unlisted=unlisted, not_stated=not_stated)


def _fit(evaluation: Evaluation) -> FitSpread | None:
    tier = next((row.tier for pair in evaluation.pairs for row in pair.points), None)
    if tier is None:
        return None
    points = sorted(pair.total(tier) for pair in evaluation.pairs)
    count = len(points)
    middle = Fraction(points[(count - 1) // 2] + points[count // 2], 2)
    return FitSpread(
        tier=tier, count=count, worst=points[0], median=round_half_up(middle), best=points[-1], gini=gini(points)
    )


def gini(points: Sequence[int]) -> int:
    """Return the Gini coefficient of points in ascending order, in thousandths.

    Half the mean absolute difference of all pairs, relative to the mean (C. Gini, 1912); 0 where all points are 0.
    """
    total, count = sum(points), len(points)
    if not total:
        return 0
    weighted = sum((2 * place - count - 1) * value for place, value in enumerate(points, start=1))
    return round_half_up(Fraction(1000 * weighted, count * total))


def _loads(problem: Problem, matching: Matching) -> LoadSpread:
    loads = {mentor: len(matching.mentees_of(mentor)) for mentor in problem.mentor_by_id}
    used = {mentor: load for mentor, load in loads.items() if load}
    shares = [
        round_half_up(Fraction(1000 * load, problem.capacity(problem.mentor_by_id[mentor])))
        for mentor, load in used.items()
    ]
    return LoadSpread(
        used=len(used),
        available=sum(1 for mentor in problem.mentors if mentor.available),
        fewest=min(used.values(), default=0),
        most=max(used.values(), default=0),
        lowest_share=min(shares, default=0),
        highest_share=max(shares, default=0),
    )


def _groups(problem: Problem, matched: set[str]) -> Iterator[GroupShare]:
    """Give the share of each value of each field that some mentee states; a mentee with two settings counts in both."""
    mentees = [mentee for mentee in problem.mentee_by_id.values() if mentee.available]
    attributes = sorted({f"attributes.{name}" for mentee in mentees for name in mentee.attributes})
    for field in ("settings", "state", "locale", "stage", *attributes):
        members: dict[str | None, list[str]] = {}
        for mentee in mentees:
            known: list[str | None] = [*sorted(values_of(mentee, field))]
            for value in known or [None]:
                members.setdefault(value, []).append(mentee.id)
        for value in sorted(members, key=lambda value: (value is None, value or "")):
            if len(members) > 1 or value is not None:
                count = sum(1 for mentee in members[value] if mentee in matched)
                yield GroupShare(field=field, value=value, matched=count, available=len(members[value]))
