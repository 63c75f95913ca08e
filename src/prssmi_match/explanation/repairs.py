"""What would have to be changed so that a matching exists: minimal repairs, the cheapest first.

Every repair is minimal, whatever the rules: all costs are at least 1, so a proper part of it costs less, and would have
been found before it; what moves as much as a repair that was found before is left out. That holds under stability too,
where more is not always better: the search never takes it that a part fails because the whole does, or the reverse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.explanation.costs import price_list
from prssmi_match.problem.changes import Lever, apply_changes
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.program import number
from prssmi_match.problem.wording import change_sentence, changes_sentence
from prssmi_match.solution.repair import Change, Repair, Repairs
from prssmi_match.solution.status import Status
from prssmi_match.solving import solve
from prssmi_match.solving.cpsat import RelaxedFormulation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prssmi_match.explanation.costs import Price
    from prssmi_match.problem.document import Problem
    from prssmi_match.solving import Budget

__all__ = ["find_repairs"]


def find_repairs(
    problem: Problem,
    budget: Budget,
    *,
    costs: Mapping[str, int | None] | None = None,
    protected: frozenset[Fact] = frozenset(),
    limit: int = 5,
) -> Repairs:
    """Return the cheapest minimal repairs of an infeasible problem, each proved to work; none where it is feasible.

    Parameters
    ----------
    costs : mapping of str to int or None
        The cost of a change, a unit of its amount, by the id of a rule or fact, by kind, or by owner, in this
        precedence; None is never. What is left out costs as ``COSTS`` says.
    protected : frozenset of Fact
        What may not be changed.
    limit : int
        The most repairs.

    Raises
    ------
    ValueError
        If ``costs`` has a key that names nothing, or a cost that is none.
    """
    price = price_list(problem, costs, protected)
    ordered, original = _in_order(problem)
    search = RelaxedFormulation(ordered, lambda lever: price(original(lever)))
    found: list[Repair] = []
    for _ in budget.each(range(limit), "repairs"):
        cheapest = search.cheapest(budget)
        if not cheapest.by_lever:
            return _menu(found, complete=cheapest.proved)
        amounts = {original(lever): amount for lever, amount in cheapest.by_lever.items()}
        if not cheapest.proved or not _works(problem, amounts, budget):
            return _menu(found, complete=False)
        found.append(_repair(problem, amounts, price))
        search.forbid(cheapest.by_lever)
    return _menu(found, complete=search.is_exhausted(budget))


def _works(problem: Problem, amounts: Mapping[Lever, int], budget: Budget) -> bool:
    """Whether the changed document has a matching, solved as any other."""
    return solve(assess(apply_changes(problem, amounts)), (), budget).status is Status.OPTIMAL


def _menu(found: list[Repair], *, complete: bool) -> Repairs:
    by_cost = sorted(found, key=lambda repair: (repair.cost, len(repair.changes), repair.sentence))
    return Repairs(repairs=tuple(by_cost), complete=complete)


def _repair(problem: Problem, amounts: Mapping[Lever, int], price: Price) -> Repair:
    changes = sorted(
        (_change(problem, lever, amount, price) for lever, amount in amounts.items()),
        key=lambda change: (change.owner, change.kind, change.sentence),
    )
    ordered = {Lever(change.kind, change.fact, change.part): change.amount for change in changes}
    return Repair(
        cost=sum(change.cost for change in changes),
        changes=tuple(changes),
        sentence=changes_sentence(problem, ordered),
    )


def _change(problem: Problem, lever: Lever, amount: int, price: Price) -> Change:
    return Change(
        kind=lever.kind,
        rule_id=lever.fact.id,
        fact=lever.fact,
        part=lever.part,
        owner=lever.owner,
        amount=amount,
        cost=amount * (price(lever) or 0),
        sentence=change_sentence(problem, lever, amount),
    )


def _in_order(problem: Problem) -> tuple[Problem, Callable[[Lever], Lever]]:
    """Return the document with its rules in an order of their own, and what a lever of it is in the document.

    Rules without an id are numbered as they are written; which of several equally cheap repairs come first must not
    depend on that.
    """
    order = sorted(range(len(problem.rules)), key=lambda row: _content(problem.rules[row].model_dump()))
    ordered = problem.model_copy(update={"rules": tuple(problem.rules[row] for row in order)})
    written = number(problem.rules)
    names = {named.id: written[row].id for named, row in zip(number(ordered.rules), order, strict=True)}

    def original(lever: Lever) -> Lever:
        if lever.fact.kind != "rule":
            return lever
        return Lever(lever.kind, Fact("rule", (names.get(lever.fact.id, lever.fact.id),)), lever.part)

    return ordered, original


def _content(value: object) -> str:
    """Return what a rule says as text, whatever the order of its fields and lists."""
    match value:
        case dict():
            return str(sorted((key, _content(item)) for key, item in value.items()))
        case tuple():
            return str(sorted(_content(item) for item in value))
        case _:
            return repr(value)
