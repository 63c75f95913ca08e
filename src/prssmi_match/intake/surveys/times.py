"""The times of submissions, as survey systems write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["latest"]

_SLASHED = re.compile(
    r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])M)?)?", re.IGNORECASE
)
_YEAR_FIRST = re.compile(
    r"(\d{4})/(\d{1,2})/(\d{1,2}) +(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])M)?(?: GMT([+-]\d{1,2})(?::(\d\d))?| GMT)?",
    re.IGNORECASE,
)
_TWELVE = 12


def latest(texts: Sequence[str]) -> list[datetime | None]:
    """Return the times of a column, to be compared with each other only; None where one is not known.

    Whether ``3/4/2026`` is in March or in April is read from the whole column: a number above 12 tells. Where none
    does, and both readings would order the rows differently, no time of that form is known.

    >>> latest(["2026-03-01 10:00:00", "", "2026-03-02T09:00:00Z"])[0].day
    1
    """
    texts = [" ".join(text.split()) for text in texts]
    slashed = [_SLASHED.fullmatch(text) for text in texts]
    firsts = {int(match[1]) > _TWELVE for match in slashed if match}
    seconds = {int(match[2]) > _TWELVE for match in slashed if match}
    month_first = [_slashed(match, month=1, day=2) for match in slashed]
    day_first = [_slashed(match, month=2, day=1) for match in slashed]
    if True in firsts:
        chosen = day_first
    elif True in seconds or _order(month_first) == _order(day_first):
        chosen = month_first
    else:
        chosen = [None] * len(texts)
    return [time or _plain(text) for time, text in zip(chosen, texts, strict=True)]


def _order(times: list[datetime | None]) -> list[tuple[bool, int]]:
    """Return the rank of every time among all, equal times with equal ranks."""
    known = sorted({time for time in times if time is not None})
    return [(time is None, 0 if time is None else known.index(time)) for time in times]


def _slashed(match: re.Match[str] | None, *, month: int, day: int) -> datetime | None:
    if match is None:
        return None
    year = match[3] if len(match[3]) > 2 else f"20{match[3]}"  # noqa: PLR2004 - two digits are of this century
    return _time(year, match[month], match[day], match[4], match[5], match[6], match[7])


def _plain(text: str) -> datetime | None:
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        time = _time(match[1], match[2], match[3], match[4], match[5], match[6], match[7])
        hours, minutes = int(match[8] or 0), int(match[9] or 0)
        shift = timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)
        return None if time is None else _minus(time, shift)
    try:
        time = datetime.fromisoformat(text)
        return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time
    except (ValueError, OverflowError):
        return None


def _minus(time: datetime, shift: timedelta) -> datetime | None:
    try:
        return time - shift
    except OverflowError:
        return None


def _time(  # noqa: PLR0913, PLR0917 - the parts of a time
    year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, half: str | None
) -> datetime | None:
    hours = int(hour or 0)
    if half:
        hours = hours % _TWELVE + (_TWELVE if half.upper() == "P" else 0)
    try:
        return datetime(int(year), int(month), int(day), hours, int(minute or 0), int(second or 0))  # noqa: DTZ001 - compared with its like only
    except ValueError:
        return None
