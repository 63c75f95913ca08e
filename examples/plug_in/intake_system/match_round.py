"""An intake system that matches its applications in its own process, and keeps the answer with its reasons.

Run as ``python match_round.py DSN ROUND``. The library knows nothing of the database: rows go in as data frames, and
the answer comes back as plain data.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pandas as pd
import psycopg
from psycopg.types.json import Jsonb

import prssmi_match as pm

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main", "match_round", "read_applications"]

COLUMNS = {
    "mentees": {
        "site_code": "id",
        "county": "name",
        "agency": "organization",
        "state_code": "state",
        "phase": "status",
        "programs": "settings",
        "area": "locale",
        "team": "team_size",
        "travelers": "travelers",
        "score": "review_score",
        "needs": "topics",
        "choices": "preferences",
    },
    "mentors": {
        "mentor_code": "id",
        "title": "name",
        "agency": "organization",
        "programs": "settings",
        "area": "locale",
        "places": "max_mentees",
        "strengths": "topics",
    },
}
"""What the columns of the database are called in the document."""


def read_applications(connection: psycopg.Connection[Any]) -> pm.Problem:
    """Return the problem that the tables state.

    Raises
    ------
    prssmi_match.errors.ProblemError
        With every finding, each at the row and column of its query.
    """
    mentees = _query(connection, "SELECT * FROM applications")
    mentees["choices"] = [[[choice] for choice in choices] for choices in mentees["choices"]]  # no ties here
    mentors = _query(connection, "SELECT * FROM mentors")
    return pm.from_frames(mentees, mentors, columns=COLUMNS)


def match_round(connection: psycopg.Connection[Any], number: int) -> pm.Result:
    """Match all applications and write the round: the whole of it, or, should anything fail, nothing."""
    result = pm.match(read_applications(connection))
    with connection.transaction():
        connection.execute("DELETE FROM rounds WHERE round = %s", [number])
        connection.execute(
            "INSERT INTO rounds VALUES (%s, %s, %s, %s)",
            [number, result.status.value, result.provenance.digest, Jsonb(result.model_dump(mode="json"))],
        )
        if result.has_matching:
            with connection.cursor() as cursor:
                cursor.executemany("INSERT INTO matches VALUES (%s, %s, %s, %s)", _rows(result, number))
    return result


def _rows(result: pm.Result, number: int) -> list[tuple[int, str, str | None, str]]:
    explanation = pm.explain(result)
    matched = [(number, row.mentee, row.mentor, row.sentence) for row in explanation.pairs]
    return [*matched, *((number, row.mentee, None, row.sentence) for row in explanation.unmatched)]


def _query(connection: psycopg.Connection[Any], query: str) -> pd.DataFrame:
    cursor = connection.execute(query)
    return pd.DataFrame(cursor.fetchall(), columns=[column.name for column in cursor.description or ()])


def main(arguments: Sequence[str]) -> int:
    """Match one round, and say how it went."""
    dsn, number = arguments
    with psycopg.connect(dsn) as connection:
        try:
            result = match_round(connection, int(number))
        except pm.errors.ProblemError as error:
            print(error, file=sys.stderr)
            return 4
    print(f"Round {number}: {result.status.value}")
    return 0 if result.has_matching else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
