"""The rows of the table to the reviews that can be used, and to all findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prssmi_match.errors import Finding
from prssmi_match.intake.reading import has_errors
from prssmi_match.intake.reviews.row import read_review
from prssmi_match.intake.table import read_table
from prssmi_match.problem.text import fold
from prssmi_match.problem.wording.labels import enumeration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.intake.grid import Grid
    from prssmi_match.intake.reviews.cells import Sites
    from prssmi_match.intake.reviews.columns import ReviewColumns
    from prssmi_match.intake.reviews.review import Review
    from prssmi_match.intake.table import TableReading

__all__ = ["read_reviews"]


def read_reviews(grid: Grid, columns: ReviewColumns, sites: Sites) -> tuple[list[Review], list[Finding]]:
    """Return the reviews of all rows without an error, and all findings in the order of the table.

    Parameters
    ----------
    sites : Sites
        The ids of each side.
    """
    reading = read_table(columns.table, grid)
    reviews: dict[int, Review] = {}
    for number, line in enumerate(reading.written):
        # In a row of another length cells may stand under the wrong header: what they say is not looked at.
        if len(grid.rows[line].cells) == len(grid.header):
            review = read_review(reading, number, columns, sites)
            if review is not None:
                reviews[number] = review
    repeats = _repeats(reading, reviews)
    sound = {} if _is_header_wrong(reading, columns) else _without_errors(reading, reviews, repeats)
    for number, review in sound.items():
        if review.missing and not review.conflict:
            reading.findings.append(_missing(reading, number, review, columns))
    if not reading.rows:
        sentence = f"{grid.source} holds no review: every review score stays unknown."
        reading.findings.append(
            ((0, 0), Finding("no_reviews", grid.source, "", "one row a review", sentence, "warning"))
        )
    ranked = [finding for _, finding in sorted(reading.findings, key=lambda pair: pair[0])]
    usable = _spelled_alike(list(sound.values()))
    return usable, [*columns.findings, *ranked]


def _repeats(reading: TableReading, reviews: Mapping[int, Review]) -> set[int]:
    """Note each second review of a site by one person; return the first ones too, as nobody knows which counts."""
    first: dict[tuple[str, str, str], int] = {}
    repeats: set[int] = set()
    for number, review in reviews.items():
        earlier = first.setdefault((fold(review.reviewer), review.side, review.site), number)
        if earlier != number:
            repeats |= {earlier, number}
            before = reading.grid.rows[reading.written[earlier]].place
            sentence = f"{review.reviewer} has reviewed {review.site!r} already, in {before}; keep one of the two."
            place = reading.place(number, None)
            finding = Finding("duplicate_review", place.words, review.reviewer, "one row", sentence, spot=place.spot)
            reading.findings.append((place.rank, finding))
    return repeats


def _without_errors(reading: TableReading, reviews: Mapping[int, Review], repeats: set[int]) -> dict[int, Review]:
    wrong = {line for (line, _), finding in reading.findings if finding.severity == "error"}
    return {
        number: review
        for number, review in reviews.items()
        if number not in repeats and reading.written[number] not in wrong
    }


def _is_header_wrong(reading: TableReading, columns: ReviewColumns) -> bool:
    """Whether nobody can say what the columns mean; then no review counts."""
    header = [finding for (line, _), finding in reading.findings if line < 0]
    return has_errors([*columns.findings, *header])


def _missing(
    reading: TableReading, number: int, review: Review, columns: ReviewColumns
) -> tuple[tuple[int, int], Finding]:
    all_of_them = len(review.missing) == len(columns.rubric)
    what = "" if all_of_them else f" {enumeration(review.missing)} of"
    sentence = f"{review.reviewer} has not scored{what} {review.site!r} yet; the review is left out until it is whole."
    place = reading.place(number, review.missing[0] if len(review.missing) == 1 else None)
    expected = "a score in every column of the rubric"
    return place.rank, Finding("missing_score", place.words, "", expected, sentence, "warning", place.spot)


def _spelled_alike(reviews: list[Review]) -> list[Review]:
    """Give each reviewer one spelling, of those that differ in case or spaces, whatever the order of the rows."""
    spelled: dict[str, str] = {}
    for review in reviews:
        who = fold(review.reviewer)
        spelled[who] = min(review.reviewer, spelled.get(who, review.reviewer))
    return [replace(review, reviewer=spelled[fold(review.reviewer)]) for review in reviews]
