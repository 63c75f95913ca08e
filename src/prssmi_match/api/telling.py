"""Telling what came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from prssmi_match.problem.document import Problem
    from prssmi_match.records.ledger import Ledger
    from prssmi_match.records.run_record import RunRecord
    from prssmi_match.reporting.document import Report
    from prssmi_match.reporting.letters import Letters
    from prssmi_match.solution.explanation import Explanation
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.replay import Replay
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.schedule import Schedule
    from prssmi_match.solving import OnProgress

__all__ = ["letters", "record", "replay", "report"]


def report(
    result: Result, parts: Sequence[Part] = (), *, title: str | None = None, time_limit: float | None = 60.0
) -> Report:
    """Return a document about a result, to be rendered as Markdown or HTML or written to a folder.

    The reasons of an answer, or the diagnosis where there is none, are worked out unless they are among the parts; for
    up to 1,000 pairs of available sites also how certain each place is, what happens if a mentor leaves, and the next
    three answers.

    Parameters
    ----------
    parts : sequence of Part
        What else it is to tell: a diagnosis, reasons, other answers, questions of ``whatif``, a comparison.
    title : str or None
        Its title; by default the problem's name.
    time_limit : float or None
        Seconds for what has to be solved again: all of the above, and whose seat turned on what a tier gave up. What
        was not worked out by then says so.

    Raises
    ------
    TypeError
        If a part is of a type that a report does not tell of.
    """
    from prssmi_match.explanation.report_parts import with_reasons
    from prssmi_match.reporting import build_report
    from prssmi_match.solving import Budget

    return build_report(*with_reasons(result, parts, Budget(time_limit)), title=title)


def letters(  # noqa: PLR0913 - what a letter is made from
    result: Result,
    explanation: Explanation | None = None,
    *,
    schedule: Schedule | None = None,
    templates: str | Path | None = None,
    sender: str | None = None,
    reply_by: date | None = None,
    time_limit: float | None = 60.0,
) -> Letters:
    """Return a letter to each site: its match and the reason, or why it has none, and what is expected of it.

    A letter knows its reader, its match, and who shares its visit; nothing of others' wishes, scores or refusals.
    Sites that have withdrawn get none.

    Parameters
    ----------
    explanation : Explanation or None
        The reasons, where they were worked out already.
    schedule : Schedule or None
        The dates of this matching, as the planning gives them.
    templates : str or Path or None
        A folder of templates of one's own; each takes the place of ours of the same name.
    sender : str or None
        Who signs.
    reply_by : date or None
        Until when sites are asked to answer.
    time_limit : float or None
        Seconds for the reasons; a letter whose reason was not worked out by then gives none, and ``.cautions`` says so.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ProblemError
        If a template cannot be used: every finding, with file and line.
    MissingExtraError
        If the extra ``report`` is not installed.
    ValueError
        If the schedule is of another matching.
    """
    from prssmi_match.explanation.explain import reasons_for_unmatched
    from prssmi_match.reporting.letters import write_letters
    from prssmi_match.solving import Budget

    known = reasons_for_unmatched(result, Budget(time_limit)) if explanation is None else explanation.unmatched
    return write_letters(result, known, schedule, templates=templates, sender=sender, reply_by=reply_by)


def record(result: Result, *, overrides: Ledger | None = None, personal: bool = False) -> RunRecord:
    """Return the record of a run: enough to find the same answer again, and to say later by which rules it was found.

    Parameters
    ----------
    overrides : Ledger or None
        The decisions that were applied to the document.
    personal : bool
        Whether it may hold more than ids: names, reasons, and who made which decision and why.
    """
    from prssmi_match.records.run_record import record_run

    return record_run(result, overrides=overrides, personal=personal)


def replay(
    record: RunRecord,
    *,
    problem: Problem | None = None,
    time_limit: float | None = None,
    on_progress: OnProgress | None = None,
) -> Replay:
    """Solve a recorded run again, and say whether the same answer comes out, or what differs.

    Parameters
    ----------
    problem : Problem or None
        The input as it is now, decisions applied: whether it is still the one that was recorded.
    time_limit : float or None
        Seconds.
    on_progress : callable or None
        As for :func:`match`.
    """
    from prssmi_match.records.replaying import replay_record

    return replay_record(record, problem=problem, time_limit=time_limit, on_progress=on_progress)
