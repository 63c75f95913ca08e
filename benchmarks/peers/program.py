"""A problem as every solver takes it: columns of 0 and 1, rows with bounds, and aims in strict order."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from scipy.sparse import csr_array

from benchmarks.answer import Answer
from benchmarks.repeat import repeated_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Aim", "Program", "Rows", "Solver", "Step", "measured", "solve_in_order"]


@dataclass(frozen=True)
class Aim:
    """A tier: a weighted sum of columns, or a level for each of the first columns.

    Attributes
    ----------
    weights : array of int
        Of each column; with ``is_leximin`` the levels of the pairs, and 0 or more.
    give_up : int or float
        What later aims may take from it; below 1 a share.
    is_leximin : bool
        Whether the worst level comes first, then the second worst, ... Coverage has to be held by then.
    """

    name: str
    weights: np.ndarray
    give_up: float = 0
    is_leximin: bool = False


@dataclass(frozen=True)
class Program:
    """Rows ``low <= matrix x <= high`` over columns of 0 and 1.

    Attributes
    ----------
    pairs : int
        How many of the columns, from the first, are pairs.
    """

    matrix: csr_array
    low: np.ndarray
    high: np.ndarray
    aims: tuple[Aim, ...]
    pairs: int

    def to_dict(self, limit: float) -> dict[str, Any]:
        """Return it as JSON takes it, for somebody in another environment; without leximin."""
        ends = zip(self.matrix.indptr[:-1].tolist(), self.matrix.indptr[1:].tolist(), strict=True)
        columns, values = self.matrix.indices.tolist(), self.matrix.data.tolist()
        return {
            "columns": self.matrix.shape[1],
            "rows": [
                [columns[begin:end], values[begin:end], _whole(low), _whole(high)]
                for (begin, end), low, high in zip(ends, self.low.tolist(), self.high.tolist(), strict=True)
            ],
            "aims": [{"name": aim.name, "weights": aim.weights.tolist(), "give_up": aim.give_up} for aim in self.aims],
            "limit": limit,
        }


def _whole(bound: float) -> int | None:
    return int(bound) if np.isfinite(bound) else None


@dataclass
class Rows:
    """Rows of a program, put down one by one or in blocks."""

    indices: list[np.ndarray] = field(default_factory=list)
    values: list[np.ndarray] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(
        self, columns: Sequence[int] | np.ndarray, values: Sequence[int] | np.ndarray | int, low: float, high: float
    ) -> None:
        """Add ``low <= sum of values x columns <= high``."""
        columns = np.asarray(columns, dtype=np.int64)
        self.indices.append(columns)
        self.values.append(np.broadcast_to(np.asarray(values, dtype=np.int64), columns.shape))
        self.low.append(low)
        self.high.append(high)

    def program(self, columns: int, pairs: int, aims: Iterable[Aim]) -> Program:
        """Return the whole program."""
        starts = np.cumsum([0, *(len(row) for row in self.indices)])
        matrix = csr_array(
            (np.concatenate(self.values), np.concatenate(self.indices), starts), shape=(len(self.indices), columns)
        )
        return Program(matrix, np.array(self.low), np.array(self.high), tuple(aims), pairs)


@dataclass(frozen=True)
class Step:
    """What one search found (None where nothing was), what nothing exceeds, and the columns at 1."""

    value: int | None
    bound: int
    chosen: np.ndarray

    @property
    def is_proved(self) -> bool:
        """Whether they meet."""
        return self.value == self.bound


class Solver(Protocol):
    """Somebody who maximizes one sum at a time."""

    def maximize(self, weights: np.ndarray, seconds: float) -> Step:
        """Maximize a weighted sum of the columns."""

    def hold(self, weights: np.ndarray, least: int) -> None:
        """Keep a weighted sum from falling below a value, from now on."""


class _OutOfTimeError(Exception):
    """An aim was not proved in time."""


@dataclass
class _Run:
    """One solver on its way through the aims."""

    program: Program
    solver: Solver
    ends: float
    values: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    chosen: np.ndarray | None = None

    def ask(self, weights: np.ndarray, name: str | None = None) -> int:
        """Maximize; write the value down where it is that of an aim."""
        step = self.solver.maximize(weights, max(0.1, self.ends - time.perf_counter()))
        if name is not None:
            self.bounds[name] = step.bound
            if step.value is not None:
                self.values[name] = step.value
        if step.value is None or not step.is_proved:
            raise _OutOfTimeError
        self.chosen = step.chosen
        return step.value

    def maximize(self, aim: Aim) -> None:
        best = self.ask(aim.weights, aim.name)
        self.solver.hold(aim.weights, best - int(best * aim.give_up if aim.give_up < 1 else aim.give_up))

    def leximin(self, aim: Aim) -> None:
        """Let as few as possible be at or below each level, worst first, jumping to the next that is taken.

        The value is the worst level that cannot be left; once the whole profile is known, its sum is another.
        """
        levels, passed = aim.weights[: self.program.pairs], -1
        self.bounds[aim.name] = int(levels.max())
        while (ahead := self._taken(levels, passed)).size:
            passed, count = int(ahead.min()), len(ahead)
            self.solver.hold(self._above(levels, passed - 1), count)  # nobody falls back to what was jumped over
            most = self.ask(self._above(levels, passed))
            self.solver.hold(self._above(levels, passed), most)
            if aim.name not in self.values and most < count:
                self.values[aim.name] = self.bounds[aim.name] = passed
        whole = f"{aim.name}, sum of the profile"
        self.values[whole] = self.bounds[whole] = int(self._taken(levels, -1).sum())

    def _taken(self, levels: np.ndarray, passed: int) -> np.ndarray:
        assert self.chosen is not None  # coverage came before
        taken = levels[self.chosen[: self.program.pairs]]
        return taken[taken > passed]

    def _above(self, levels: np.ndarray, level: int) -> np.ndarray:
        above = np.zeros(self.program.matrix.shape[1], dtype=np.int64)
        above[: self.program.pairs] = levels > level
        return above


def measured(build: Callable[[], Program], solver: Callable[[Program], Solver], limit: float) -> Answer:
    """Return the answer of a solver, with the seconds of building the program, handing it over and solving it."""

    def run() -> Answer:
        begin = time.perf_counter()
        program = build()
        return solve_in_order(program, solver(program), begin, limit)

    return repeated_answer(run)


def solve_in_order(program: Program, solver: Solver, begin: float, limit: float) -> Answer:
    """Solve the aims one after the other; an aim that is not proved ends it.

    Parameters
    ----------
    begin : float
        When building began, by ``time.perf_counter``.
    limit : float
        Seconds, from then.
    """
    run = _Run(program, solver, begin + limit)
    try:
        for aim in program.aims:
            (run.leximin if aim.is_leximin else run.maximize)(aim)
    except _OutOfTimeError:
        status = "found" if run.values else "nothing found"
    else:
        status = "proved"
    return Answer(status, time.perf_counter() - begin, run.values, run.bounds, pairs=program.pairs)
