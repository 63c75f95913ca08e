"""Match mentee sites with mentor sites: proved best under the program's own rules, explained, and verified.

>>> import prssmi_match as pm
>>> problem = pm.Problem.model_validate({"mentees": [{"id": "pine"}], "mentors": [{"id": "oak"}]})
>>> pm.match(problem).matching.mentor_of("pine")
'oak'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from prssmi_match.showing import answer_with

if TYPE_CHECKING:
    from prssmi_match import planning, plots, scale, whatif
    from prssmi_match.api import (
        alternatives,
        compare,
        diagnose,
        evaluate,
        explain,
        letters,
        match,
        record,
        rematch,
        replay,
        report,
        verify,
        why_not,
    )
    from prssmi_match.errors import (
        Finding,
        MissingExtraError,
        NoMatchingError,
        OutputError,
        ProblemError,
        PrssmiMatchError,
        VerificationError,
    )
    from prssmi_match.intake import calendar_from_frames, from_frames, read_calendar, read_problem
    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem
    from prssmi_match.reporting.live_line import LiveLine
    from prssmi_match.solution.matching import Matching, Pair
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.status import Status

__all__ = [
    "Calendar",
    "Finding",
    "LiveLine",
    "Matching",
    "MissingExtraError",
    "NoMatchingError",
    "OutputError",
    "Pair",
    "Problem",
    "ProblemError",
    "PrssmiMatchError",
    "Result",
    "Status",
    "VerificationError",
    "alternatives",
    "calendar_from_frames",
    "compare",
    "diagnose",
    "evaluate",
    "explain",
    "from_frames",
    "letters",
    "match",
    "planning",
    "plots",
    "read_calendar",
    "read_problem",
    "record",
    "rematch",
    "replay",
    "report",
    "scale",
    "verify",
    "whatif",
    "why_not",
]

_HOME = {
    "Calendar": "problem.calendar",
    "Finding": "errors",
    "LiveLine": "reporting.live_line",
    "Matching": "solution.matching",
    "MissingExtraError": "errors",
    "NoMatchingError": "errors",
    "OutputError": "errors",
    "Pair": "solution.matching",
    "Problem": "problem.document",
    "ProblemError": "errors",
    "PrssmiMatchError": "errors",
    "Result": "solution.result",
    "Status": "solution.status",
    "VerificationError": "errors",
    "alternatives": "api",
    "calendar_from_frames": "intake",
    "compare": "api",
    "diagnose": "api",
    "evaluate": "api",
    "explain": "api",
    "from_frames": "intake",
    "letters": "api",
    "match": "api",
    "planning": "planning",
    "plots": "plots",
    "read_calendar": "intake",
    "read_problem": "intake",
    "record": "api",
    "rematch": "api",
    "replay": "api",
    "report": "api",
    "scale": "scale",
    "verify": "api",
    "whatif": "whatif",
    "why_not": "api",
}
"""Where each name is; a module is its own home."""


def _shown_in_a_notebook(value: object) -> str | None:
    from prssmi_match.reporting.notebook import render_notebook

    return render_notebook(value)


answer_with(_shown_in_a_notebook)


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that importing the package is instant."""
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = import_module(f"{__name__}.{_HOME[name]}")
    value = home if _HOME[name] == name else getattr(home, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
