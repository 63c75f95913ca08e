"""JSON text to a schedule, as ``schedule`` writes it, with the documents that it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.json_document import parse_json
from prssmi_match.problem.defects import format_place
from prssmi_match.solution.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.calendar import Calendar
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.schedule import Call, Visit

__all__ = ["parse_schedule"]

_EXPECTED = "a schedule of these sites"


def parse_schedule(text: str, problem: Problem, calendar: Calendar, source: str = "schedule") -> Schedule:
    """Return the schedule that a JSON text states.

    Parameters
    ----------
    text : str
        A schedule as it was announced.
    problem, calendar : Problem, Calendar
        The documents that it was made of; it does not hold them itself.
    source : str
        Its name in findings.

    Raises
    ------
    ProblemError
        With every finding: text that is not JSON, all defects of fields, and sites that are not in the problem.
    """
    document, findings = parse_json(text, source)
    if findings:
        raise ProblemError(findings)
    if not isinstance(document, dict):
        sentence = f"{source} is no schedule; give the JSON that the schedule command wrote."
        raise ProblemError([Finding("not_a_schedule", source, type(document).__name__, _EXPECTED, sentence)])
    try:
        schedule = Schedule.model_validate(document | {"problem": problem, "calendar": calendar})
    except ValidationError as error:
        raise ProblemError(list(_defects(error, source))) from None
    if unknown := list(_unknown(schedule, source)):
        raise ProblemError(unknown)
    return schedule


def _defects(error: ValidationError, source: str) -> Iterator[Finding]:
    for details in error.errors(include_url=False):
        place = f"{source}, {format_place(details['loc'])}"
        sentence = f"{details['msg']}. Give the JSON that the schedule command wrote, as it is."
        yield Finding(details["type"], place, str(details["input"])[:60], _EXPECTED, sentence)


def _unknown(schedule: Schedule, source: str) -> Iterator[Finding]:
    """Yield the sites that the problem does not have, or the matching of the schedule: it was made of others."""
    own: tuple[Visit | Call, ...] = (*schedule.visits, *schedule.calls)
    named = {
        "mentee": {site for one in schedule.sessions for site in one.mentees}
        | {one.mentee for one in own}
        | {due.mentee for due in schedule.dues},
        "mentor": {site for one in schedule.sessions for site in one.mentors} | {one.mentor for one in own},
    }
    pairs = schedule.matching.pairs
    matched = {"mentee": {pair.mentee for pair in pairs}, "mentor": {pair.mentor for pair in pairs}}
    known = {"mentee": schedule.problem.mentee_by_id.keys(), "mentor": schedule.problem.mentor_by_id.keys()}
    for noun, sites in named.items():
        for site in sorted((sites | matched[noun]) - (known[noun] & matched[noun])):
            sentence = (
                f"The schedule names the {noun} {site!r}, which the problem does not have, or the matching of the "
                "schedule; give the problem that it was made of."
            )
            yield Finding("unknown_id", source, site, _EXPECTED, sentence)
