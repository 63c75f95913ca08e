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
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat.variables import Auxiliary, Value, Variables

__all__ = ["contentment", "maximums"]

Expression = cp_model.LinearExpr


def contentment(variables: Variables, hopeless: NDArray[np.bool_] | None = None) -> Iterator[tuple[int, Expression]]:
    """Give each pair's position, and an expression that reaches 1 where the pair does not block.

    Parameters
    ----------
    hopeless : array of bool, optional
        Pairs that cannot be chosen, and do not block where none of the others does; nothing is said of them.
    """
    compatibility = variables.compatibility
    parts: dict[int, list[Expression]] = {
        position: [] for position in range(len(compatibility.pairs)) if hopeless is None or not hopeless[position]
    }
    to_mentee, to_mentor = (groups.tolist() for groups in compatibility.groups)
    for positions in compatibility.pairs_of_mentee:
        left = [position for position in positions if position in parts]
        _add(parts, _mentee_ladder(_groups(left, to_mentee), variables))
    for mentor, positions in enumerate(compatibility.pairs_of_mentor):
        left = [position for position in positions if position in parts]
        _add(parts, _mentor_ladder(mentor, _groups(left, to_mentor), variables))
    _add(parts, _excused_mentees(variables))
    _add(parts, _excused_mentors(variables))
    for position, expressions in parts.items():
        expressions.extend(variables.still_refused(position))
        yield position, cp_model.LinearExpr.sum(expressions)


def _add(parts: dict[int, list[Expression]], found: Iterable[tuple[int, Expression]]) -> None:
    for position, expression in found:
        if position in parts:
            parts[position].append(expression)


def _groups(positions: Iterable[int], group_of: Sequence[int]) -> list[list[int]]:
    """Return the positions of each group, best first."""
    return [list(group) for _, group in groupby(sorted(positions, key=group_of.__getitem__), key=group_of.__getitem__)]


def _mentee_ladder(groups: Sequence[Sequence[int]], variables: Variables) -> Iterator[tuple[int, Expression]]:
    for group, rung in zip(groups, _climb(groups, variables, 1), strict=True):
        yield from ((position, rung) for position in group)


def _mentor_ladder(
    mentor: int, groups: Sequence[Sequence[int]], variables: Variables
) -> Iterator[tuple[int, Expression]]:
    profile = variables.compatibility.mentors[mentor]
    capacity, most = variables.compatibility.problem.capacity(profile.site), sum(map(len, groups))
    below: frozenset[int] = frozenset()
    for group, rung in zip(groups, _climb(groups, variables, most), strict=True):
        below |= set(group)
        if len(below) <= capacity:
            continue  # with a mentee of these groups elsewhere it is not full of the others
        filled = _at_least(number_chosen(below), capacity)
        full = variables.reaching(rung, capacity, most, Fact("capacity", (profile.id,)), filled)
        yield from ((position, full.var) for position in group)


def _climb(groups: Sequence[Sequence[int]], variables: Variables, most: int) -> Iterator[Expression]:
    """Give, group by group, the number of chosen pairs up to and with it; each rung stands on the one before."""
    below: frozenset[int] = frozenset()
    rung = variables.total(())
    for group in groups:
        below |= set(group)
        step: Expression = rung + variables.total(group)
        if len(below) > 1:
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
    """Return the rules of a kind with a maximum that can leave somebody out; any other excuses nobody."""
    compatibility = variables.compatibility
    sites = compatibility.pairs_of_mentee if kind is Selection else compatibility.pairs_of_mentor
    number = sum(1 for positions in sites if positions)
    return [
        (Fact("rule", (named.id,)), named.rule.max)
        for named in compatibility.problem.program.rules
        if isinstance(named.rule, kind) and named.rule.max is not None and named.rule.max < number
    ]


def _reached(fact: Fact, high: int, number: Expression, count: Value, variables: Variables) -> Auxiliary:
    """Return whether a rule's maximum is reached."""
    return variables.reaching(number, high, len(variables.compatibility.pairs), fact, _at_least(count, high))
