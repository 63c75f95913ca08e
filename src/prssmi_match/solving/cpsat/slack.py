"""The variables of a relaxed model: how far each lever is moved, and what that does to limits and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from prssmi_match.problem.changes import Lever
from prssmi_match.problem.values import MOST
from prssmi_match.solving.cpsat.variables import Variables
from prssmi_match.solving.levers import Lifts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.changes import ChangeKind
    from prssmi_match.problem.facts import Fact
    from prssmi_match.solving.cpsat.variables import Auxiliary, Value

__all__ = ["RelaxedVariables", "Slack"]


class Slack:
    """How far one lever is moved, in binary digits.

    Attributes
    ----------
    most : int
        More than this is never needed.
    bits : list of IntVar
        The digits, the lowest first.
    amount : LinearExpr
        Their number.
    """

    def __init__(self, model: cp_model.CpModel, most: int) -> None:
        self.most = most
        self.bits = [model.new_bool_var("") for _ in range(most.bit_length())]
        self.amount = cp_model.LinearExpr.weighted_sum(self.bits, [1 << place for place in range(len(self.bits))])
        self._model = model
        self._below: dict[int, cp_model.IntVar] = {}
        model.add_linear_constraint(self.amount, 0, most)

    def below(self, amount: int) -> cp_model.IntVar:
        """Return what can be 1 only where the lever is moved by less than an amount of at least 1."""
        if amount not in self._below:
            below = self._model.new_bool_var("")
            self._model.add_linear_constraint(self.amount + (self.most - amount + 1) * below, 0, self.most)
            self._below[amount] = below
        return self._below[amount]


class RelaxedVariables(Variables):
    """Variables on the full grid of pairs, and a slack for each lever that is negotiable.

    Attributes
    ----------
    slacks : dict of Lever to Slack
        Those that something asked for; the cost of a unit of each is that of ``price``.
    """

    def __init__(
        self, model: cp_model.CpModel, compatibility: Compatibility, price: Callable[[Lever], int | None]
    ) -> None:
        super().__init__(model, compatibility)
        self._price = price
        self.slacks: dict[Lever, Slack] = {}
        lifts = Lifts(compatibility)
        self._lifts = [lifts.of(position) for position in range(len(compatibility.pairs))]
        found = [lift for own in self._lifts for lift in own if lift is not None]
        self._furthest = dict(sorted(found))

    @property
    def is_strict(self) -> bool:
        """Whether every ground is in force, as it is stated."""
        return False

    def slack(self, lever: Lever) -> Slack | None:
        """Return how far a lever is moved; None where it is not negotiable, or moving it would change nothing."""
        if lever not in self.slacks:
            most = self._most(lever)
            if most < 1 or self._price(lever) is None:
                return None
            self.slacks[lever] = Slack(self.model, most)
        return self.slacks[lever]

    def cost(self) -> cp_model.LinearExpr:
        """Return what all that is moved costs."""
        terms = [(slack.amount, self._price(lever) or 0) for lever, slack in self.slacks.items()]
        return cp_model.LinearExpr.weighted_sum([amount for amount, _ in terms], [cost for _, cost in terms])

    def post_refusals(self) -> None:
        """Post that a refused pair is chosen only where all that refuses it is moved far enough."""
        for position, pair in enumerate(self.pair):
            for moved in self._moved(position):
                if moved is None:
                    self.define(self.total([position]), 0, 0)
                else:
                    slack, needed = moved
                    self.define(slack.amount - needed * pair, 0, slack.most)

    def reaching(self, number: cp_model.LinearExpr, limit: int, most: int, fact: Fact, of: Value) -> Auxiliary:
        """Add a 0-1 variable that can be 1 only where a number reaches the limit of a ground, moved as it may be."""
        slack = self.slack(Lever("maximum" if fact.kind == "rule" else "capacity", fact))
        if slack is None:
            return super().reaching(number, limit, most, fact, of)
        reached = self.binary(of)
        self.define(number - slack.amount - (limit + slack.most) * reached.var, -slack.most, most)
        return reached

    def still_refused(self, position: int) -> Sequence[cp_model.LinearExpr]:
        """Return, for each ground that refuses a pair, what is 1 where it still does; empty for an admissible pair."""
        return [
            self.model.new_constant(1) if moved is None else moved[0].below(moved[1]) for moved in self._moved(position)
        ]

    def _moved(self, position: int) -> list[tuple[Slack, int] | None]:
        """Return for each refusal of a pair what has to be moved by how much; None where nothing can be."""
        lifts = self._lifts[position]
        slacks = [None if lift is None else self.slack(lift[0]) for lift in lifts]
        return [
            None if lift is None or slack is None else (slack, lift[1])
            for lift, slack in zip(lifts, slacks, strict=True)
        ]

    def _most(self, lever: Lever) -> int:
        """Return the most that a lever can be moved to any effect."""
        problem = self.compatibility.problem
        match lever.kind:
            case "capacity":
                return len(self.compatibility.mentees) - problem.capacity(problem.mentor_by_id[lever.fact.sites[0]])
            case "min_mentees":
                return problem.mentor_by_id[lever.fact.sites[0]].min_mentees - 1
            case "max_workload":
                return self._most_workload(lever.fact.sites[0])
            case "minimum" | "maximum":
                return self._most_of_rule(lever.kind, lever.fact)
            case _:
                return self._furthest.get(lever, 1)

    def _most_workload(self, mentor: str) -> int:
        positions = self.compatibility.pairs_of_mentor[self.compatibility.mentor_index[mentor]]
        most = self.compatibility.problem.mentor_by_id[mentor].max_workload or 0
        return min(MOST, sum(map(self.compatibility.workload, positions))) - most

    def _most_of_rule(self, kind: ChangeKind, fact: Fact) -> int:
        rule = next(named.rule for named in self.compatibility.problem.program.rules if named.id == fact.id)
        if kind == "minimum":
            return getattr(rule, "min", None) or 0
        everyone = max(len(self.compatibility.mentees), len(self.compatibility.mentors))
        return everyone - (getattr(rule, "max", None) or 0)
