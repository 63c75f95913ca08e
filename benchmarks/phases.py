"""Where the time of one match goes."""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

import prssmi_match as pm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["PHASES", "timed_match"]

PHASES = ("validate", "assess", "formulate", "solve", "verify", "other")

PLACES = {
    "assess": "prssmi_match.explanation.answer.assess",
    "search": "prssmi_match.explanation.answer.solve",
    "solve": "prssmi_match.solving.cpsat.steps.solve",
    "verify": "prssmi_match.explanation.answer.give_answer",
}
"""Where ``match`` looks each phase up; ``search`` is everything around the solver, and the solver."""


def timed_match(document: dict[str, Any], time_limit: float | None = None) -> tuple[pm.Result, dict[str, float]]:
    """Return the answer to a document, and the seconds of each phase.

    ``formulate`` is all of the search but the solver: the model, its objectives, the hints, reading the solutions.
    ``verify`` includes evaluating and putting the result together; ``other`` is mostly the digest.
    """
    seconds: dict[str, float] = defaultdict(float)
    with _watched("validate", seconds):
        problem = pm.Problem.model_validate(document)
    with pytest.MonkeyPatch.context() as patch, _watched("match", seconds):
        for phase, place in PLACES.items():
            patch.setattr(place, _watching(phase, place, seconds))
        result = pm.match(problem, time_limit=time_limit)
    seconds["formulate"] = seconds["search"] - seconds["solve"]
    seconds["other"] = seconds["match"] - seconds["assess"] - seconds["search"] - seconds["verify"]
    return result, {phase: seconds[phase] for phase in PHASES}


@contextmanager
def _watched(phase: str, seconds: dict[str, float]) -> Iterator[None]:
    begin = time.perf_counter()
    try:
        yield
    finally:
        seconds[phase] += time.perf_counter() - begin


def _watching(phase: str, place: str, seconds: dict[str, float]) -> Callable[..., Any]:
    from importlib import import_module

    module, name = place.rsplit(".", 1)
    function = getattr(import_module(module), name)

    def watched(*args: object, **options: object) -> object:
        with _watched(phase, seconds):
            return function(*args, **options)

    return watched
