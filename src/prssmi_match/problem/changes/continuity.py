"""A document that asks for its earlier pairs to be kept, before or behind everything else that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.changes.tiers import with_tiers
from prssmi_match.problem.criteria import Continuity
from prssmi_match.problem.participants import PreviousPair
from prssmi_match.problem.policy import GiveUp, MaximizeTier
from prssmi_match.problem.rules import Pin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prssmi_match.problem.document import Problem

__all__ = [
    "keeping_at_all",
    "keeping_first",
    "keeping_last",
    "known_previous",
    "unknown_previous",
    "with_pins",
    "with_previous",
]


def known_previous(problem: Problem) -> tuple[tuple[str, str], ...]:
    """Return the earlier pairs of sites that the document still has, each once, in the order of ids."""
    pairs = {(pair.mentee, pair.mentor) for pair in problem.previous}
    return tuple(sorted(p for p in pairs if p[0] in problem.mentee_by_id and p[1] in problem.mentor_by_id))


def unknown_previous(problem: Problem) -> tuple[tuple[str, str], ...]:
    """Return the earlier pairs with a site that the document does not have any more, each once, in the order of ids."""
    return tuple(sorted({(pair.mentee, pair.mentor) for pair in problem.previous} - {*known_previous(problem)}))


def with_previous(problem: Problem, pairs: Iterable[tuple[str, str]]) -> Problem:
    """Return the document with these as the pairs of an earlier answer."""
    rows = tuple(PreviousPair(mentee=mentee, mentor=mentor) for mentee, mentor in pairs)
    return problem.model_copy(update={"previous": rows})


def with_pins(problem: Problem, pairs: Iterable[tuple[str, str]], reason: str | None = None) -> Problem:
    """Return the document with one more rule for each pair, at the end and in this order: it must be kept."""
    taken = {named.id for named in problem.program.rules}
    pins = []
    for mentee, mentor in pairs:
        name = f"frozen-{mentee}"
        while name in taken:
            name += "-again"
        taken.add(name)
        pins.append(Pin(id=name, mentee=mentee, mentor=mentor, reason=reason))
    return problem.model_copy(update={"rules": (*problem.rules, *pins)})


def keeping_first(problem: Problem, give_up: int = 0) -> Problem:
    """Return the document with an aim before all others: to keep as many earlier pairs as possible, less some.

    Where some may be given up, the last aim before the draw is again to keep as many as possible.
    """
    *tiers, draw = problem.program.tiers
    first, again = _tiers(problem, give_up)
    return with_tiers(problem, [first, *tiers, *([again] if give_up else []), draw])


def keeping_last(problem: Problem) -> Problem:
    """Return the document with an aim behind all others but the draw: to keep as many earlier pairs as possible."""
    *tiers, draw = problem.program.tiers
    return with_tiers(problem, [*tiers, _tiers(problem)[0], draw])


def keeping_at_all(problem: Problem) -> Problem:
    """Return the document with no aim but to keep as many earlier pairs as possible."""
    return with_tiers(problem, [_tiers(problem)[0]])


def _tiers(problem: Problem, give_up: int = 0) -> tuple[MaximizeTier, MaximizeTier]:
    """Return the aim twice, under two names that no other aim has; only the first may give up something."""
    taken = {tier.name for tier in problem.program.tiers}
    names = (f"continuity{'_again' * count}" for count in range(len(taken) + 2))
    first, again = [name for name in names if name not in taken][:2]
    loss = GiveUp(points=give_up) if give_up else None
    aim = (Continuity(),)
    return MaximizeTier(name=first, maximize=aim, give_up=loss), MaximizeTier(name=again, maximize=aim)
