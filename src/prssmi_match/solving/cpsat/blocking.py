"""When a pair does not block: one expression a pair, by ladders over the groups of both sides.

A pair is content when the mentee has this mentor or one of the same or a better group, or the mentor is full with
mentees of the same or a better group, or a maximum of the program excuses an unmatched mentee or an unused mentor.
Each ladder climbs its groups once, so the model grows with the number of pairs, not with its square.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.problem.facts import Fact
from prssmi_match.problem.rules import Opening, Selection
from prssmi_match.solving.assignment import UNMATCHED
from prssmi_match.solving.cpsat.variables import number_chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat.variables import Auxiliary, Value, Variables

__all__ = ["contentment", "maximums"]

Expression = cp_model.LinearExpr


def contentment(variables: Variables) -> Iterator[tuple[int, Expression]]:
    """Give each pair's position, and an expression that reaches 1 where the pair does not block."""
    compatibility = variables.compatibility
    parts: list[list[Expression]] = [[] for _ in compatibility.pairs]
    for mentee, positions in enumerate(compatibility.pairs_of_mentee):
        _add(parts, _mentee_ladder(mentee, positions, variables))
    for mentor, positions in enumerate(compatibility.pairs_of_mentor):
        _add(parts, _mentor_ladder(mentor, positions, variables))
    _add(parts, _excused_mentees(variables))
    _add(parts, _excused_mentors(variables))
    for position, expressions in enumerate(parts):
        expressions.extend(variables.still_refused(position))
        yield position, cp_model.LinearExpr.sum(expressions)


def _add(parts: list[list[Expression]], found: Iterable[tuple[int, Expression]]) -> None:
    for position, expression in found:
        parts[position].append(expression)


def _groups(positions: Sequence[int], group_of: Callable[[int], int]) -> Iterator[list[int]]:
    """Give the positions of each group, best first."""
    for _, group in groupby(sorted(positions, key=group_of), key=group_of):
        yield list(group)


def _mentee_ladder(mentee: int, positions: Sequence[int], variables: Variables) -> Iterator[tuple[int, Expression]]:
    compatibility = variables.compatibility
    profile = compatibility.mentees[mentee]
    groups = list(_groups(positions, lambda p: profile.group(compatibility.mentors[compatibility.pairs[p][1]].id)))
    for group, rung in zip(groups, _climb(groups, variables, 1), strict=True):
        yield from ((position, rung) for position in group)


def _mentor_ladder(mentor: int, positions: Sequence[int], variables: Variables) -> Iterator[tuple[int, Expression]]:
    compatibility = variables.compatibility
    profile = compatibility.mentors[mentor]
    capacity = compatibility.problem.capacity(profile.site)
    if capacity >= len(positions):
        return  # with a mentee elsewhere it has room, and then it is not full
    groups = list(_groups(positions, lambda p: profile.group(compatibility.mentees[compatibility.pairs[p][0]].id)))
    below: frozenset[int] = frozenset()
    for group, rung in zip(groups, _climb(groups, variables, len(positions)), strict=True):
        below |= set(group)
        filled = _at_least(number_chosen(below), capacity)
        full = variables.reaching(rung, capacity, len(positions), Fact("capacity", (profile.id,)), filled)
        yield from ((position, full.var) for position in group)


def _climb(groups: Sequence[Sequence[int]], variables: Variables, most: int) -> Iterator[Expression]:
    """Give, group by group, the number of chosen pairs up to and with it; each rung stands on the one before."""
    below: frozenset[int] = frozenset()
    rung = variables.total(())
    for group in groups:
        below |= set(group)
        step: Expression = rung + variables.total(group)
        if len(groups) > 1:
            count = variables.integer(0, most, number_chosen(below))
            variables.define(step - count.var, 0, 0)
            step = count.var
        rung = step
        yield rung


def _excused_mentees(variables: Variables) -> Iterator[tuple[int, Expression]]:
    """Excuse the pairs of unmatched mentees where a selection maximum is reached."""
    compatibility = variables.compatibility
    everyone = variables.total(range(len(compatibility.pairs)))
    rules = maximums(Selection, variables)
    reached = [_reached(fact, high, everyone, _number_matched, variables) for fact, high in rules]
    if not reached:
        return
    limits = [high for _, high in rules]
    for mentee, positions in enumerate(compatibility.pairs_of_mentee):
        excused = variables.binary(_unmatched_beyond(mentee, min(limits)))
        variables.define(excused.var + variables.matched(mentee), 0, 1)
        variables.define(cp_model.LinearExpr.sum([r.var for r in reached]) - excused.var, 0, len(reached))
        yield from ((position, excused.var) for position in positions)


def _excused_mentors(variables: Variables) -> Iterator[tuple[int, Expression]]:
    """Excuse the pairs of unused mentors where an opening maximum is reached."""
    compatibility = variables.compatibility
    rules = maximums(Opening, variables)
    if not rules:
        return
    number_used = variables.number_used()
    reached = [_reached(fact, high, number_used, _number_used, variables) for fact, high in rules]
    limits = [high for _, high in rules]
    for mentor, positions in enumerate(compatibility.pairs_of_mentor):
        if not positions:
            continue
        excused = variables.binary(_unused_beyond(mentor, min(limits)))
        variables.define(excused.var + variables.used(mentor).var, 0, 1)
        variables.define(cp_model.LinearExpr.sum([r.var for r in reached]) - excused.var, 0, len(reached))
        yield from ((position, excused.var) for position in positions)


def _unmatched_beyond(mentee: int, limit: int) -> Value:
    return lambda assignment: assignment.mentor_of[mentee] == UNMATCHED and _number_matched(assignment) >= limit


def _unused_beyond(mentor: int, limit: int) -> Value:
    return lambda assignment: assignment.loads[mentor] == 0 and _number_used(assignment) >= limit


def _at_least(value: Value, limit: int) -> Value:
    return lambda assignment: value(assignment) >= limit


def _number_matched(assignment: Assignment) -> int:
    return len(assignment.chosen)


def _number_used(assignment: Assignment) -> int:
    return sum(1 for load in assignment.loads if load)


def maximums(kind: type[Selection | Opening], variables: Variables) -> list[tuple[Fact, int]]:
    """Return the rules of a kind that state a maximum."""
    rules = variables.compatibility.problem.program.rules
    return [
        (Fact("rule", (named.id,)), named.rule.max)
        for named in rules
        if isinstance(named.rule, kind) and named.rule.max is not None
    ]


def _reached(fact: Fact, high: int, number: Expression, count: Value, variables: Variables) -> Auxiliary:
    """Return whether a rule's maximum is reached."""
    return variables.reaching(number, high, len(variables.compatibility.pairs), fact, _at_least(count, high))
