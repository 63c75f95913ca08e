"""Which responses count: finished ones, and of several by one site the last."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from prssmi_match.intake.surveys.times import latest
from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prssmi_match.errors import Finding
    from prssmi_match.intake.surveys.survey import Response, Survey

__all__ = ["counting_responses"]


def counting_responses(
    survey: Survey, known_by: Callable[[Response], str], what: str, *, keep_partial: bool
) -> tuple[list[Response], list[Finding]]:
    """Return the responses that count, in the order of the export, and a warning for each that does not.

    Parameters
    ----------
    known_by : callable
        Gives what a site is known by in a response; an empty text makes it a site of its own.
    what : str
        What that is, in words.
    keep_partial : bool
        Whether unfinished responses count where a site has no finished one.

    Notes
    -----
    The last is the one submitted last; where the times do not say, the one that stands lowest in the export.
    """
    times = latest([response.submitted for response in survey.responses])
    order = {id(response): place for place, response in enumerate(survey.responses)}
    groups: dict[str, list[Response]] = defaultdict(list)
    for place, response in enumerate(survey.responses):
        groups[fold(known_by(response)) or f"\0{place}"].append(response)
    counting: list[Response] = []
    findings: list[tuple[int, Finding]] = []
    for group in groups.values():
        able = [response for response in group if response.complete] or (group if keep_partial else [])
        stamps = {id(response): times[order[id(response)]] for response in able}
        timed = None not in stamps.values()
        if timed:
            able.sort(key=lambda response: (stamps[id(response)], order[id(response)]))
        findings += (
            (order[id(response)], _left_out(survey, response, able, what, timed=timed))
            for response in group
            if not able or response is not able[-1]
        )
        counting += able[-1:]
    counting.sort(key=lambda response: order[id(response)])
    return counting, [finding for _, finding in sorted(findings, key=lambda pair: pair[0])]


def _left_out(survey: Survey, response: Response, able: Sequence[Response], what: str, *, timed: bool) -> Finding:
    if not response.complete:
        code, found = "partial_response", "an unfinished submission"
        instead = f"; {able[-1].row.place} counts instead" if able else "; the site has no other"
        sentence = f"This submission was not finished, and is left out{instead}."
    else:
        code, found = "repeated_response", "an earlier submission"
        last = "it was submitted last" if timed else "it stands lowest, and the times do not say which came last"
        sentence = f"The same {what} was submitted again in {able[-1].row.place}, which counts instead: {last}."
    return survey.sheet.finding(code, sentence, row=response.row, found=found, warning=True)
