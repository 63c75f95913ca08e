from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from prssmi_match.reporting.letters.view import Meeting, Visit
from prssmi_match.reporting.letters.words import meeting_words, visit_words


@pytest.mark.parametrize(
    ("zone", "hour", "words"),
    [
        ("UTC", 0, "12:00 am UTC"),
        ("UTC", 11, "11:00 am UTC"),
        ("UTC", 12, "12:00 pm UTC"),
        ("UTC", 23, "11:00 pm UTC"),
        ("America/Chicago", 18, "12:00 pm CST"),
        ("America/Sao_Paulo", 18, "3:00 pm UTC-03"),
    ],
)
def test_times_are_told_as_a_clock_there_shows_them(zone, hour, words):
    """Noon, midnight, and zones without a name of letters."""
    start = datetime(2027, 2, 1, hour, tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert meeting_words(Meeting(start, 60)) == f"Monday, February 1, 2027, {words}"


def test_a_visit_of_one_day_is_one_day():
    """Two days are told only where there are two."""
    day = date(2027, 5, 3)
    assert visit_words(Visit(day, day, (), None, 3)) == "Monday, May 3, 2027"
    assert visit_words(Visit(day, date(2027, 5, 4), (), None, 3)) == "Monday, May 3, 2027, to Tuesday, May 4, 2027"
