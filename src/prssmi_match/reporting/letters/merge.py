"""The merge file: a row a letter, with the fields that a mailing tool, or a letter of one's own, may want."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from prssmi_match.reporting.characters import acts_in_cells
from prssmi_match.reporting.letters.view import MenteeView
from prssmi_match.reporting.letters.words import day_words, meeting_words, visit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from prssmi_match.reporting.letters.letter import Letter
    from prssmi_match.reporting.letters.view import Meeting, MentorView

__all__ = ["COLUMNS", "letters_frame", "merge_csv"]

COLUMNS = (
    *("side", "site_id", "site", "organization", "state", "kind", "partners", "provisional", "to_settle", "reason"),
    *("sessions", "visit", "workplan_due", "survey_due", "subject", "text", "file"),
)
"""The columns; several values of one are separated by semicolons, and what there is not is empty."""


def letters_frame(letters: Iterable[Letter]) -> pd.DataFrame:
    """Return the letters as a frame of text; see ``Letters.to_frame``."""
    from prssmi_match.solution.frame import table

    return table([_row(letter) for letter in letters], COLUMNS)


def merge_csv(letters: Iterable[Letter]) -> str:
    """Return the letters as CSV; see ``Letters.to_csv``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(value) for value in _row(letter).values()] for letter in letters)
    return out.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if acts_in_cells(text) else text


def _row(letter: Letter) -> dict[str, str]:
    row = {
        "side": letter.side,
        "site_id": letter.site_id,
        "site": letter.view.site.name,
        "organization": letter.view.site.organization,
        "state": letter.view.site.state,
        "kind": str(letter.kind),
        **(_of_mentee(letter.view) if isinstance(letter.view, MenteeView) else _of_mentor(letter.view)),
        "subject": letter.subject,
        "text": letter.text,
        "file": f"{letter.name}.txt",
    }
    return {column: row.get(column, "") for column in COLUMNS}


def _of_mentee(view: MenteeView) -> dict[str, str]:
    dates = view.dates
    return {
        "partners": "" if view.host is None else view.host.site.name,
        "provisional": _yes(view.is_provisional),
        "to_settle": "; ".join(view.conditions),
        "reason": str(view.reason or ""),
        "sessions": _meetings(dates.sessions),
        "visit": "" if dates.visit is None else visit_words(dates.visit),
        "workplan_due": "" if dates.workplan_due is None else day_words(dates.workplan_due),
        "survey_due": "" if dates.survey_due is None else day_words(dates.survey_due),
    }


def _of_mentor(view: MentorView) -> dict[str, str]:
    visits = ((guest.site.name, guest.dates.visit) for guest in view.guests)
    return {
        "partners": "; ".join(guest.site.name for guest in view.guests),
        "provisional": _yes(any(guest.is_provisional for guest in view.guests)),
        "sessions": _meetings(view.sessions),
        "visit": "; ".join(f"{name}: {visit_words(visit)}" for name, visit in visits if visit is not None),
    }


def _meetings(meetings: Iterable[Meeting]) -> str:
    return "; ".join(map(meeting_words, meetings))


def _yes(value: bool) -> str:  # noqa: FBT001 - a cell
    return "yes" if value else ""
