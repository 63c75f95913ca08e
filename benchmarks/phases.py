"""Where the time goes between a file and a report."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import prssmi_match as pm

__all__ = ["PHASES", "Clock", "whole_way"]

PHASES = ("read", "compatibility", "formulate", "solve", "verify", "digest", "report")
"""``read``: the file, and all its checks. ``formulate``: all of the search but the solvers: models, faces, proofs,
hints, reading solutions. ``solve``: inside OR-Tools. ``verify``: judging the answer and putting the result
together. ``digest``: of the document, for the record. ``report``: its page, without what has to be solved again."""

SHORT = 10.0
"""Seconds of a way that is gone twice."""

PLACES = {
    "compatibility": ("prssmi_match.compatibility.assess",),
    "search": ("prssmi_match.solving.solve",),
    "verify": ("prssmi_match.explanation.answer.give_answer",),
    "solve": (
        "prssmi_match.solving.cpsat.driver.interruptible",
        "prssmi_match.solving.relaxation.simplex.Simplex._solved",
    ),
}
"""Where each phase is looked up; flows are watched by a class of their own."""


class Clock:
    """Seconds by phase; while one place of a phase runs, what it calls in the same phase does not count again."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._running: set[str] = set()

    @contextmanager
    def watch(self, phase: str) -> Iterator[None]:
        """Count the time inside as that of a phase."""
        if phase in self._running:
            yield
            return
        self._running.add(phase)
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[phase] += time.perf_counter() - begin
            self._running.discard(phase)

    def attach(self) -> None:
        """Watch all places, for as long as this process lives. To be called before the engine is imported."""
        self._watch_flows()
        for phase, places in PLACES.items():
            for place in places:
                self._watch_place(phase, place)

    def _watch_flows(self) -> None:
        from ortools.graph.python import min_cost_flow

        clock, flow = self, min_cost_flow.SimpleMinCostFlow

        class Watched(flow):
            """The same flow, on the clock."""

            def solve(self) -> Any:
                with clock.watch("solve"):
                    return flow.solve(self)

            def solve_max_flow_with_min_cost(self) -> Any:
                with clock.watch("solve"):
                    return flow.solve_max_flow_with_min_cost(self)

        min_cost_flow.SimpleMinCostFlow = Watched

    def _watch_place(self, phase: str, place: str) -> None:
        owner, name = _found(place)
        function = getattr(owner, name)

        @wraps(function)
        def watched(*args: object, **options: object) -> object:
            with self.watch(phase):
                return function(*args, **options)

        setattr(owner, name, watched)


def _found(place: str) -> tuple[Any, str]:
    """Return the module or class that holds a place, and its name there."""
    path, name = place.rsplit(".", 1)
    try:
        return import_module(path), name
    except ModuleNotFoundError:
        module, kind = path.rsplit(".", 1)
        return getattr(import_module(module), kind), name


def whole_way(document: dict[str, Any], limit: float | None = None) -> tuple[pm.Result, dict[str, float]]:
    """Return the answer to a document that lies on the disk, and the seconds of each phase, with a report at the end.

    A short way is gone twice, and the second counts: the first one also imports the libraries.
    """
    clock = Clock()
    clock.attach()
    found = _gone(document, limit, clock)
    if sum(found[1].values()) > SHORT:
        return found
    clock.seconds.clear()
    return _gone(document, limit, clock)


def _gone(document: dict[str, Any], limit: float | None, clock: Clock) -> tuple[pm.Result, dict[str, float]]:
    import prssmi_match as pm

    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        with clock.watch("read"):
            problem = pm.read_problem(path)
    with clock.watch("match"):
        result = pm.match(problem, time_limit=limit)
    seconds = defaultdict(float, clock.seconds)  # a report assesses pairs, too
    with clock.watch("report"):
        pm.report(result, time_limit=1e-3).to_html()
    seconds["report"] = clock.seconds["report"]
    seconds["formulate"] = seconds["search"] - seconds["solve"]
    seconds["digest"] = seconds["match"] - seconds["compatibility"] - seconds["search"] - seconds["verify"]
    return result, {**{phase: seconds[phase] for phase in PHASES}, "match": seconds["match"]}
