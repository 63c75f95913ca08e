"""The calls of a plan whose sessions and visits are known.

Calls of different mentors have nothing to do with each other then. So they are found mentor by mentor, which takes
models of a few calls each instead of one of all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.planning.aims import CALLS, as_aim, draw_aim, early_aim, unmoved_aim
from prssmi_match.planning.formulation import Plan
from prssmi_match.solution.matching import Matching
from prssmi_match.solving.cpsat.steps import InfeasibleError, NothingFoundError, Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.planning.agenda import Agenda
    from prssmi_match.planning.aims import Aim
    from prssmi_match.planning.variables import Dates
    from prssmi_match.solving import Budget

__all__ = ["best_calls", "calls_around", "mentors_without_room"]


def calls_around(agenda: Agenda, dates: Dates, budget: Budget) -> Dates | None:
    """Return sessions and visits with calls, of which as few move as can; None where there is no room, or no time."""
    return _with_calls(agenda, dates, budget, last=False)


def best_calls(agenda: Agenda, dates: Dates, budget: Budget) -> Dates | None:
    """Return sessions and visits with their best calls: few moved, early, drawn; None unless no others are as good."""
    return _with_calls(agenda, dates, budget, last=True)


def mentors_without_room(agenda: Agenda, dates: Dates, budget: Budget) -> frozenset[str]:
    """Return the mentors for whose calls sessions and visits leave no room, or there is no time to tell."""
    return frozenset(m for m in agenda.mentees_of if _best(_around(agenda, m, dates), (), budget, last=False) is None)


def _with_calls(agenda: Agenda, dates: Dates, budget: Budget, *, last: bool) -> Dates | None:
    found = dict(enumerate(dates))
    with budget.quiet():
        for mentor in agenda.mentees_of:
            own = _around(agenda, mentor, dates)
            aims = [unmoved_aim(own)] if agenda.calendar.earlier else []
            if last:
                aims += [early_aim(own, CALLS), draw_aim(own, CALLS)]
            chosen = _best(own, aims, budget, last=last)
            if chosen is None:
                return None
            found |= {
                agenda.position[event.key]: option
                for event, option in zip(own.events, chosen, strict=True)
                if event.kind in CALLS
            }
    return tuple(found[place] for place in range(len(agenda.events)))


def _around(agenda: Agenda, mentor: str, dates: Dates) -> Agenda:
    """Return the agenda of the calls of a mentor: its sessions and visits have the dates that they are given."""
    mentees = set(agenda.mentees_of[mentor])
    given = []
    for place, event in enumerate(agenda.events):
        if mentor not in event.mentors:
            continue
        if event.kind in CALLS:
            given.append(event)
            continue
        teams = tuple(mentee for mentee in event.mentees if mentee in mentees)
        given.append(replace(event, mentees=teams, mentors=(mentor,), options=(event.options[dates[place]],)))
    pairs = [pair for pair in agenda.matching.pairs if pair.mentee in mentees]
    return replace(agenda, matching=Matching(pairs=pairs), given=tuple(given))


def _best(agenda: Agenda, aims: Sequence[Aim], budget: Budget, *, last: bool) -> Dates | None:
    """Return the dates that reach aim after aim; None where it is not proved that these do, or alone do if ``last``."""
    try:
        steps = Steps(Plan(agenda), budget)
        for aim in aims:
            step = steps.maximize(aim)
            if not step.proved:
                return None
            steps.hold(aim, step.value)
        dates = steps.incumbent
    except (InfeasibleError, NothingFoundError):
        return None
    others = as_aim(agenda, dates, CALLS).negative
    number = sum(1 for event in agenda.events if event.kind in CALLS)
    if last and steps.branch().reach(others, 1 - number) is not False:
        return None
    return dates
