"""The model of all documents that a document can be changed into: every rule gives way, at a cost.

It is exact: some matching keeps all rules of the changed document if and only if the model has a solution with these
amounts. More capacity, fewer vetoes and so on leave every matching possible, but for stability: there what is moved
can make more pairs block, and the same amounts enter what it asks (``RelaxedVariables.reaching``, ``still_refused``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ortools.sat.python import cp_model

from prssmi_match.compatibility import assess
from prssmi_match.problem.changes import Lever
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.values import LARGEST
from prssmi_match.solving.cpsat.constraints import encode
from prssmi_match.solving.cpsat.constraints.facts import mentor_rows, post_one_mentor
from prssmi_match.solving.cpsat.priced import PricedModel
from prssmi_match.solving.cpsat.rows import at_least, at_most
from prssmi_match.solving.cpsat.slack import RelaxedVariables

if TYPE_CHECKING:
    from collections.abc import Callable

    from prssmi_match.problem.changes import ChangeKind
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.program import NamedRule
    from prssmi_match.solving.cpsat.rows import Row

__all__ = ["RelaxedFormulation"]


class RelaxedFormulation(PricedModel[Lever]):
    """Every rule and fact with slack wherever a lever can be moved, on the full grid of pairs.

    Parameters
    ----------
    price : callable
        The cost of a unit of each lever, at least 1; None where it may not be moved.
    """

    def __init__(self, problem: Problem, price: Callable[[Lever], int | None]) -> None:
        self._model = cp_model.CpModel()
        self._variables = RelaxedVariables(self._model, assess(problem, full_grid=True), price)
        post_one_mentor(self._variables)
        self._variables.post_refusals()
        for fact, row in mentor_rows(self._variables):
            lever = Lever(cast("ChangeKind", fact.kind), fact)
            self._post_limits(row, lever, lever)
        for named in problem.program.rules:
            for row in encode(named.rule, self._variables):
                self._post(named, row)
        super().__init__(self._model, self._variables.slacks, self._variables.cost())

    def _post(self, named: NamedRule, row: Row) -> None:
        fact, kind = Fact("rule", (named.id,)), named.rule.kind
        if row.must is not None:
            self._post_whole(row, Lever("must", fact, row.must))
        elif kind in {"opening", "selection", "quota"}:
            self._post_limits(row, Lever("minimum", fact), Lever("maximum", fact))
        else:
            self._post_whole(row, Lever(cast("ChangeKind", kind), fact))

    def _post_whole(self, row: Row, lever: Lever) -> None:
        """Post a row that can only be dropped as a whole, so that its slack has one digit."""
        slack, constraint = self._variables.slack(lever), row.post(self._model)
        if slack is not None:
            (dropped,) = slack.bits
            constraint.only_enforce_if(dropped.negated())

    def _post_limits(self, row: Row, lower: Lever, upper: Lever) -> None:
        """Post the ends of a row, each of which gives way by as much as its lever is moved."""
        for lever, end, sign in ((lower, row.low, 1), (upper, row.high, -1)):
            if abs(end) == LARGEST:
                continue
            slack = self._variables.slack(lever)
            expression = row.expression if slack is None else row.expression + sign * slack.amount
            (at_least if sign == 1 else at_most)(expression, end).post(self._model)
