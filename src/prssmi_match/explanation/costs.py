"""What each change of a document costs: the least for what the coordinator decides, more for what others have to do.

Only their proportions matter: they rank the repairs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from prssmi_match.problem.changes import ChangeKind, Owner
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.problem.changes import Lever
    from prssmi_match.problem.document import Problem

__all__ = ["COSTS", "Price", "price_list"]

Price = Callable[["Lever"], int | None]
"""The cost of a lever, a unit of its amount; None where it is not negotiable."""

COSTS: Mapping[ChangeKind, int] = {
    # One person, or 50 km: the smallest step that there is, and the coordinator's to take.
    "team_size": 1,
    "travelers": 1,
    "max_km": 1,
    # A target of the coordinator's own: nobody else is asked, and nothing is paid.
    "minimum": 2,
    # What a mentor site is asked to give, a place or a unit of work at a time; most can give a little.
    "capacity": 2,
    "min_mentees": 2,
    "max_workload": 2,
    # One more site costs the program a stipend or travel; the others take back what somebody has decided.
    "maximum": 3,
    "must": 3,
    "pin": 3,
    "forbid": 3,
    "together": 3,
    "apart": 3,
    # Who may be paired at all is what the program stands for.
    "setting": 4,
    "no_prior_mentor": 4,
    "listed_only": 4,
    "scored_only": 4,
    # A site that said no has to be talked round, and may keep to it.
    "mentee_veto": 5,
    "mentor_veto": 5,
    # A site that is not there has to be won back; stability is a promise to every site at once.
    "mentee_availability": 6,
    "mentor_availability": 6,
    "stability": 6,
}
MOST = 1000
"""The greatest cost: keeps every sum far below 2^53."""


def price_list(problem: Problem, costs: Mapping[str, int | None] | None, protected: frozenset[Fact]) -> Price:
    """Return the costs of a document's levers: that of the one fact, else of the kind, else of the owner, else ours.

    Raises
    ------
    ValueError
        If a key is no kind, owner or id of a rule or fact, or a cost is not a whole number from 1 to 1000 or None.
    """
    stated = dict(costs or {})
    for key, cost in stated.items():
        _check(problem, key, cost)

    def price(lever: Lever) -> int | None:
        if lever.fact in protected:
            return None
        return next(
            (stated[key] for key in (lever.fact.id, lever.kind, lever.owner) if key in stated), COSTS[lever.kind]
        )

    return price


def _check(problem: Problem, key: str, cost: object) -> None:
    general = {*get_args(ChangeKind), *get_args(Owner)}
    if key not in general and key not in (ids := set(_fact_ids(problem))):
        close = nearest(key, general | ids)
        guess = f" Did you mean {close!r}?" if close else ""
        message = f"costs has {key!r}, which is no kind of change, no owner and no rule or fact of the document.{guess}"
        raise ValueError(message)
    if cost is not None and (isinstance(cost, bool) or not isinstance(cost, int) or not 1 <= cost <= MOST):
        message = f"the cost of {key!r} is {cost!r}; give a whole number from 1 to {MOST}, or None for never"
        raise ValueError(message)


def _fact_ids(problem: Problem) -> Iterator[str]:
    """Give the ids of all rules, and of all facts that could be changed or could come to be."""
    yield from (named.id for named in problem.program.rules)
    yield Fact("setting").id
    for mentee in problem.mentees:
        yield Fact("mentee_availability", (mentee.id,)).id
        yield from (Fact("mentee_veto", (mentee.id, other)).id for other in mentee.unacceptable)
    for mentor in problem.mentors:
        for kind in ("mentor_availability", "capacity", "min_mentees", "max_workload"):
            yield Fact(kind, (mentor.id,)).id
        yield from (Fact("mentor_veto", (mentor.id, other)).id for other in mentor.unacceptable)
