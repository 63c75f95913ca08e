"""Every letter of a result."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from prssmi_match.problem.wording import enumeration, label_mentee
from prssmi_match.reporting.characters import shown
from prssmi_match.reporting.letters.environment import Templates
from prssmi_match.reporting.letters.letter import Letter, Letters
from prssmi_match.reporting.letters.view import WhyWithout
from prssmi_match.reporting.letters.views import ViewBuilder, round_of
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from prssmi_match.reporting.letters.view import View
    from prssmi_match.solution.explanation import UnmatchedReason
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.schedule import Schedule

__all__ = ["write_letters"]

_LONGEST_SUBJECT = 200


def write_letters(  # noqa: PLR0913 - what a letter is made from
    result: Result,
    reasons: Iterable[UnmatchedReason] = (),
    schedule: Schedule | None = None,
    *,
    templates: str | Path | None = None,
    sender: str | None = None,
    reply_by: date | None = None,
) -> Letters:
    """Return the letters of a result; see ``pm.letters``.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    ProblemError
        If a template cannot be used.
    MissingExtraError
        If the extra ``report`` is not installed.
    ValueError
        If the schedule is of another matching.
    """
    pairs = {pair.key for pair in result.matching.pairs}
    if schedule is not None and {pair.key for pair in schedule.matching.pairs} != pairs:
        raise ValueError("The schedule is of another matching; plan the dates of this one")
    tried = _ours() if templates is None else Templates(templates)
    builder = ViewBuilder(result, round_of(result.problem, sender, reply_by), reasons, schedule)
    views: list[tuple[str, View]] = [*builder.mentees(), *builder.mentors()]
    letters = [_letter(tried, site, view) for site, view in views]
    return Letters(tuple(letters), tuple(_cautions(result, schedule, letters)))


@cache
def _ours() -> Templates:
    return Templates()


def _letter(templates: Templates, site: str, view: View) -> Letter:
    subject, text = templates.render(view)
    return Letter(site, view, shown(subject, _LONGEST_SUBJECT), text)


def _cautions(result: Result, schedule: Schedule | None, letters: list[Letter]) -> Iterator[str]:
    if result.status is not Status.OPTIMAL:
        yield "The answer is not proved best: with more time it may be another one, and so may the reasons."
    if schedule is not None and not schedule.has_dates:
        yield "The schedule has no dates, so the letters name none."
    open_ones = [letter.site_id for letter in letters if getattr(letter.view, "reason", None) is WhyWithout.UNKNOWN]
    if open_ones:
        names = enumeration(label_mentee(result.problem, site) for site in open_ones)
        yield f"Why {names} had to be left out was not worked out in time: the letter gives no reason. Allow more time."
