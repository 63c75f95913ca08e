"""The bare peer: the preset's tiers as a plain CP-SAT script, without anything around it.

It is given the admissible pairs and their points, and knows nothing of documents, proofs, explanations or checks. It
does what a careful modeler would do by hand: one model, tier after tier, each finished tier kept as an inequality, the
last solution as the hint, one worker.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.compatibility import Compatibility

__all__ = ["Instance", "Peer", "instance_of"]

GIVE_UP_REVIEW, GIVE_UP_FIT, STEP, SEED = 20, 0.02, 500, 2019


@dataclass(frozen=True)
class Instance:
    """Numbers only: sites are positions, pairs are (mentee, mentor)."""

    pairs: Sequence[tuple[int, int]]
    ids: tuple[list[str], list[str]]
    capacity: list[int]
    minimum: list[int]
    max_workload: list[int | None]
    workload: list[int]
    review: list[int]
    fit: list[int]
    seats: int
    opened: int


def instance_of(compatibility: Compatibility, *, seats: int, opened: int) -> Instance:
    """Return the numbers of an assessed problem under the preset."""
    from prssmi_match.compatibility.reviews import tenths

    problem = compatibility.problem
    mentees, mentors = ([row.site for row in rows] for rows in (compatibility.mentees, compatibility.mentors))
    scores = tenths(mentees)
    fit = next(tier for tier in problem.program.tiers if tier.name == "fit")
    return Instance(
        pairs=compatibility.pairs,
        ids=([site.id for site in mentees], [site.id for site in mentors]),
        capacity=[problem.capacity(site) for site in mentors],
        minimum=[site.min_mentees for site in mentors],
        max_workload=[site.max_workload for site in mentors],
        workload=[compatibility.workload(position) for position in range(len(compatibility.pairs))],
        review=[scores[mentee] for mentee, _ in compatibility.pairs],
        fit=compatibility.weighted(fit.maximize),
        seats=seats,
        opened=opened,
    )


@dataclass
class Peer:
    """One run over all tiers.

    Attributes
    ----------
    values : dict of str to int
        The best of each tier when it was solved; of fairness, the worst matched level.
    seconds, solving : float
        Of building and solving, and of the solver alone.
    solves : int
        How often the solver ran.
    """

    instance: Instance
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    variables: list[cp_model.IntVar] = field(default_factory=list)
    chosen: list[int] = field(default_factory=list)
    values: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    solving: float = 0.0
    solves: int = 0

    def run(self) -> Peer:
        """Solve every tier of the preset, in order."""
        begin = time.perf_counter()
        self._build()
        count, fit = [1] * len(self.x), self.instance.fit
        self._tier("coverage", count)
        self._tier("review", self.instance.review, give_up=GIVE_UP_REVIEW)
        self._tier("fit", fit, give_up=GIVE_UP_FIT)
        self._fairness()
        self._balance()
        self._tier("fit_again", fit)
        self._lottery()
        self.seconds = time.perf_counter() - begin
        return self

    @property
    def matching(self) -> list[tuple[str, str]]:
        """The chosen pairs by id, in the order of mentee ids."""
        (mentees, mentors), pairs = self.instance.ids, self.instance.pairs
        return [(mentees[pairs[p][0]], mentors[pairs[p][1]]) for p in self.chosen]

    def _new(self, low: int, high: int) -> cp_model.IntVar:
        variable = self.model.new_int_var(low, high, "")
        self.variables.append(variable)
        return variable

    def _build(self) -> None:
        data, model = self.instance, self.model
        self.x = [self._new(0, 1) for _ in data.pairs]
        self.used = [self._new(0, 1) for _ in data.capacity]
        of_mentee: list[list[int]] = [[] for _ in data.ids[0]]
        self.of_mentor: list[list[int]] = [[] for _ in data.ids[1]]
        for position, (mentee, mentor) in enumerate(data.pairs):
            of_mentee[mentee].append(position)
            self.of_mentor[mentor].append(position)
        for positions in of_mentee:
            model.add_at_most_one(self.x[p] for p in positions)
        self.load = [cp_model.LinearExpr.sum([self.x[p] for p in positions]) for positions in self.of_mentor]
        for mentor, load in enumerate(self.load):
            model.add(load <= data.capacity[mentor] * self.used[mentor])
            model.add(load >= max(1, data.minimum[mentor]) * self.used[mentor])
            most = data.max_workload[mentor]
            if most is not None:
                model.add(self._sum(data.workload, self.of_mentor[mentor]) <= most)
        model.add(cp_model.LinearExpr.sum(self.x) <= data.seats)
        model.add(cp_model.LinearExpr.sum(self.used) <= data.opened)

    def _sum(self, weights: Sequence[int], positions: Sequence[int]) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.weighted_sum([self.x[p] for p in positions], [weights[p] for p in positions])

    def _maximize(self, objective: cp_model.LinearExpr) -> int:
        self.model.maximize(objective)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.presolve_inclusion_work_limit = 0  # as ours: google/or-tools issue 5293
        begin = time.perf_counter()
        status = solver.solve(self.model)
        self.solving += time.perf_counter() - begin
        self.solves += 1
        assert status == cp_model.OPTIMAL, solver.status_name(status)
        self.chosen = [p for p, var in enumerate(self.x) if solver.boolean_value(var)]
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for variable in self.variables:
            self.model.add_hint(variable, solver.value(variable))
        return round(solver.objective_value)

    def _tier(self, name: str, weights: Sequence[int], give_up: float = 0) -> None:
        """Maximize a sum over pairs; a give_up below 1 is a share."""
        objective = self._sum(weights, range(len(self.x)))
        best = self.values[name] = self._maximize(objective)
        self.model.add(objective >= best - (int(best * give_up) if give_up < 1 else int(give_up)))

    def _fairness(self) -> None:
        """Leximin by levels: the fewest at or below each level, worst first, jumping to the next that is taken."""
        levels = [points // STEP for points in self.instance.fit]
        passed = -1  # coverage is held, so nobody can leave the level of the unmatched
        while ahead := [levels[p] for p in self.chosen if levels[p] > passed]:
            worst = min(ahead)
            self._hold_above(levels, worst - 1)
            self._maximize(self._above(levels, worst))
            self._hold_above(levels, worst)
            passed = worst
        self.values["fairness"] = min((levels[p] for p in self.chosen), default=0)

    def _above(self, levels: list[int], level: int) -> cp_model.LinearExpr:
        return cp_model.LinearExpr.sum([var for var, own in zip(self.x, levels, strict=True) if own > level])

    def _hold_above(self, levels: list[int], level: int) -> None:
        self.model.add(self._above(levels, level) >= sum(levels[p] > level for p in self.chosen))

    def _balance(self) -> None:
        highest, lowest = self._new(0, 1000), self._new(0, 1000)
        self.model.add(highest >= lowest)
        for mentor, capacity in enumerate(self.instance.capacity):
            shares = [(2000 * load + capacity) // (2 * capacity) for load in range(capacity + 1)]
            share = self._new(0, 1000)
            self.model.add_element(self.load[mentor], shares, share)
            self.model.add(highest >= share)
            self.model.add(lowest <= share).only_enforce_if(self.used[mentor])
        self.values["balance"] = self._maximize(lowest - highest)
        self.model.add(lowest - highest >= self.values["balance"])

    def _lottery(self) -> None:
        (mentees, mentors), pairs = self.instance.ids, self.instance.pairs
        self._tier("seats", [_lot(mentees[mentee], "") for mentee, _ in pairs])
        self._tier("lottery", [_lot(mentees[mentee], mentors[mentor]) for mentee, mentor in pairs])


def _lot(first: str, second: str) -> int:
    return int.from_bytes(sha256(f"{SEED}|{first}|{second}".encode()).digest()[:4], "big") >> 2
